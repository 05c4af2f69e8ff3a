// A browser, a server for dist/, and pages with widgets in them.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, before} from 'node:test';
import {fileURLToPath} from 'node:url';

import {serve} from '../../web/tools/serve.mjs';

const require = createRequire(new URL('../../web/package.json', import.meta.url));
/** @type {typeof import('playwright-core')} */
const {chromium} = require('playwright-core');

export const repository = fileURLToPath(new URL('../../', import.meta.url));
export const dist = process.env.DIST ?? `${repository}dist`;
export const screenshots = `${repository}build/screenshots`;

/**
 * What the build says of its files, by their stable names.
 * @type {{version: string, files: Record<string, {
 *   name: string, integrity: string, bytes: number, brotli: number, gzip: number
 * }>}}
 */
export const release = JSON.parse(readFileSync(`${dist}/integrity.json`, 'utf8'));

export const moduleFile = release.files['taskscope.wasm'].name;
/** The module's second part. */
export const playFile = release.files['taskscope-play.wasm'].name;

/**
 * The names of an untouched widget's buttons, in reading order. @param {{tasks: {name: string, automation: number}[]}}
 * profile
 */
export const controlsOf = ({tasks}) =>
    ['My week',
     'Guess first',
     'Share',
     'Present',
     'How is it made? 14% adoption',
     'How is it made? 78% potential',
     'Sort and filter',
     'Show all reasons',
     // By band, the highest first.
     ...[...tasks].sort((a, b) => b.automation - a.automation).map(({name}) => name),
];

// A page that the tests make up has no address space of its own, so Chromium would keep it from loopback servers.
const chromiumArguments = [
  '--disable-features=LocalNetworkAccessChecks', '--no-sandbox', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader'
];

/** @param {string[]} extraArguments */
export const launch = (...extraArguments) => chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [...chromiumArguments, ...extraArguments],
});

export const serveDist = () => serve({root: dist});

/** A browser and a server for all tests of a file; both are there once its tests run. */
export function useBrowser() {
  const shared = {
    browser: /** @type {import('playwright-core').Browser} */ (/** @type {unknown} */ (null)),
    server: /** @type {Awaited<ReturnType<typeof serveDist>>} */ (/** @type {unknown} */ (null)),
  };
  before(async () => {
    [shared.browser, shared.server] = await Promise.all([launch(), serveDist()]);
  });
  after(async () => {
    await shared.browser.close();
    await shared.server.close();
  });
  return shared;
}

export const firstProfile = 'profiles/medical-records-specialists.json';

/** The host page of most tests: a widget, with nothing around it. */
const bareHost = (/** @type {string} */ body) => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>body { margin: 0; font-family: Inter, sans-serif; }</style>
<script type="module" src="task-scope.js"></script>${body}`;

/**
 * Opens a page with `body` on the server, and remembers what goes wrong on it.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {string} body
 * @param {{options?: import('playwright-core').BrowserContextOptions, files?: Record<string, string>}} [more] `files`
 *     are served beside dist's
 */
export async function openPage(browser, url, body, {options = {}, files = {}} = {}) {
  const page = await browser.newPage({viewport: {width: 1200, height: 900}, ...options});
  /** @type {string[]} */
  const problems = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  await page.route(`${url}host.html`, (route) => route.fulfill({contentType: 'text/html', body: bareHost(body)}));
  for (const [name, content] of Object.entries(files)) {
    await page.route(url + name, (route) => route.fulfill({contentType: 'application/json', body: content}));
  }
  await page.goto(`${url}host.html`);
  return {page, problems};
}

/**
 * Waits until the nth widget has the status and, once it is ready, until its mirror has followed.
 * @param {import('playwright-core').Page} page
 * @param {string} status
 */
export async function waitForStatus(page, status, nth = 0) {
  await page.waitForFunction(([wanted, n]) => {
    const element = document.querySelectorAll('task-scope')[n];
    const isMirrored = [element, element?.shadowRoot].some((root) => root?.querySelector('.mirror *'));
    return element?.status === wanted && (wanted !== 'ready' || isMirrored || !element.clientWidth);
  }, /** @type {const} */ ([status, nth]));
  await nextFrames(page);
}

/**
 * Lets the page draw.
 * @param {import('playwright-core').Page} page
 */
export const nextFrames = (page) => page.evaluate(async () => {
  for (let i = 0; i < 3; ++i) await new Promise((done) => requestAnimationFrame(done));
});

/**
 * What the nth widget's notice says.
 * @param {import('playwright-core').Page} page
 */
export const noticeText = (page, nth = 0) => page.evaluate(
    (n) => /** @type {HTMLElement} */ (document.querySelectorAll('task-scope')[n].shadowRoot?.querySelector('.notice'))
               .innerText,
    nth);

/**
 * An element of a mirror. Lengths are in device pixels, from the widget's top left corner.
 * @typedef {{
 *   role: string, text: string, x: number, y: number, width: number, height: number, value: number | null,
 *   hidden: boolean, expanded: string | null
 * }} ShownNode
 */

/**
 * What the nth widget's mirror holds, in reading order.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<ShownNode[]>}
 */
export const describe = (page, nth = 0) => page.evaluate((n) => {
  const root = document.querySelectorAll('task-scope')[n].shadowRoot;
  const mirror = root?.querySelector('.mirror');
  const corner = root?.querySelector('.stage')?.getBoundingClientRect();
  if (!mirror || !corner) return [];
  const names = {
    P: 'paragraph',
    SPAN: 'text',
    UL: 'list',
    LI: 'item',
    TR: 'row',
    TH: 'columnheader',
    TD: 'cell',
    A: 'link',
  };
  const inDevicePixels = (/** @type {number} */ length) => Math.round(length * devicePixelRatio * 10) / 10;
  return [...mirror.querySelectorAll('[data-id]')].map((element) => {
    const box = element.getBoundingClientRect();
    const tag = /** @type {keyof typeof names} */ (element.tagName);
    return {
      role: /^H\d$/.test(tag) ? 'heading' : names[tag] ?? tag.toLowerCase(),
      text: element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '',
      x: inDevicePixels(box.x - corner.x),
      y: inDevicePixels(box.y - corner.y),
      width: inDevicePixels(box.width),
      height: inDevicePixels(box.height),
      value: element instanceof HTMLMeterElement ? element.value : null,
      hidden: element.hasAttribute('hidden'),
      expanded: element.getAttribute('aria-expanded'),
    };
  });
}, nth);

/**
 * Clicks in the middle of the first node of a role with a text, near its left end.
 * @param {import('playwright-core').Page} page
 * @param {string} role
 * @param {string} text
 */
export async function clickNode(page, role, text, nth = 0) {
  const node = (await describe(page, nth)).find((n) => n.role === role && n.text === text);
  if (!node) throw new Error(`no ${role} “${text}” is shown`);
  const {left, top, ratio} = await page.evaluate(([n, y]) => {
    const element = document.querySelectorAll('task-scope')[n];
    scrollBy(0, element.getBoundingClientRect().top + y / devicePixelRatio - innerHeight / 2);
    const box = element.getBoundingClientRect();
    return {left: box.left, top: box.top, ratio: devicePixelRatio};
  }, [nth, node.y]);
  await nextFrames(page);
  await page.mouse.click(left + node.x / ratio + 10, top + (node.y + node.height / 2) / ratio);
  await settle(page, nth);
}

/**
 * Waits until what the nth widget shows has changed no more for longer than any transition.
 * @param {import('playwright-core').Page} page
 */
export async function settle(page, nth = 0) {
  for (let last = '', shown = ' '; shown !== last;) {
    last = shown;
    await page.waitForTimeout(400);
    await nextFrames(page);
    shown = JSON.stringify(await describe(page, nth));
  }
}

/**
 * The pixels of a screenshot, as [r, g, b, a] by pixel(x, y), and one after the other.
 * @param {import('playwright-core').Page} page
 * @param {Buffer} png
 */
export async function readPixels(page, png) {
  const {width, height, data} = await page.evaluate(async (base64) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.drawImage(image, 0, 0);
    const pixels = context.getImageData(0, 0, image.width, image.height);
    let binary = '';
    for (const byte of pixels.data) binary += String.fromCharCode(byte);
    return {width: image.width, height: image.height, data: btoa(binary)};
  }, png.toString('base64'));
  const bytes = Buffer.from(data, 'base64');
  const pixel =
      (/** @type {number} */ x,
       /** @type {number} */ y) => [...bytes.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
  return {width, height, pixel, bytes};
}
