// However much a reader goes through, the page holds what is shown and no more: the module's memory and the canvas of
// all words stay about as large as the first ten left them. Times are no matter here, so this runs in one browser.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';

import {dist, firstProfile, openPage, useBrowser, waitForStatus} from './harness.mjs';

const shared = useBrowser();

/** Lets the page tell what it holds, and make words that nobody has seen. */
const witness = `<script>
const {instantiate} = WebAssembly;
WebAssembly.instantiate = async (...parts) => {
  const instance = await instantiate(...parts);
  if (instance.exports.memory) window.moduleMemory = instance.exports.memory;
  return instance;
};
const {getContext} = HTMLCanvasElement.prototype;
window.wordCanvases = new Set();
HTMLCanvasElement.prototype.getContext = function(kind, options) {
  if (options?.willReadFrequently) wordCanvases.add(this);
  return getContext.call(this, kind, options);
};
let seed = 1;
const random = (count) => (seed = seed * 16807 % 2147483647) % count;
const word = () => Array.from({length: 4 + random(6)}, () => String.fromCharCode(97 + random(26))).join('');
window.newWords = (count) => Array.from({length: count}, word).join(' ');
</script>`;

/**
 * How many bytes the module's memory has, and how many pixels the canvas of all words.
 * @param {import('playwright-core').Page} page
 */
const held = (page) => page.evaluate(() => {
  /** @type {Set<HTMLCanvasElement>} */
  const canvases = Reflect.get(window, 'wordCanvases');
  return {
    memory: Reflect.get(window, 'moduleMemory').buffer.byteLength,
    words: Math.max(...[...canvases].map(({width, height}) => width * height)),
  };
});

/**
 * Goes on for as often as is said, and checks what is left.
 * @param {import('playwright-core').Page} page
 * @param {number} times
 * @param {(time: number) => Promise<unknown>} go
 */
async function checkBounded(page, times, go) {
  for (let time = 0; time < 10; ++time) await go(time);
  const first = await held(page);
  for (let time = 10; time < times; ++time) await go(time);
  const last = await held(page);
  assert.ok(last.memory <= 1.5 * first.memory, `memory: ${first.memory} bytes, then ${last.memory}`);
  assert.ok(last.words <= 1.5 * first.words, `canvas of words: ${first.words} pixels, then ${last.words}`);
}

/** @param {string} body */
async function open(body) {
  const {page, problems} = await openPage(shared.browser, shared.server.url, witness + body);
  await waitForStatus(page, 'ready');
  return {page, problems};
}

test('300 profiles of new words, one after the other', async () => {
  const {page, problems} = await open(`<task-scope src="${firstProfile}"></task-scope>`);
  await checkBounded(page, 300, () => page.evaluate(async () => {
    const newWords = /** @type {(count: number) => string} */ (Reflect.get(window, 'newWords'));
    const element = document.querySelector('task-scope');
    const task = (/** @type {unknown} */ _, /** @type {number} */ place) =>
        ({name: newWords(5), reason: newWords(12), importance: 'core', automation: place * 5});
    const title = newWords(2);
    await element?.load({version: 1, title, tasks: Array.from({length: 20}, task)});
    const mirror = element?.shadowRoot?.querySelector('.mirror');
    while (!mirror?.textContent?.includes(title)) await new Promise(requestAnimationFrame);
  }));
  assert.deepEqual(problems, []);
  await page.close();
});

test('300 occupations and 500 searches of an overview', async () => {
  const {page, problems} = await open('<task-scope view="overview" src="catalogue.json"></task-scope>');
  /** @type {{occupations: {codes: string[], titles: string[]}}} */
  const {occupations: {codes, titles}} = JSON.parse(readFileSync(`${dist}/catalogue.json`, 'utf8'));
  await checkBounded(page, 300, (time) => page.evaluate(async (code) => {
    const element = document.querySelector('task-scope');
    if (element) element.state = {version: 1, overview: {open: code}};
    for (let i = 0; i < 3; ++i) await new Promise(requestAnimationFrame);
  }, codes[time]));
  await page.evaluate(() => Object.assign(/** @type {object} */ (document.querySelector('task-scope')), {state: null}));
  await page.waitForFunction(() => document.querySelector('task-scope')?.shadowRoot?.querySelector('[role=combobox]'));
  await checkBounded(page, 500, (time) => page.evaluate(async (typed) => {
    const field = document.querySelector('task-scope')?.shadowRoot?.querySelector('[role=combobox]');
    if (!(field instanceof HTMLInputElement)) throw new Error('There is no search.');
    field.value = typed;
    field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    for (let i = 0; i < 2; ++i) await new Promise(requestAnimationFrame);
  }, titles[time].slice(0, 1 + time % titles[time].length)));
  assert.deepEqual(problems, []);
  await page.close();
});
