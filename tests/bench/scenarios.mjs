// What is measured. A scenario opens the pages that it needs for one contestant and returns its figures; the run calls
// it for one contestant after the other, round by round, so that a busy machine is so for all of them.
import {readFileSync} from 'node:fs';
import {setTimeout as pause} from 'node:timers/promises';

import {launch} from '../web/harness.mjs';

import {pathOf, variants} from './contestants.mjs';
import {countDifferentPixels, drawingCpuTime, framesDuring, mainThreadRests, mainThreadTimeOf, openPage, processes, slowDown, timeUntilShown, useSlow4g} from './measure.mjs';

/**
 * @typedef {import('playwright-core').Browser} Browser
 * @typedef {import('./measure.mjs').MeasuredPage} MeasuredPage
 * @typedef {import('./contestants.mjs').Contestant} Contestant
 * @typedef {Record<string, number>} Figures by the names of their rows
 * @typedef {{browser: Browser, url: string, contestant: Contestant, round: number}} Setting `url` is the
 *     server's
 * @typedef {(setting: Setting) => Promise<Figures>} Scenario
 */

/**
 * @template T
 * @param {Browser} browser
 * @param {(page: MeasuredPage) => Promise<T>} work
 */
async function withPage(browser, work) {
  const page = await openPage(browser);
  try {
    return await work(page);
  } finally {
    await page.context().close();
  }
}

/** @param {Contestant} contestant */
const isTaskscope = ({id}) => id === 'taskscope';

/** The first load in a fresh profile, and a second one with what the first has left in the cache. @type {Scenario} */
const cold = ({browser, url, contestant}) => withPage(browser, async (page) => {
  const address = url + pathOf('first', contestant);
  const first = await timeUntilShown(page, address);
  await page.goto('about:blank');
  return {'shown, cold, ms': first, 'shown, warm, ms': await timeUntilShown(page, address)};
});

/** @type {Scenario} */
const cpu = ({browser, url, contestant}) => withPage(browser, async (page) => {
  await slowDown(page, 4);
  return {'shown, CPU four times slower, ms': await timeUntilShown(page, url + pathOf('first', contestant))};
});

/**
 * Figures of several addresses, each loaded cold on slow 4G.
 * @param {Browser} browser
 * @param {Record<string, string>} addresses by the figures' names
 */
async function onSlow4g(browser, addresses) {
  /** @type {Figures} */
  const figures = {};
  for (const [name, address] of Object.entries(addresses)) {
    figures[name] = await withPage(browser, async (page) => {
      await useSlow4g(page);
      return timeUntilShown(page, address);
    });
  }
  return figures;
}

/** @type {Scenario} */
const slow4g = ({browser, url, contestant}) => onSlow4g(browser, {
  'shown, slow 4G, ms': url + pathOf('first', contestant),
  ...isTaskscope(contestant) && {'shown, slow 4G, preload hints, ms': url + variants.hints},
});

/** When the text can be read that stands in the element before it is ready. @type {Scenario} */
const readable = async ({browser, url, contestant}) => isTaskscope(contestant) ? onSlow4g(browser, {
  'readable, slow 4G, in the element, style linked, ms': url + variants.prerenderedLinked,
  'readable, slow 4G, static file, style linked, ms': url + variants.staticLinked,
  'readable, slow 4G, in the element, style inline, ms': url + variants.prerenderedInline,
  'readable, slow 4G, static file, style inline, ms': url + variants.staticInline,
}) :
                                                                                 {};

/**
 * Where the nth dashboard's tasks are, in CSS pixels of the window, once it is scrolled to them.
 * @param {MeasuredPage} page
 * @param {Contestant} contestant
 */
async function scrollToTasks(page, {dashboard, tasks}, nth = 0) {
  const list = page.locator(dashboard).nth(nth).locator(tasks).first();
  await list.evaluate((element) => scrollBy(0, element.getBoundingClientRect().top - 20));
  await pause(200);
  const box = await list.boundingBox();
  if (!box) throw new Error(`${tasks} is not shown`);
  return box;
}

const moves = 40;
const moveInterval = 25;  // ms: a frame or two, so that each move is drawn

/** The mouse wanders down over the bars. @type {Scenario} */
const hover = ({browser, url, contestant}) => withPage(browser, async (page) => {
  await timeUntilShown(page, url + pathOf('first', contestant));
  const {x, y, width, height} = await scrollToTasks(page, contestant);
  const reach = Math.min(height, 840 - y);
  const moveAll = async () => {
    for (let i = 0; i < moves; ++i) {
      await page.mouse.move(x + width * 0.75 + i % 5, y + reach * (i + 0.5) / moves);
      await pause(moveInterval);
    }
  };
  await moveAll();  // what is made once, such as a tip's box, is not a move's
  const cpuBefore = await drawingCpuTime(browser);
  const mainThread = await mainThreadTimeOf(page, moveAll);
  const allCpu = 1000 * (await drawingCpuTime(browser) - cpuBefore);
  return {
    'main thread a mouse move, ms': mainThread / moves,
    'CPU of all processes a mouse move, ms': allCpu / moves,
  };
});

const idleSeconds = 3;

/** Nothing happens. @type {Scenario} */
const idle = ({browser, url, contestant}) => withPage(browser, async (page) => {
  await timeUntilShown(page, url + pathOf('first', contestant));
  await pause(1000);
  const cpuBefore = await drawingCpuTime(browser);
  const frames = await framesDuring(browser, page, () => pause(idleSeconds * 1000));
  const cpuTime = await drawingCpuTime(browser) - cpuBefore;
  return {'idle: frames a second': frames / idleSeconds, 'idle: CPU, % of a core': 100 * cpuTime / idleSeconds};
});

/** Mebibytes of memory that are a process's share. @param {number} id */
function memoryOf(id) {
  const [, kibibytes] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8')) ?? [];
  return Number(kibibytes) / 1024;
}

const taskInView = 130;  // CSS pixels below the list's top: within a bar, of whichever contestant

/**
 * How many of the page's dashboards answer the mouse: some pixel near it becomes another.
 * @param {MeasuredPage} page
 * @param {Contestant} contestant
 */
async function countAlive(page, contestant) {
  let alive = 0;
  for (let i = 0; i < await page.locator(contestant.dashboard).count(); ++i) {
    await page.mouse.move(1, 1);
    const {x, y, width} = await scrollToTasks(page, contestant, i);
    const clip = {x, y, width, height: 2 * taskInView};
    const before = await page.screenshot({clip});
    await page.mouse.move(x + width * 0.72, y + taskInView - 2);
    await page.mouse.move(x + width * 0.72, y + taskInView);
    await pause(200);
    if (!before.equals(await page.screenshot({clip}))) ++alive;
  }
  return alive;
}

/** Twenty on a page, in a browser of its own: what a GPU process has taken it does not give back. @type {Scenario} */
async function twenty({url, contestant, round}) {
  const browser = await launch();
  try {
    const page = await openPage(browser);
    await timeUntilShown(page, url + variants.staticInline);  // starts what is started once
    const time = await timeUntilShown(page, url + pathOf('twenty', contestant));
    await pause(500);
    const gpu = (await processes(browser)).find(({type}) => type === 'GPU');
    const memory = memoryOf(gpu?.id ?? NaN);
    return {
      '20 on a page: all shown, ms': time,
      '20 on a page: GPU process, MiB': memory,
      ...round === 0 && {'20 on a page: alive': await countAlive(page, contestant)},  // the same each time
    };
  } finally {
    await browser.close();
  }
}

const scrolledFrames = 60;
const scrollStep = 120;  // CSS pixels a frame, a brisk turn of the wheel

/** @param {MeasuredPage} page */
const scrollOn = (page) => page.evaluate(async ([frames, step]) => {
  for (let i = 0; i < frames; ++i) {
    scrollBy(0, step);
    await new Promise((done) => requestAnimationFrame(done));
  }
}, [scrolledFrames, scrollStep]);

/**
 * @param {import('./contestants.mjs').Scene} scene
 * @param {string} name
 * @returns {Scenario}
 */
const longList = (scene, name) => ({browser, url, contestant}) => withPage(browser, async (page) => {
  const time = await timeUntilShown(page, url + pathOf(scene, contestant));
  await scrollToTasks(page, contestant);
  const mainThread = await mainThreadTimeOf(page, () => scrollOn(page));
  return {[`${name}: shown, ms`]: time, [`${name}: main thread a scrolled frame, ms`]: mainThread / scrolledFrames};
});

const hoveredMarks = 12;
const leastTip = 4000;     // pixels that a tip changes; what lights up without one is smaller
const leastZoomed = 4000;  // pixels that a zoom changes

/**
 * Places within the plot, clear of axes and legends, one after the other in no order.
 * @param {{x: number, y: number, width: number, height: number}} box
 */
function placesIn({x, y, width, height}) {
  const places = 200;
  return Array.from(
      {length: places},
      (_, i) => ({x: x + width * (0.1 + 0.4 * (i * 0.618034 % 1)), y: y + height * (0.5 + 0.4 * (i * 0.754878 % 1))}));
}

/** By the page's path: where marks are that tell something. @type {Map<string, {x: number, y: number}[]>} */
const tellingPlaces = new Map();

/**
 * Finds places where the mouse has a tip come.
 * @param {MeasuredPage} page
 * @param {{x: number, y: number, width: number, height: number}} box the plot's
 */
async function findMarks(page, box) {
  const path = new URL(page.url()).pathname;
  const known = tellingPlaces.get(path);
  if (known) return known;
  await page.mouse.move(1, 1);
  await mainThreadRests(page);
  const before = await page.screenshot();
  /** @type {{x: number, y: number}[]} */
  const found = [];
  for (const place of placesIn(box)) {
    await page.mouse.move(place.x, place.y);
    await mainThreadRests(page);
    if (await countDifferentPixels(page, before, await page.screenshot()) >= leastTip) found.push(place);
    await page.mouse.move(1, 1);
    await mainThreadRests(page);
    if (found.length === hoveredMarks) break;
  }
  if (found.length < hoveredMarks) throw new Error(`${path}: only ${found.length} marks have a tip`);
  tellingPlaces.set(path, found);
  return found;
}

/**
 * Turns the wheel over the plot, with Ctrl held.
 * @param {MeasuredPage} page
 * @param {number} deltaY
 */
async function zoomStep(page, deltaY) {
  await page.mouse.wheel(0, deltaY);
  await mainThreadRests(page);
}

/** @param {MeasuredPage} page */
async function checkZoom(page) {
  const before = await page.screenshot();
  await zoomStep(page, -100);
  const changed = await countDifferentPixels(page, before, await page.screenshot());
  if (changed < leastZoomed) throw new Error(`${page.url()} does not zoom: ${changed} pixels are others`);
  await zoomStep(page, 100);
}

const zoomSteps = 10;    // in and out in turns, so that all marks are there to be drawn in all of them
const afterZoom = 1000;  // ms, for what is only done once the wheel rests

/**
 * A catalogue's occupations as marks: until they are drawn, a tip that tells of one, and a step of the wheel.
 * @param {import('./contestants.mjs').CatalogueScene} scene
 * @param {string} name
 * @returns {Scenario}
 */
const marks = (scene, name) => async ({browser, url, contestant}) => {
  const {plot} = contestant;
  if (!plot) return {};
  return withPage(browser, async (page) => {
    const address = url + pathOf(scene, contestant);
    const first = await timeUntilShown(page, address);
    await page.goto('about:blank');
    const second = await timeUntilShown(page, address);
    const box = await scrollToTasks(page, {...contestant, tasks: plot, dashboard: 'body'});
    const places = await findMarks(page, box);
    await mainThreadRests(page);
    const hoverAll = async () => {
      for (const {x, y} of places) {
        await page.mouse.move(x, y);
        await mainThreadRests(page);
      }
    };
    await hoverAll();  // what is made once, such as a tip's box, is not a mark's
    const hovering = await mainThreadTimeOf(page, hoverAll);
    await page.keyboard.down('Control');
    await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.5);
    await mainThreadRests(page);
    await checkZoom(page);
    const zooming = await mainThreadTimeOf(page, async () => {
      for (let i = 0; i < zoomSteps; ++i) await zoomStep(page, i % 2 ? 100 : -100);
      await pause(afterZoom);
    });
    return {
      [`${name}: shown, cold, ms`]: first,
      [`${name}: shown, warm, ms`]: second,
      [`${name}: main thread a hovered mark, ms`]: hovering / places.length,
      [`${name}: main thread a zoom step, ms`]: zooming / zoomSteps,
    };
  });
};

/** By the names that --only takes. @type {Record<string, Scenario>} */
export const scenarios = {
  cold,
  cpu,
  slow4g,
  readable,
  hover,
  idle,
  twenty,
  thousand: longList('thousand', '1,000 tasks'),
  scroll: longList('tenThousand', '10,000 tasks'),
  occupations: marks('occupations', '756 occupations'),
  twentyThousand: marks('twentyThousand', '20,000 occupations'),
};
