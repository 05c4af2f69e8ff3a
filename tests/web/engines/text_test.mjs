// The dashboard as text: what can be selected, copied, found and printed, and what stands there without a drawing.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {test} from 'node:test';

import {needs, useBrowser} from './browser.mjs';
import {assertInTheOpen} from './open_text.mjs';
import {boxOf, bringIntoView, profile, waitForOpenTasks, waitForStatus, widget} from './widget.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const open = useBrowser();

async function openReady() {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  return page;
}

/** Copies as a reader does. @param {Page} page @returns {Promise<string>} what comes to the clipboard */
async function copy(page) {
  await page.evaluate(() => {
    Object.assign(window, {copied: null});
    addEventListener('copy', (event) => {
      Object.assign(window, {copied: event.clipboardData?.getData('text/plain')});
    }, {once: true});
  });
  await page.press('Control+c');
  await page.waitFor(() => Reflect.get(window, 'copied') !== null);
  return page.evaluate(() => Reflect.get(window, 'copied'));
}

const linesOf = (/** @type {string} */ text) => text.split('\n').map((line) => line.trim());

test('a selection by the pointer from one paragraph into another is shown, and copied as they stand', async () => {
  const page = await openReady();
  const plain = await page.pixels();
  const from = await boxOf(page, {selector: '.dashboard > .summary .line'});
  const to = await boxOf(page, {selector: '.market .covers .line'});
  await page.drag([from.left + 2, from.top + 10], [to.right - 2, to.top + 10]);
  const lines = linesOf(await copy(page));
  assert.ok(lines.includes(profile.market.summary), lines.join('\n'));
  const words = await boxOf(page, {selector: '.market .summary .line'});
  const [x, y] = [Math.round(words.left) + 1, Math.round(words.top) + 1];
  assert.notDeepEqual((await page.pixels()).pixel(x, y), plain.pixel(x, y));
});

/**
 * Where a selection of the first strategy's text may end. @typedef {Record<'card' | 'next' | 'last', DOMRect>} Boxes
 */

/** @type {[string, ReturnType<typeof needs>, (boxes: Boxes) => [number, number]][]} */
const looseEnds = [
  ['beside the last line', {skip: false}, ({card, last}) => [card.right - 2, last.top + 10]],
  ['below the last line', needs('loose ends'), ({last}) => [last.left + 100, last.bottom + 8]],
  ['between the cards', needs('loose ends'), ({card, next, last}) => [(card.right + next.left) / 2, last.top + 10]],
];

for (const [where, options, endIn] of looseEnds) {
  test(`a selection that ends ${where} holds the words, and is copied as they stand`, options, async () => {
    const page = await openReady();
    const card = await bringIntoView(page, {selector: '.strategies .card'});
    const next = await boxOf(page, {selector: '.strategies .card + .card'});
    const first = await boxOf(page, {selector: '.strategies .text .line'});
    const last = await boxOf(page, {selector: '.strategies .text .line:nth-last-child(2)'});
    await page.drag([first.left + 1, first.top + 10], endIn({card, next, last}));
    const copied = await copy(page);
    assert.ok(profile.strategies[0].text.startsWith(copied) && copied.length > 200, copied);
  });
}

test('a copy of everything has a line for each paragraph and each task', async () => {
  const page = await openReady();
  await page.evaluate(() => {
    const mirror = document.querySelector('task-scope')?.shadowRoot?.querySelector('.mirror');
    if (mirror) getSelection()?.selectAllChildren(mirror);
  });
  const lines = linesOf(await copy(page));
  for (const text of [profile.title, profile.summary, profile.market.summary, profile.strategies[1].text]) {
    assert.ok(lines.includes(text), text);
  }
  for (const {name, importance, automation} of profile.tasks) {
    assert.ok(lines.includes(`${name}\t${importance === 'core' ? 'Core' : 'Important'}\t${automation}%`), name);
  }
});

/** @param {Page} page @param {string} text @returns {Promise<boolean>} */
const find = (page, text) =>
    page.evaluate((wanted) => Reflect.apply(Reflect.get(window, 'find'), window, [wanted, false, false, true]), text);

test('find finds headings, tasks and whole paragraphs, and brings them into view', needs('find'), async () => {
  const page = await open(`<div style="height: 3000px"></div>${widget}`);
  await waitForStatus(page, 'ready');
  const {tasks, strategies, evidence} = profile;
  for (const text of [profile.title, 'AI uses', tasks[0].name, strategies[0].text, evidence[3].note]) {
    await page.evaluate(() => {
      getSelection()?.removeAllRanges();
      scrollTo(0, 0);
    });
    assert.ok(await find(page, text), text);
    await page.waitFor(() => scrollY > 2000);
  }
});

test('find opens the task whose reason it finds', needs('find what is closed'), async () => {
  const page = await openReady();
  const {reason} = profile.tasks[2];
  assert.ok(await find(page, reason));
  await waitForOpenTasks(page, 1);
  const opened = await page.evaluate(() => {
    const root = document.querySelector('task-scope')?.shadowRoot;
    return root?.querySelector('[aria-expanded=true]')?.closest('[role=row]')?.querySelector('.reason')?.textContent;
  });
  assert.equal(opened?.trim(), reason);
});

/** The tasks' reasons. @type {string[]} */
const reasons = profile.tasks.map((/** @type {{reason: string}} */ task) => task.reason);

test('print holds the whole dashboard in the columns of its paper', needs('print'), async (context) => {
  const page = await openReady();
  const folder = mkdtempSync(`${tmpdir()}/print-`);
  context.after(() => rmSync(folder, {recursive: true}));
  const file = `${folder}/page.pdf`;
  writeFileSync(file, await page.print());
  const words = (/** @type {string} */ text) => text.replace(/[\s\u00AD-]+/g, '');  // however it was broken
  const printed = words(execFileSync('pdftotext', [file, '-'], {encoding: 'utf8'}));
  for (const text of [profile.title, profile.summary, ...reasons]) assert.ok(printed.includes(words(text)), text);
  // Text that is cut is in the file nevertheless, but not within its box: the title's is as wide as it is on screen.
  const bounds = execFileSync('pdftotext', ['-bbox', '-f', '1', '-l', '1', file, '-'], {encoding: 'utf8'});
  const figure = /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">78%</.exec(bounds);
  assert.ok(figure, '78% is not printed');
  assert.ok(Number(figure[4]) - Number(figure[2]) > 30, 'the headline figure is small');
});

test('without WebGL2 the text stands in the open, and its tasks open', async () => {
  const page = await open(widget, {
    before: () => {
      for (const {prototype} of [HTMLCanvasElement, OffscreenCanvas]) {
        const original = prototype.getContext;
        prototype.getContext = function(/** @type {any[]} */...parameters) {
          return parameters[0] === 'webgl2' ? null : Reflect.apply(original, this, parameters);
        };
      }
    },
  });
  await waitForStatus(page, 'ready');
  await assertInTheOpen(page, 'without-webgl');
});
