// What readers do with the figures: weigh their own week, guess, collect guesses; by pointer, keyboard and touch.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {needs, useBrowser} from './browser.mjs';
import {eventually} from './page.mjs';
import {bringIntoView, clickOn, focusedText, profile, stateOf, tabTo, tapOn, textOf, waitForStatus, waitForText, widget} from './widget.mjs';

/** @typedef {import('./page.mjs').Page} Page */
/** @typedef {{name: string, share: number, is?: string, automation?: number}} WeekTask */
/** @typedef {{about: string, task?: string, percent?: number, is?: string}} Guess */

const open = useBrowser();

const [first, second] = profile.tasks;
const week = {
  selector: '.toolbar button',
  text: 'My week'
};
const guess = {
  selector: '.toolbar button',
  text: 'Guess first'
};
/** @param {string} name */
const slider = (name) => ({selector: `[type=range][aria-label="${name}"]`});
/** @param {string} label */
const field = (label) => ({selector: `:is(input, textarea)[aria-label="${label}"]`});
/** @param {string} label */
const button = (label) => ({selector: 'button', text: label});

/** A task of the reader's week, once it is there. @param {Page} page @param {string} name */
const weekTask = async (page, name) => {
  const state = /** @type {any} */ (await stateOf(page));
  const task = state.week?.tasks.find((/** @type {WeekTask} */ one) => one.name === name);
  assert.ok(task, `no ${name} in ${JSON.stringify(state)}`);
  return /** @type {WeekTask} */ (task);
};

/** @param {Page} page @param {(task: WeekTask) => boolean} holds @param {string} name */
const waitForTask = (page, name, holds) =>
    eventually(async () => assert.ok(holds(await weekTask(page, name)), JSON.stringify(await stateOf(page))));

/** All shares together, in percent. @param {Page} page */
const sumOfShares = async (page) => {
  const {week} = /** @type {any} */ (await stateOf(page));
  const tenths = week.tasks.reduce((/** @type {number} */ sum, /** @type {WeekTask} */ t) => sum + t.share * 10, 0);
  return Math.round(tenths) / 10;
};

/** @param {Page} page @param {string} text */
async function type(page, text) {
  for (const letter of text) await page.press(letter);
}

/** Takes a slider's knob from where it is to a share of its way. @param {Page} page */
async function dragSlider(page, /** @type {string} */ name, /** @type {number} */ from, /** @type {number} */ to) {
  const box = await bringIntoView(page, slider(name));
  const place = (/** @type {number} */ percent) => box.left + 9 + (box.width - 18) * percent / 100;
  const middle = (box.top + box.bottom) / 2;
  await page.drag([place(from), middle], [place(to), middle]);
}

test('my week by pointer: sliders, locks, hours, tasks left out and added, undo, redo and reset', async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  await clickOn(page, week);
  await waitForText(page, 'my potential');
  await dragSlider(page, first.name, 19.7, 60);
  await waitForTask(page, first.name, ({share}) => Math.abs(share - 60) < 3);
  assert.equal(await sumOfShares(page), 100);
  const {share} = await weekTask(page, first.name);
  // A drag is one step.
  await clickOn(page, button('Undo'));
  await eventually(async () => assert.equal(/** @type {any} */ (await stateOf(page)).week, undefined));
  await clickOn(page, button('Redo'));
  await waitForTask(page, first.name, (task) => task.share === share);
  await clickOn(page, {selector: `.week-task[aria-label="${first.name}"] .icon`});
  await waitForTask(page, first.name, (task) => task.is === 'locked');
  await clickOn(page, {selector: `.week-task[aria-label="${second.name}"] .taken`});
  await waitForTask(page, second.name, (task) => task.is === 'leftOut' && task.share === 0);
  assert.equal((await weekTask(page, first.name)).share, share);
  await clickOn(page, button('Add a task'));
  await waitForTask(page, 'A task of mine', (task) => task.automation === 50 && task.share > 0);
  assert.equal(await sumOfShares(page), 100);
  await clickOn(page, button('Reset'));
  await waitForText(page, 'Move the sliders');
  assert.deepEqual(await stateOf(page), {version: 1, panels: ['week']});
  assert.deepEqual(await page.problems(), []);
});

test('my week by keyboard alone', async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  await tabTo(page, /^My week$/);
  await page.press('Enter');
  await waitForText(page, 'my potential');
  await tabTo(page, new RegExp(`^${first.name}$`));  // in or out
  await page.press('Tab');
  assert.equal(await focusedText(page), first.name);  // its slider
  await page.press('End');
  await waitForTask(page, first.name, ({share}) => share === 100);
  assert.equal(await focusedText(page), first.name);
  await tabTo(page, new RegExp(`^Hours a week: ${first.name}$`));
  await page.press('Control+a');
  await type(page, '8.5');
  await waitForTask(page, first.name, ({share}) => share === 21.3);
  await page.press('Tab');
  // What was typed becomes what it means.
  await page.waitFor((selector) => {
    const input = document.querySelector('task-scope')?.shadowRoot?.querySelector(selector);
    return input instanceof HTMLInputElement && input.value === '8.5 h';
  }, field(`Hours a week: ${first.name}`).selector);
  assert.deepEqual(await page.problems(), []);
});

test('my week by touch', needs('touch'), async () => {
  const page = await open(widget, {width: 390});
  await waitForStatus(page, 'ready');
  await tapOn(page, week);
  await waitForText(page, 'my potential');
  const box = await bringIntoView(page, slider(first.name));
  await page.tap(box.left + box.width / 2, (box.top + box.bottom) / 2);
  await waitForTask(page, first.name, ({share}) => Math.abs(share - 50) < 2);
  await tapOn(page, {selector: `.week-task[aria-label="${second.name}"] .icon`});
  await waitForTask(page, second.name, (task) => task.is === 'locked');
});

/** @param {Page} page @param {string} task */
const guessOf = async (page, task) => {
  const {guesses = []} = /** @type {any} */ (await stateOf(page));
  return /** @type {Guess} */ (guesses.find((/** @type {Guess} */ one) => one.task === task) ?? {about: 'none'});
};

test('guess first by pointer: nothing is told before it is revealed', async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  await clickOn(page, guess);
  await waitForText(page, 'Drag each bar');
  assert.doesNotMatch(await textOf(page), /\d%/);
  await dragSlider(page, first.name, 50, 30);
  await eventually(async () => assert.ok(Math.abs(((await guessOf(page, first.name)).percent ?? 0) - 30) < 3));
  const {percent} = await guessOf(page, first.name);
  await clickOn(page, {selector: `.guess[aria-label="${first.name}"] button`});
  await waitForText(page, `you ${percent}`);
  await waitForText(page, `${first.automation}%`);
  await waitForText(page, `mean distance ${first.automation - (percent ?? 0)} points`);
  await clickOn(page, button('Reveal all'));
  await waitForText(page, '10 of 10 revealed');
  await clickOn(page, button('Start again'));
  await waitForText(page, '0 of 10 revealed');
  await clickOn(page, guess);
  await waitForText(page, 'possible automation');
  assert.deepEqual(await page.problems(), []);
});

test('guess first by keyboard alone, and a code that a class’s results take', async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  await tabTo(page, /^Guess first$/);
  await page.press(' ');
  await waitForText(page, 'Drag each bar');
  await tabTo(page, new RegExp(`^${first.name}$`));
  await page.press('ArrowRight');
  await eventually(async () => assert.equal((await guessOf(page, first.name)).percent, 51));
  await tabTo(page, new RegExp(`^Your guess in percent: ${first.name}$`));
  await page.press('Control+a');
  await type(page, '77');
  await eventually(async () => assert.equal((await guessOf(page, first.name)).percent, 77));
  await tabTo(page, /^Reveal$/);
  await page.press('Enter');
  await waitForText(page, 'you 77');
  const [, code] = (await textOf(page)).match(/collects them: ([\w-]+)/) ?? [];
  assert.ok(code);
  for (let i = 0; i < 30 && await focusedText(page) !== 'Class results'; ++i) await page.press('Shift+Tab');
  await page.press('Enter');
  await waitForText(page, 'Nothing is sent anywhere');
  await tabTo(page, /^Codes of the class$/);
  await type(page, code);
  await page.press('Enter');
  await type(page, 'nonsense');
  await waitForText(page, '1 pupil · 1 code could not be read');
  await waitForText(page, 'median 77');
  assert.deepEqual(await page.problems(), []);
});

test('guess first by touch', needs('touch'), async () => {
  const page = await open(widget, {width: 390});
  await waitForStatus(page, 'ready');
  await tapOn(page, guess);
  await waitForText(page, 'Drag each bar');
  const box = await bringIntoView(page, slider(first.name));
  await page.tap(box.left + box.width / 4, (box.top + box.bottom) / 2);
  await eventually(async () => assert.ok(Math.abs(((await guessOf(page, first.name)).percent ?? 0) - 25) < 4));
  await tapOn(page, {selector: `.guess[aria-label="${first.name}"] button`});
  await waitForText(page, `${first.automation}%`);
});
