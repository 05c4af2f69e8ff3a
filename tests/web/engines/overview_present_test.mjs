// Presenting an overview and its occupations, by pointer, keyboard and touch: the plot stays live in it.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {needs, useBrowser} from './browser.mjs';
import {eventually} from './page.mjs';
import {boxOf, clickOn, focusedText, stateOf, tabTo, tapOn, waitForStatus, waitForText} from './widget.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const open = useBrowser();

const overview = '<p>Before</p><task-scope loading="eager" view="overview" src="catalogue.json"></task-scope>';
const present = {
  selector: '.toolbar button',
  text: 'Present'
};
const row = {
  selector: '.open-occupation'
};
const back = {
  selector: '.back'
};
/** @param {'previous' | 'next' | 'leave'} way */
const control = (way) => ({selector: `.slide-${way}`});

/** Waits until a section is shown, and gives its name. @param {Page} page @param {string} number "1 of 2" */
const waitForSection = (page, number) => page.waitFor((begin) => {
  const root = document.querySelector('task-scope')?.shadowRoot?.querySelector('.root.presenting');
  const label = root?.getAttribute('aria-label') ?? '';
  return label.startsWith(begin) && label.slice(begin.length);
}, `Section ${number}: `);

/** How many sections there are, once it is the first that is shown. @param {Page} page @param {string} name */
const countSections = (page, name) => page.waitFor((wanted) => {
  const root = document.querySelector('task-scope')?.shadowRoot?.querySelector('.root.presenting');
  return Number(new RegExp(`^Section 1 of (\\d+): ${wanted}$`).exec(root?.getAttribute('aria-label') ?? '')?.[1]);
}, name);

/** @param {Page} page */
const waitForEnd = (page) => page.waitFor(() => {
  const root = document.querySelector('task-scope')?.shadowRoot?.querySelector('.root');
  return !root?.classList.contains('presenting') && !document.fullscreenElement;
});

/**
 * Presses what lies in the window already, once it rests. @param {Page} page @param {import('./widget.mjs').Target}
 * target
 */
async function pressHere(page, target, how = page.click.bind(page)) {
  const {left, top, bottom} = await eventually(async () => {
    const before = await boxOf(page, target);
    await page.frames();
    const box = await boxOf(page, target);
    assert.deepEqual(box, before);
    return box;
  });
  await how(left + 10, (top + bottom) / 2);
}

/** @param {Page} page */
const openNow = async (page) => (await stateOf(page))?.overview?.open;

/** @param {Page} page */
const announced = (page) => page.evaluate(
    () => document.querySelector('task-scope')?.shadowRoot?.querySelector('.announcement')?.textContent ?? '');

/** From the picture to the table, to an occupation, through it, and back. @param {Page} page */
async function walkThrough(page, /** @type {(target: import('./widget.mjs').Target) => Promise<void>} */ press) {
  assert.equal(await waitForSection(page, '1 of 2'), 'Occupations of the United States');
  await press(control('next'));
  assert.equal(await waitForSection(page, '2 of 2'), 'Occupations in view');
  await press(row);
  const count = await countSections(page, 'Computer Programmers');
  assert.ok(count >= 5, String(count));
  await press(control('next'));
  await waitForSection(page, `2 of ${count}`);
  await press(control('previous'));
  await waitForSection(page, `1 of ${count}`);
  await press(back);
  await waitForSection(page, '1 of 2');
  await press(control('leave'));
  await waitForEnd(page);
  assert.equal(await openNow(page), undefined);
  assert.deepEqual(await page.problems(), []);
}

test('by pointer: the picture, the table, an occupation with its figures, and back', async () => {
  const page = await open(overview);
  await waitForStatus(page, 'ready');
  await clickOn(page, present);
  await waitForSection(page, '1 of 2');
  await page.keepPicture('overview-present');
  await walkThrough(page, (target) => pressHere(page, target));
});

test('by touch: the same', needs('touch'), async () => {
  const page = await open(overview, {width: 390});
  await waitForStatus(page, 'ready');
  await tapOn(page, present);
  await walkThrough(page, async (target) => {
    if (target === row || target === back) return tapOn(page, target);  // which may be out of sight
    return pressHere(page, target, page.tap.bind(page));
  });
});

test('by keyboard: arrows turn, but on the plot they walk its marks, and Tab comes round to it', async () => {
  const page = await open(overview);
  await waitForStatus(page, 'ready');
  await tabTo(page, /^Present$/);
  await page.press('Enter');
  await waitForSection(page, '1 of 2');
  await page.press('ArrowRight');
  await waitForSection(page, '2 of 2');
  await page.press('Home');
  await waitForSection(page, '1 of 2');
  await tabTo(page, /^Plot, /);
  await page.press('ArrowRight');
  await eventually(async () => assert.match(await announced(page), /Median wage/));
  await page.press('=');
  await eventually(async () => assert.ok((await stateOf(page))?.overview?.window));
  await page.press('Shift+ArrowRight');
  await waitForSection(page, '1 of 2');
  await page.press('Shift+Tab');
  assert.equal(await focusedText(page), 'Leave');
  await page.press('Tab');
  assert.match(await focusedText(page), /^Plot, /);
  await page.press('ArrowLeft');
  await page.press('Enter');
  await eventually(async () => assert.ok(await openNow(page)));
  await waitForText(page, 'Back to the overview');
  await eventually(async () => assert.equal(await focusedText(page), 'Back to the overview'));
  await page.press('ArrowRight');
  await eventually(async () => assert.doesNotMatch(await announced(page), /Section 1/));
  await page.press('Escape');
  await waitForEnd(page);
  assert.deepEqual(await page.problems(), []);
});
