// The page where profiles are written, as axe-core sees it in every state; with the browser's own files; and that
// nobody else pays for it.
import assert from 'node:assert/strict';
import {mkdirSync, readFileSync} from 'node:fs';
import {before, test} from 'node:test';

import {findPlace, readText, writeText} from '../../web/edit-text.js';

import {assertNoViolation} from './axe.mjs';
import {firstProfile, repository, screenshots, useBrowser, waitForStatus} from './harness.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').BrowserContextOptions} Options */

const shared = useBrowser();
before(() => mkdirSync(screenshots, {recursive: true}));

const bad = readFileSync(`${repository}tests/data/invalid/errors-and-warnings.json`, 'utf8');

/** @param {Options} [options] */
async function openEditor(options) {
  const context = await shared.browser.newContext({viewport: {width: 1200, height: 900}, ...options});
  // The dialogs of the File System Access API are out of reach; engines/editor_test.mjs stands in for them.
  await context.addInitScript(
      () => Object.assign(window, {showOpenFilePicker: undefined, showSaveFilePicker: undefined}));
  const page = await context.newPage();
  /** @type {string[]} */
  const problems = [];
  page.on('console', (message) => {
    if (!/^blob:.*: (error|warning): /.test(message.text())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(`${shared.server.url}edit.html`);
  return {page, problems, close: () => context.close()};
}

/** @param {Page} page @param {string} words */
const waitForTally = (page, words) => page.locator('#tally', {hasText: words}).waitFor();

/** @param {Page} page */
async function showExample(page) {
  await page.click('#example');
  await waitForStatus(page, 'ready');
  await waitForTally(page, 'No errors');
}

/** @param {Page} page */
async function showMistakes(page) {
  await showExample(page);
  await page.fill('#text', bad);
  await waitForTally(page, '1 error, 2 warnings.');
}

/** @type {Record<string, (page: Page) => Promise<void>>} */
const states = {
  'start': async () => {},
  'example': showExample,
  'mistakes': showMistakes,
  'left': async (page) => {
    await showMistakes(page);
    await page.click('#new');
    await waitForTally(page, 'No errors');
  },
  'dropping': (page) => page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['{}'], 'a.json'));
    document.body.dispatchEvent(new DragEvent('dragover', {dataTransfer, bubbles: true, cancelable: true}));
  }),
};

/** @type {{name: string, options: Options}[]} */
const looks = [
  {name: 'wide-light', options: {}},
  {name: 'narrow-dark', options: {viewport: {width: 320, height: 800}, colorScheme: 'dark', deviceScaleFactor: 2}},
];

for (const {name, options} of looks) {
  test(`axe-core finds nothing in the editor, and nothing is wider than the window: ${name}`, async () => {
    for (const [state, prepare] of Object.entries(states)) {
      const {page, problems, close} = await openEditor(options);
      await prepare(page);
      assert.ok((await assertNoViolation(page)).includes('color-contrast'), state);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), state);
      await page.screenshot({path: `${screenshots}/editor-${state}-${name}.png`});
      assert.deepEqual(problems, [], state);
      await close();
    }
  });
}

test('axe-core finds nothing in the editor in forced colours', async () => {
  const {page, close} = await openEditor({forcedColors: 'active'});
  await showMistakes(page);
  await assertNoViolation(page);
  await page.screenshot({path: `${screenshots}/editor-forced-colors.png`});
  await close();
});

test('a file is chosen, changed and downloaded, with its own line ends and mark', async () => {
  const {page, problems, close} = await openEditor();
  const text = '\uFEFF{\r\n  "version": 1,\r\n  "title": "Größe 😀"\r\n}\r\n';
  const choosing = page.waitForEvent('filechooser');
  await page.click('#open');
  await (await choosing).setFiles({name: 'chosen.json', mimeType: 'application/json', buffer: Buffer.from(text)});
  await waitForTally(page, 'No errors');
  await page.locator('#text').press('Control+End');
  await page.keyboard.press('Enter');
  assert.equal(await page.title(), '• chosen.json – Taskscope');
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const download = await downloading;
  assert.equal(download.suggestedFilename(), 'chosen.json');
  assert.equal(readFileSync(await download.path(), 'utf8'), `${text}\r\n`);
  assert.equal(await page.title(), 'chosen.json – Taskscope');
  assert.deepEqual(problems, []);
  await close();
});

test('who leaves with changes is asked, who leaves without is not', async () => {
  const {page, close} = await openEditor();
  await showExample(page);
  await page.goto('about:blank');
  await page.goto(`${shared.server.url}edit.html`);
  await page.locator('#text').press('x');
  const asking = page.waitForEvent('dialog');
  const leaving = page.goto('about:blank');
  const dialog = await asking;
  assert.equal(dialog.type(), 'beforeunload');
  await dialog.accept();
  await leaving;
  await close();
});

test('pages that only show a profile ask for nothing of the editor', async () => {
  for (const address of ['', `embed.html?src=${firstProfile}`, 'standalone.html']) {
    const page = await shared.browser.newPage();
    /** @type {string[]} */
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(shared.server.url + address);
    if (address !== 'standalone.html') await waitForStatus(page, 'ready');
    assert.deepEqual(asked.filter((url) => /\/edit\b/.test(url)), []);
    await page.close();
  }
});

/** @param {string} text */
const read = (text) => readText(Buffer.from(text));

test('a text keeps its mark and its line ends; of several kinds the usual one counts', () => {
  for (const text of ['', 'a', 'a\r\nb\r\n', '\uFEFFa\rb', 'a\r\nb\nc\r\n', '\r\r\n\n']) {
    const file = read(text);
    assert.equal(file.text, text.replace('\uFEFF', '').replace(/\r\n?/g, '\n'));
    assert.equal(writeText(file, file.text), text);
  }
  assert.equal(writeText(read('\uFEFFa\r\nb\nc\r\n'), 'a\nd\n'), '\uFEFFa\r\nd\r\n');
  assert.equal(writeText(read('\uFEFFa'), '\uFEFFb'), '\uFEFFb');
  assert.equal(writeText(read('a\rb'), 'c\nd'), 'c\rd');
});

test('a place is a word, a number, a quoted text, one character, or the end of a line', () => {
  const selected = (/** @type {string} */ text, /** @type {number} */ line, /** @type {number} */ column) => {
    const {start, end} = findPlace(text, {line, column});
    return [start, text.slice(start, end)];
  };
  assert.deepEqual(selected('{"a": -1.5e3}', 1, 7), [6, '-1.5e3']);
  assert.deepEqual(selected('😀{"a\\"b": 1}', 1, 3), [3, '"a\\"b"']);
  assert.deepEqual(selected('{\n  “a”', 2, 3), [4, '“']);
  assert.deepEqual(selected('a\n😀', 2, 1), [2, '😀']);
  assert.deepEqual(selected('a\n"not closed\nb', 2, 1), [2, '"not closed']);
  assert.deepEqual(selected('ab\nc', 1, 3), [2, '']);
  assert.deepEqual(selected('ab\n', 2, 1), [3, '']);
  assert.deepEqual(selected('', 1, 1), [0, '']);
});
