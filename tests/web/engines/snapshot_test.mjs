// A picture that a page takes: nothing on the page moves for it, nothing of the reader's is lost to it, and it comes
// whatever becomes of the element.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {useBrowser} from './browser.mjs';
import {guardModule} from './gone.mjs';
import {waitUntilDrawn} from './ink.mjs';
import {lastTaken, standIn} from './taken.mjs';
import {bringIntoView, buttonOf, profile, setState, stateOf, waitForStatus, waitForText, widget} from './widget.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const open = useBrowser();

const overview = '<task-scope loading="eager" view="overview" src="catalogue.json"></task-scope>';
const opened = {
  version: 1,
  openTasks: [profile.tasks[0].name],
  panels: ['potential', 'week', 'share'],
};

/**
 * Notes all heights that the element and the page have while pictures of these sizes are taken side by side, and until
 * the page rests again; the pointer moves meanwhile. What is not made has the size 0.
 * @param {Page} page @param {number[]} scales
 */
const takePictures = (page, scales) => page.evaluate(async (sizes) => {
  const element = /** @type {HTMLElementTagNameMap['task-scope']} */ (document.querySelector('task-scope'));
  /** @type {Set<string>} */
  const heights = new Set();
  const note = () => void heights.add(`${element.offsetHeight} of ${document.documentElement.scrollHeight}`);
  const observer = new ResizeObserver(note);
  observer.observe(element);
  let isOver = false;
  const stage = element.shadowRoot?.querySelector('.stage');
  const sample = () => {
    note();
    stage?.dispatchEvent(new PointerEvent('pointermove', {isPrimary: true, clientX: 300, clientY: 100}));  // a frame
    if (!isOver) requestAnimationFrame(sample);
  };
  sample();
  const pictures = await Promise.all(sizes.map(async (scale) => {
    const picture = element.snapshot({scale}).then(createImageBitmap);
    return picture.then(
        ({width, height}) => ({width, height, error: ''}), ({name}) => ({width: 0, height: 0, error: String(name)}));
  }));
  for (let i = 0; i < 10; ++i) await new Promise((done) => requestAnimationFrame(done));
  isOver = true;
  observer.disconnect();
  return {heights: [...heights], pictures};
}, scales);

test('the page keeps its height while pictures are taken, also side by side', async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  for (const state of [{version: 1}, opened]) {
    await setState(page, state);
    await waitForText(page, state === opened ? 'my potential' : 'Career strategy');
    await page.frames();
    const alone = await takePictures(page, [3]);
    const {heights, pictures: [three, one, tooLarge]} = await takePictures(page, [3, 1, 40]);
    for (const seen of [alone.heights, heights]) assert.equal(seen.length, 1, String(seen));
    assert.deepEqual([three.width, one.width], [3600, 1200]);
    assert.ok(Math.abs(three.height - 3 * one.height) < 100 && one.height > 1000, `${three.height}, ${one.height}`);
    assert.deepEqual(alone.pictures, [three]);
    assert.equal(tooLarge.error, 'RangeError');
  }
  await waitUntilDrawn(page);
  assert.deepEqual(await page.problems(), []);
});

test('nor does the page move when a reader saves a picture', async () => {
  const page = await open(widget, {before: standIn});
  await waitForStatus(page, 'ready');
  await setState(page, opened);
  await waitForText(page, 'PNG 3×');
  await page.frames();
  const button = await bringIntoView(page, {selector: '.sharing button', text: 'PNG 3×'});
  await page.evaluate(() => {
    const heights = /** @type {number[]} */ ([]);
    Object.assign(window, {heights});
    const observer = new ResizeObserver(() => void heights.push(document.documentElement.scrollHeight));
    observer.observe(/** @type {HTMLElement} */ (document.querySelector('task-scope')));
  });
  await page.click(button.left + 10, (button.top + button.bottom) / 2);
  await waitForText(page, 'is among your downloads.');
  const heights = await page.evaluate(() => /** @type {number[]} */ (Reflect.get(window, 'heights')));
  assert.ok(Math.max(...heights) - Math.min(...heights) < 100, String(heights));  // what became of it is told in a line
});

test('the same of an overview', async () => {
  const page = await open(overview);
  await waitForStatus(page, 'ready');
  await waitForText(page, '756 of 756 occupations are in view');
  const {heights, pictures: [two]} = await takePictures(page, [2]);
  assert.equal(heights.length, 1, String(heights));
  assert.equal(two.width, 2400);
  assert.deepEqual(await page.problems(), []);
});

test('an element that is removed while its picture is made still gives it, and others go on', async () => {
  const page = await open(widget + widget, {before: guardModule});
  for (const nth of [0, 1]) await waitForStatus(page, 'ready', nth);
  const width = await page.evaluate(async () => {
    const element = /** @type {HTMLElementTagNameMap['task-scope']} */ (document.querySelector('task-scope'));
    const picture = element.snapshot({scale: 2});
    element.remove();
    return (await createImageBitmap(await picture)).width;
  });
  assert.equal(width, 2400);
  await page.evaluate(() => document.querySelector('task-scope')?.setAttribute('text-size', '1.25'));
  await page.frames();
  await waitUntilDrawn(page);
  assert.deepEqual(await page.problems(), []);
});

/**
 * Presses a button and takes a picture in the same breath. How many changes were told of by the time that the page
 * rests.
 * @param {Page} page @param {import('./widget.mjs').Target} target @param {'keyboard' | 'pointer'} hand
 */
const pressAndTakePicture = (page, {selector, text}, hand) => page.evaluate(async (wanted, words, by) => {
  const element = /** @type {HTMLElementTagNameMap['task-scope']} */ (document.querySelector('task-scope'));
  let changes = 0;
  element.addEventListener('change', () => ++changes);
  const buttons = /** @type {NodeListOf<HTMLElement>} */ (element.shadowRoot?.querySelectorAll(wanted));
  const button = [...buttons].find(({textContent}) => textContent?.trim() === words);
  const {left, top, height} = /** @type {HTMLElement} */ (button).getBoundingClientRect();
  const at = {isPrimary: true, bubbles: true, clientX: left + 10, clientY: top + height / 2};
  const types = by === 'pointer' ? ['pointermove', 'pointerdown', 'pointerup'] : [];
  for (const type of types) button?.dispatchEvent(new PointerEvent(type, at));
  if (by === 'keyboard') button?.click();
  await element.snapshot({scale: 2});
  for (let i = 0; i < 10; ++i) await new Promise((done) => requestAnimationFrame(done));
  return changes;
}, selector, text ?? '', hand);

for (const hand of /** @type {const} */ (['keyboard', 'pointer'])) {
  test(`what the reader presses by ${hand} in the moment of a picture is done, and told`, async () => {
    const page = await open(widget, {height: 2500});
    await waitForStatus(page, 'ready');
    assert.equal(await pressAndTakePicture(page, buttonOf(profile.tasks[1]), hand), 1);
    assert.deepEqual((await stateOf(page))?.openTasks, [profile.tasks[1].name]);
    // It is in no picture.
    assert.equal(await pressAndTakePicture(page, {selector: '.toolbar button', text: 'My week'}, hand), 1);
    assert.deepEqual((await stateOf(page))?.panels, ['week']);
    assert.deepEqual(await page.problems(), []);
  });

  test(`what the reader asks of the page by ${hand} in the moment of a picture comes`, async () => {
    const page = await open(widget, {height: 2500, before: standIn});
    await waitForStatus(page, 'ready');
    await setState(page, {version: 1, panels: ['share']});
    await waitForText(page, 'Copy the link');
    await page.frames();
    await pressAndTakePicture(page, {selector: '.sharing button', text: 'Copy the link'}, hand);
    assert.equal((await lastTaken(page, 1)).kind, 'copy');
  });
}

test('the profile of an occupation that is opened in the moment of a picture is asked for', async () => {
  const page = await open(overview);
  await waitForStatus(page, 'ready');
  await waitForText(page, '756 of 756 occupations are in view');
  await page.evaluate(async () => {
    const element = /** @type {HTMLElementTagNameMap['task-scope']} */ (document.querySelector('task-scope'));
    element.state = {version: 1, overview: {open: '29-2072'}};
    await element.snapshot({scale: 1});
  });
  await waitForText(page, 'Career strategy');
});
