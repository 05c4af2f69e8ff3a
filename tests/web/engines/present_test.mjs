// Presenting: one section at a time over the screen; by pointer, keyboard and touch, and everything as it was after.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {needs, useBrowser} from './browser.mjs';
import {eventually} from './page.mjs';
import {boxOf, clickOn, focusedText, profile, stateOf, tabTo, tapOn, textOf, waitForStatus, waitForText, widget} from './widget.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const open = useBrowser();

const sections = 6 + profile.strategies.length;
const longText = '<p>Something to read.</p>'.repeat(30);
const article = `<h1>An article</h1>${longText}${widget}${longText}`;
const strict = {
  'content-security-policy': 'default-src \'none\'; script-src \'self\' \'wasm-unsafe-eval\'; style-src \'self\'; ' +
      'connect-src \'self\'; require-trusted-types-for \'script\''
};

const present = {
  selector: '.toolbar button',
  text: 'Present'
};
/** @param {'previous' | 'next' | 'leave'} way */
const control = (way) => ({selector: `.slide-${way}`});

/** What the page is like around the dashboard. @param {Page} page */
const pageOf = (page) => page.evaluate(() => {
  const element = document.querySelector('task-scope');
  const root = element?.shadowRoot?.querySelector('.root');
  const attributes = root?.getAttributeNames().filter((name) => name !== 'style');
  const {top, width, height} = /** @type {DOMRect} */ (element?.getBoundingClientRect());
  const sheets = element?.shadowRoot?.adoptedStyleSheets.length;
  return {scrollX, scrollY, top, width, height, attributes, sheets, page: document.documentElement.scrollHeight};
});

/** What is said of the section that is shown. @param {Page} page */
const labelOf = (page) => page.evaluate(
    () => document.querySelector('task-scope')?.shadowRoot?.querySelector('.presenting')?.getAttribute('aria-label') ??
        '');

/** Waits until a section is shown, and gives its name. @param {Page} page @param {number} number from 1 */
const waitForSection = (page, number) => page.waitFor((begin) => {
  const root = document.querySelector('task-scope')?.shadowRoot?.querySelector('.root.presenting');
  const label = root?.getAttribute('aria-label') ?? '';
  return label.startsWith(begin) && label.slice(begin.length);
}, `Section ${number} of ${sections}: `);

/** @param {Page} page */
const waitForEnd = (page) => page.waitFor(() => {
  const root = document.querySelector('task-scope')?.shadowRoot?.querySelector('.root');
  return !root?.classList.contains('presenting') && !document.fullscreenElement;
});

/** Where the section's box is in the window. @param {Page} page */
const rootBox = (page) => page.evaluate(() => {
  const root = document.querySelector('task-scope')?.shadowRoot?.querySelector('.root');
  const {left, top, width, height} = /** @type {DOMRect} */ (root?.getBoundingClientRect());
  return {left, top, width: width - innerWidth, height: height - innerHeight};
});

/** Where something rests: the window may be on its way to another size. @param {Page} page */
const restOf = (page, /** @type {import('./widget.mjs').Target} */ target) => eventually(async () => {
  const before = await boxOf(page, target);
  await page.frames();
  const box = await boxOf(page, target);
  assert.deepEqual(box, before);
  return box;
});

/**
 * Presses something that lies in the window already. @param {Page} page @param {import('./widget.mjs').Target} target
 */
async function pressHere(page, target, how = page.click.bind(page)) {
  const {left, right, top, bottom} = await restOf(page, target);
  await how((left + right) / 2, (top + bottom) / 2);
}

/** Where the light is, and whether it shines. @param {Page} page */
const lightOf = (page) => page.evaluate(() => {
  const light = document.querySelector('task-scope')?.shadowRoot?.querySelector('.laser');
  const {left, top, width, height} = /** @type {DOMRect} */ (light?.getBoundingClientRect());
  return {x: left + width / 2, y: top + height / 2, isOn: Boolean(light?.classList.contains('on'))};
});

test(
    'presenting by pointer: sections in large type, a light that follows, and everything as it was after', async () => {
      const page = await open(article, {headers: strict});
      await waitForStatus(page, 'ready');
      const usualSize = (await boxOf(page, {selector: '.market h3'})).height;
      const {top} = await boxOf(page, present);
      await page.evaluate((y) => scrollBy(0, y - 300), top);
      await page.frames();
      const before = await pageOf(page);
      const words = await textOf(page);
      await pressHere(page, present);
      assert.equal(await waitForSection(page, 1), profile.title);
      assert.deepEqual(await rootBox(page), {left: 0, top: 0, width: 0, height: 0});
      await pressHere(page, control('next'));
      assert.equal(await waitForSection(page, 2), 'Automation');
      await pressHere(page, control('next'));
      assert.equal(await waitForSection(page, 3), 'Market check');
      assert.ok((await boxOf(page, {selector: '.market h3'})).height > usualSize);
      assert.match(
          await textOf(page), new RegExp(`^${profile.title} .*Market check.* ?Previous ?3 / ${sections} ?Next ?Leave`));
      assert.doesNotMatch(await textOf(page), /possible automation/);
      await pressHere(page, control('previous'));
      await waitForSection(page, 2);
      await page.keepPicture('present');
      // The light is where the pointer is, until that rests or is over the controls.
      await page.move(400, 300);
      await eventually(async () => assert.deepEqual(await lightOf(page), {x: 400, y: 300, isOn: true}));
      await eventually(async () => assert.equal((await lightOf(page)).isOn, false));
      await page.move(500, 310);
      await eventually(async () => assert.equal((await lightOf(page)).isOn, true));
      const {left, top: controlTop} = await restOf(page, control('leave'));
      await page.move(left + 5, controlTop + 5);
      await eventually(async () => assert.equal((await lightOf(page)).isOn, false));
      assert.deepEqual(await stateOf(page), {version: 1});
      await pressHere(page, control('leave'));
      await waitForEnd(page);
      await eventually(async () => assert.deepEqual(await pageOf(page), before));
      assert.equal(await textOf(page), words);
      assert.deepEqual(await page.problems(), []);
    });

test('what is drawn can be pressed while it is presented, and stays', async () => {
  const page = await open(article);
  await waitForStatus(page, 'ready');
  await clickOn(page, present);
  await waitForSection(page, 1);
  for (const key of ['End', 'ArrowLeft', 'ArrowLeft']) await page.press(key);
  assert.equal(await waitForSection(page, sections - 2), 'Tasks');
  await pressHere(page, {selector: 'button[aria-expanded]', text: profile.tasks[0].name});
  await eventually(async () => assert.deepEqual(await stateOf(page), {version: 1, openTasks: [profile.tasks[0].name]}));
  await page.press('Escape');
  await waitForEnd(page);
  assert.deepEqual(await stateOf(page), {version: 1, openTasks: [profile.tasks[0].name]});
});

test('presenting by keyboard alone', async () => {
  const page = await open(article);
  await waitForStatus(page, 'ready');
  await tabTo(page, /^Present$/);
  const before = await pageOf(page);
  await page.press('Enter');
  await waitForSection(page, 1);
  await page.press('ArrowRight');
  await waitForSection(page, 2);
  await page.press('PageDown');
  await waitForSection(page, 3);
  await page.press(' ');
  await waitForSection(page, 4);
  await page.press('Shift+ ');
  await waitForSection(page, 3);
  await page.press('ArrowLeft');
  await waitForSection(page, 2);
  await page.press('PageUp');
  await waitForSection(page, 1);
  await page.press('ArrowLeft');  // there is none before
  await waitForSection(page, 1);
  await page.press('End');
  assert.equal(await waitForSection(page, sections), 'Evidence');
  await page.press('ArrowRight');
  await page.press('Home');
  await waitForSection(page, 1);
  // Tab stays within, and what has the focus keeps its keys.
  await tabTo(page, /^Next$/);
  await page.press(' ');
  await waitForSection(page, 2);
  assert.equal(await focusedText(page), 'Next');
  for (let i = 0; i < 8; ++i) {
    await page.press('Tab');
    assert.notEqual(await focusedText(page), '');
  }
  await tabTo(page, /^Leave$/);
  await page.press('Tab');
  assert.match(await focusedText(page), /^How is it made\?/);  // the first
  await page.press('Shift+Tab');
  assert.equal(await focusedText(page), 'Leave');
  await page.press('Escape');
  await waitForEnd(page);
  await eventually(async () => assert.equal(await focusedText(page), 'Present'));
  await eventually(async () => assert.deepEqual(await pageOf(page), before));
  assert.deepEqual(await page.problems(), []);
});

test('presenting by touch', needs('touch'), async () => {
  const page = await open(article, {width: 390, height: 700});
  await waitForStatus(page, 'ready');
  await tapOn(page, present);
  await waitForSection(page, 1);
  const tap = page.tap.bind(page);
  await pressHere(page, control('next'), tap);
  await waitForSection(page, 2);
  await pressHere(page, control('previous'), tap);
  await waitForSection(page, 1);
  const window = await page.evaluate(() => ({width: innerWidth, height: innerHeight}));
  for (const way of /** @type {const} */ (['previous', 'next', 'leave'])) {
    const {left, right, top, bottom} = await boxOf(page, control(way));
    assert.ok(right - left >= 44 && bottom - top >= 44);
    assert.ok(left >= 0 && right <= window.width && bottom <= window.height);
  }
  await pressHere(page, control('leave'), tap);
  await waitForEnd(page);
  assert.deepEqual(await page.problems(), []);
});

test('sliders and fields keep their keys', async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  await page.evaluate(() => {
    const element = document.querySelector('task-scope');
    if (element) element.state = {version: 1, panels: ['week']};
  });
  await waitForText(page, 'my potential');
  await clickOn(page, present);
  await eventually(async () => assert.match(await labelOf(page), /^Section 1 /));
  for (let i = 0; i < 3; ++i) await page.press('ArrowRight');
  await eventually(async () => assert.match(await labelOf(page), /My week$/));
  await tabTo(page, new RegExp(`^${profile.tasks[0].name}$`));  // in or out
  await page.press('Tab');
  await page.press('End');
  await eventually(async () => assert.match(JSON.stringify(await stateOf(page)), /"share":100/));
  await tabTo(page, new RegExp(`^Hours a week: ${profile.tasks[0].name}$`));
  await page.press('Home');
  await page.press('ArrowRight');
  assert.match(await labelOf(page), /My week$/);
  await page.press('Escape');
  await waitForEnd(page);
});

test('a section that is taller than the screen is scrolled before the next one comes', async () => {
  const before = () => {  // whatever the size of the screen, this is about the window's
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('not allowed'));
  };
  const page = await open(widget, {width: 500, height: 420, before});
  await waitForStatus(page, 'ready');
  await clickOn(page, present);
  await waitForSection(page, 1);
  await page.press('ArrowRight');
  await page.press('ArrowRight');
  await waitForSection(page, 3);
  const scrolled = () =>
      page.evaluate(() => document.querySelector('task-scope')?.shadowRoot?.querySelector('.root')?.scrollTop ?? 0);
  assert.equal(await scrolled(), 0);
  await page.press('PageDown');
  await eventually(async () => assert.ok(await scrolled() > 100));
  await waitForSection(page, 3);
  await page.press('PageUp');
  await eventually(async () => assert.equal(await scrolled(), 0));
  await eventually(async () => {
    await page.press('PageDown');
    await page.frames();
    assert.match(await labelOf(page), /^Section 4 /);
  });
  assert.equal(await scrolled(), 0);
});

test('it ends with the browser’s own full screen, and with the element', async () => {
  const page = await open(article);
  await waitForStatus(page, 'ready');
  const before = await pageOf(page);
  await clickOn(page, present);
  await waitForSection(page, 1);
  await page.frames();
  const hadScreen = await page.evaluate(async () => {
    const hasScreen = Boolean(document.fullscreenElement);
    if (hasScreen) await document.exitFullscreen();
    return hasScreen;
  });
  if (!hadScreen) await page.press('Escape');
  await waitForEnd(page);
  await clickOn(page, present);
  await waitForSection(page, 1);
  await page.evaluate(() => {
    const element = /** @type {HTMLElement} */ (document.querySelector('task-scope'));
    element.remove();
    document.querySelector('p')?.before(element);
  });
  await waitForEnd(page);
  await waitForStatus(page, 'ready');
  await waitForText(page, 'possible automation');
  const {attributes, sheets} = await pageOf(page);
  assert.deepEqual({attributes, sheets}, {attributes: before.attributes, sheets: before.sheets});
  assert.deepEqual(await page.problems(), []);
});

test('a dashboard that is disposed of gives the screen back', async () => {
  const page = await open(article);
  await waitForStatus(page, 'ready');
  const before = await pageOf(page);
  await clickOn(page, present);
  await waitForSection(page, 1);
  await page.frames();
  await page.evaluate(() => document.querySelector('task-scope')?.dispose());
  await waitForEnd(page);
  await page.waitFor(() => !document.fullscreenElement);
  const {attributes, sheets} = await pageOf(page);
  assert.deepEqual({attributes, sheets}, {attributes: before.attributes, sheets: before.sheets});
  await page.evaluate(() => document.querySelector('task-scope')?.reload());
  await waitForStatus(page, 'ready');
  assert.deepEqual(await page.problems(), []);
});
