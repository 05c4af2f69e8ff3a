// Pointer and keyboard: what they open and close, where the focus goes, and what shows it.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {controlsOf} from '../harness.mjs';

import {needs, useBrowser} from './browser.mjs';
import {eventually} from './page.mjs';
import {boxOf, bringIntoView, buttonOf, clickOn, focusedText, heightOf, profile, waitForOpenTasks, waitForStatus, widget} from './widget.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const open = useBrowser();

/** The first task's button. */
const first = buttonOf(profile.tasks[0]);

/** Waits until the first task's reason is shown, or is not. @param {Page} page @param {boolean} wanted */
const waitForReason = (page, wanted) => page.waitFor((reason, isShown) => {
  const cells = document.querySelector('task-scope')?.shadowRoot?.querySelectorAll('.reason') ?? [];
  const cell = [...cells].find(({textContent}) => textContent?.trim() === reason);
  return cell && cell.hasAttribute('hidden') !== isShown;
}, profile.tasks[0].reason, wanted);

test('a press on a task opens its reason and the element grows; another closes it', async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  await waitForReason(page, false);
  const closed = await heightOf(page);
  await clickOn(page, first);
  await waitForReason(page, true);
  await page.waitFor((height) => (document.querySelector('task-scope')?.clientHeight ?? 0) > height + 20, closed);
  await clickOn(page, first);
  await waitForReason(page, false);
  await page.waitFor((height) => document.querySelector('task-scope')?.clientHeight === height, closed);
  assert.deepEqual(await page.problems(), []);
});

test('a tap opens a task', needs('touch'), async () => {
  const page = await open(widget, {width: 500});
  await waitForStatus(page, 'ready');
  const {left, top, bottom} = await bringIntoView(page, first);
  await page.tap(left + 10, (top + bottom) / 2);
  await waitForReason(page, true);
});

test('a pointer that drags across a task opens nothing', async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  const {left, right, top, bottom} = await bringIntoView(page, first);
  const middle = (top + bottom) / 2;
  await page.drag([left + 30, middle], [Math.min(right, left + 200), middle]);
  await page.frames();
  await waitForOpenTasks(page, 0);
  await page.click(left + 30, middle);
  await waitForOpenTasks(page, 1);
});

/**
 * Scrolls by so much, and lets a pointer do something to the first task at once: before the scroll is heard of.
 * @param {Page} page
 * @param {number} distance
 * @param {string[]} types of events
 */
const scrollAndPoint = (page, distance, types) => page.evaluate((name, y, events) => {
  const stage = document.querySelector('task-scope')?.shadowRoot?.querySelector('.stage');
  const button = [...stage?.querySelectorAll('button') ?? []].find(({textContent}) => textContent?.trim() === name);
  scrollBy(0, y);
  const {left, top, bottom} = /** @type {Element} */ (button).getBoundingClientRect();
  for (const type of events) {
    const place = {clientX: left + 10, clientY: (top + bottom) / 2};
    stage?.dispatchEvent(new PointerEvent(type, {...place, isPrimary: true, button: 0}));
  }
}, profile.tasks[0].name, distance, types);

test('a press that comes with a scroll is kept, one that is scrolled away is not', async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  await bringIntoView(page, first);
  await scrollAndPoint(page, 40, ['pointermove', 'pointerdown']);
  await page.frames();
  await scrollAndPoint(page, 0, ['pointerup']);
  await waitForReason(page, true);
  await scrollAndPoint(page, 0, ['pointermove', 'pointerdown']);
  await scrollAndPoint(page, 40, []);
  await page.frames();
  await scrollAndPoint(page, 0, ['pointerup']);
  await page.frames();
  await waitForReason(page, true);
});

test('a bar under the pointer says what it means, until Escape', async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  await page.move(5, 5);
  const bar = await boxOf(page, {selector: 'meter'});
  const [x, y] = [Math.round(bar.left + 20), Math.round((bar.top + bar.bottom) / 2)];
  const plain = await page.pixels();
  await page.move(x, y);
  // The tip's ground is the ink's colour.
  await eventually(async () => assert.deepEqual((await page.pixels()).pixel(x + 20, y + 18), [0x14, 0x20, 0x2e]));
  await page.press('Escape');
  await eventually(async () => assert.deepEqual((await page.pixels()).bytes, plain.bytes));
});

/** Tasks as they stand: by band, the highest first. */
const tasksInOrder = [...profile.tasks].sort((a, b) => b.automation - a.automation).map(({name}) => name);
const controls = controlsOf(profile);

test('Tab goes through every control in reading order, out of the widgets, and back', async () => {
  const page = await open(`<a href="#b">before</a>${widget}${widget}<a href="#a">after</a>`);
  await waitForStatus(page, 'ready', 0);
  await waitForStatus(page, 'ready', 1);
  await page.evaluate(() => document.querySelector('a')?.focus());
  const walk = ['before', ...controls, ...controls, 'after'];
  for (const name of walk.slice(1)) {
    await page.press('Tab');
    await eventually(async () => assert.equal(await focusedText(page), name));
  }
  for (const name of walk.reverse().slice(1)) {
    await page.press('Shift+Tab');
    await eventually(async () => assert.equal(await focusedText(page), name));
  }
});

test('Enter and Space open and close the task that has the focus, and Escape closes it', async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  for (let i = 0; i <= controls.indexOf(tasksInOrder[0]); ++i) await page.press('Tab');
  const keys = /** @type {const} */ ([['Enter', 1], ['Enter', 0], [' ', 1], [' ', 0], ['Enter', 1], ['Escape', 0]]);
  for (const [key, opened] of keys) {
    assert.equal(await focusedText(page), tasksInOrder[0]);
    await page.press(key);
    await waitForOpenTasks(page, opened);
  }
  assert.equal(await focusedText(page), tasksInOrder[0]);
});

test('a ring stands around what has the focus by keyboard, where it is drawn', async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  for (const name of controls) {
    await page.press('Tab');
    const box = await boxOf(page, {selector: 'button:focus-visible', text: name});
    const middle = Math.round((box.left + box.right) / 2);
    await eventually(async () => {
      const {pixel} = await page.pixels();
      for (const y of [box.top - 2, box.bottom + 1]) {
        assert.deepEqual(pixel(middle, Math.round(y)), [0x0b, 0x63, 0xce], name);
      }
    });
  }
});

test('a press by the pointer moves the focus, and shows no ring', async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  await clickOn(page, {selector: 'button', text: 'Show all reasons'});
  await waitForOpenTasks(page, profile.tasks.length);
  assert.equal(await focusedText(page), 'Hide all reasons');
  const root = () => document.querySelector('task-scope')?.shadowRoot?.querySelectorAll(':focus-visible').length;
  assert.equal(await page.evaluate(root), 0);
});
