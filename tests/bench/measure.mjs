// How things are measured in the browser.
import {setTimeout as pause} from 'node:timers/promises';

/**
 * @typedef {import('playwright-core').Browser} Browser
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('playwright-core').CDPSession} Client
 * @typedef {Page & {client: Client}} MeasuredPage
 */

/**
 * Gives pages `whenShown(count)`, whose result they call once for each drawing that is done: Taskscope's `load`, what
 * each library calls finished, the end of a plain page. "Shown" is the same for all: the frame after the last of these,
 * presented. Into that frame goes a mark, a dot of text, and the browser tells when it presented it (Element Timing),
 * which includes what the GPU process had to do until then.
 */
function watchDrawings() {
  /** @type {(time: number) => void} */
  let shown;
  window.shown = new Promise((resolve) => shown = resolve);
  window.whenShown = (count) => () => {
    if (--count > 0) return;
    requestAnimationFrame(() => {
      const mark = document.createElement('div');
      mark.style.cssText = 'position: fixed; left: 0; top: 0; z-index: 2';
      mark.setAttribute('elementtiming', 'shown');
      mark.textContent = '·';
      new PerformanceObserver((list) => {
        shown(list.getEntries()[0].startTime);
        mark.remove();
      }).observe({type: 'element'});
      document.body.append(mark);
    });
  };
}

/**
 * A page with a cache of its own.
 * @param {Browser} browser
 * @returns {Promise<MeasuredPage>}
 */
export async function openPage(browser) {
  const page = await browser.newPage({viewport: {width: 1200, height: 900}});
  page.on('pageerror', (error) => console.error(`${page.url()}: ${error.message}`));
  await page.addInitScript(watchDrawings);
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  return Object.assign(page, {client});
}

const longestWait = 120000;  // ms; what takes longer has failed

/**
 * Milliseconds from the navigation until everything is shown.
 * @param {Page} page
 * @param {string} url
 * @returns {Promise<number>}
 */
export async function timeUntilShown(page, url) {
  await page.goto(url, {waitUntil: 'commit'});
  return page.evaluate(
      (most) => Promise.race([
        window.shown,
        new Promise((_, reject) => setTimeout(() => reject(new Error(`${location} is not shown`)), most)),
      ]),
      longestWait);
}

/** DevTools' preset "Slow 4G". */
const slow4g = {
  offline: false,
  downloadThroughput: 1.6e6 / 8 * 0.9,
  uploadThroughput: 750e3 / 8 * 0.9,
  latency: 150 * 3.75,
};

/** @param {MeasuredPage} page */
export async function useSlow4g({client}) {
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', slow4g);
}

/** @param {MeasuredPage} page @param {number} rate */
export const slowDown = ({client}, rate) => client.send('Emulation.setCPUThrottlingRate', {rate});

/** Milliseconds that the page's main thread has been at work so far. @param {MeasuredPage} page */
async function mainThreadTime({client}) {
  const {metrics} = await client.send('Performance.getMetrics');
  return 1000 * (metrics.find(({name}) => name === 'TaskDuration')?.value ?? NaN);
}

/**
 * Milliseconds on the main thread while `work` is done.
 * @param {MeasuredPage} page
 * @param {() => Promise<unknown>} work
 */
export async function mainThreadTimeOf(page, work) {
  const before = await mainThreadTime(page);
  await work();
  return await mainThreadTime(page) - before;
}

const restInterval = 50;      // ms
const busyInRest = 2;         // ms of them that a page at rest may take
const longestUnrest = 20000;  // ms

/** Waits until the page's main thread has no more to do. @param {MeasuredPage} page */
export async function mainThreadRests(page) {
  const giveUp = performance.now() + longestUnrest;
  let idleTimes = 0;
  for (let before = await mainThreadTime(page); idleTimes < 3;) {
    if (performance.now() > giveUp) throw new Error(`${page.url()} comes to no rest`);
    await pause(restInterval);
    const now = await mainThreadTime(page);
    idleTimes = now - before < busyInRest ? idleTimes + 1 : 0;
    before = now;
  }
}

/**
 * How many pixels differ between two screenshots of one size.
 * @param {Page} page which is not to be measured meanwhile
 * @param {Buffer} before
 * @param {Buffer} after
 * @returns {Promise<number>}
 */
export const countDifferentPixels = (page, before, after) => page.evaluate(async (pngs) => {
  const [a, b] = await Promise.all(pngs.map(async (base64) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context?.drawImage(image, 0, 0);
    return new Uint32Array(context?.getImageData(0, 0, image.width, image.height).data.buffer ?? new ArrayBuffer(0));
  }));
  return a.reduce((count, pixel, i) => count + Number(pixel !== b[i]), 0);
}, [before.toString('base64'), after.toString('base64')]);

/**
 * The browser's processes: their numbers, kinds, and the seconds of CPU they have used.
 * @param {Browser} browser
 * @returns {Promise<{id: number, type: string, cpuTime: number}[]>}
 */
export async function processes(browser) {
  const client = await browser.newBrowserCDPSession();
  const {processInfo} = await client.send('SystemInfo.getProcessInfo');
  await client.detach();
  return processInfo;
}

/** Seconds of CPU that drawing pages has taken so far. @param {Browser} browser */
export async function drawingCpuTime(browser) {
  const drawing = (await processes(browser)).filter(({type}) => type === 'renderer' || type === 'GPU');
  return drawing.reduce((sum, {cpuTime}) => sum + cpuTime, 0);
}

/**
 * How often frames were begun while `work` was done, be it for a script, an animation or a change.
 * @param {Browser} browser
 * @param {Page} page
 * @param {() => Promise<unknown>} work
 */
export async function framesDuring(browser, page, work) {
  await browser.startTracing(page, {categories: ['devtools.timeline.frame', frameCategory]});
  await work();
  const {traceEvents} = JSON.parse((await browser.stopTracing()).toString());
  return traceEvents.filter((/** @type {{name: string}} */ {name}) => name === 'BeginMainThreadFrame').length;
}

const frameCategory = 'disabled-by-default-devtools.timeline.frame';
