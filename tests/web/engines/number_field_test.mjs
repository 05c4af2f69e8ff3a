// Numbers that readers type: read as they are meant, or said to be unreadable beside the field, which keeps them.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {useBrowser} from './browser.mjs';
import {eventually} from './page.mjs';
import {clickOn, stateOf, waitForStatus, waitForText, widget} from './widget.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const open = useBrowser();

const overview = '<task-scope loading="eager" view="overview" src="catalogue.json"></task-scope>';
const leastGrowth = 'Projected change in employment: at least';
const leastWage = 'Median wage (USD): at least';

/** @param {string} name */
const field = (name) => ({selector: `input[aria-label="${name}"]`});

/** Types it in place of what stands there, and leaves. @param {Page} page @param {string} name @param {string} text */
async function enter(page, name, text) {
  await clickOn(page, field(name));
  await page.press('Control+a');
  for (const letter of text) await page.press(letter);
  await page.press('Tab');
}

/**
 * What stands in a field, what it is described by, what is announced, and whether it is said to be wrong.
 * @param {Page} page
 * @param {string} name
 */
const told = (page, name) => page.evaluate((selector) => {
  const root = document.querySelector('task-scope')?.shadowRoot;
  const input = root?.querySelector(selector);
  const text = (/** @type {Element | null | undefined} */ element) => element?.textContent?.replace(/\s+/g, ' ').trim();
  return {
    value: input instanceof HTMLInputElement ? input.value : null,
    isInvalid: input?.getAttribute('aria-invalid') === 'true',
    problem: text(root?.getElementById(input?.getAttribute('aria-describedby') ?? '')) ?? '',
    announced: text(root?.querySelector('.announcement')) ?? '',
  };
}, field(name).selector);

/** @param {Page} page @param {string} name @param {string} value @param {string} problem */
const waitForProblem = (page, name, value, problem) => eventually(async () => {
  const field = await told(page, name);
  assert.deepEqual([field.value, field.problem, field.isInvalid], [value, problem, problem !== '']);
});

/** @param {Page} page @returns {Promise<any>} */
const filtersOf = async (page) => /** @type {any} */ (await stateOf(page)).overview ?? {};

test('filters of an overview: decimals, thousands and currencies count, and what is none of them is said', async () => {
  const page = await open(overview);
  await waitForStatus(page, 'ready');
  await waitForText(page, '756 of 756 occupations are in view');
  for (const [typed, value, shown] of /** @type {const} */ (
           [['1.5', 1.5, '1.5'], ['12,5', 12.5, '12.5'], ['-5%', -5, '−5']])) {
    await enter(page, leastGrowth, typed);
    await eventually(async () => assert.deepEqual((await filtersOf(page)).growth, {least: value}));
    await waitForProblem(page, leastGrowth, shown, '');
  }
  await enter(page, leastWage, '$90k');
  await eventually(async () => assert.deepEqual((await filtersOf(page)).wage, {least: 90000}));
  await waitForProblem(page, leastWage, '90,000', '');
  await enter(page, leastWage, 'plenty');
  const problem = 'This cannot be read as a number. Write it as in 1,234.5. Still applied: 90,000.';
  await waitForProblem(page, leastWage, 'plenty', problem);
  assert.equal((await told(page, leastWage)).announced, `${leastWage}: ${problem}`);
  assert.deepEqual((await filtersOf(page)).wage, {least: 90000});
  // Nothing else that happens takes it away.
  await enter(page, leastGrowth, '-10');
  await eventually(async () => assert.deepEqual((await filtersOf(page)).growth, {least: -10}));
  await waitForProblem(page, leastWage, 'plenty', problem);
  await enter(page, leastWage, '80.000,00');
  await eventually(async () => assert.deepEqual((await filtersOf(page)).wage, {least: 80000}));
  await waitForProblem(page, leastWage, '80,000', '');
  assert.deepEqual(await page.problems(), []);
});

test('my week: a text is no mistake while it is typed, is one after Enter, and none once mended', async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  await clickOn(page, {selector: '.toolbar button', text: 'My week'});
  await waitForText(page, 'my potential');
  const hours = 'Hours in the week';
  await clickOn(page, field(hours));
  await page.press('Control+a');
  for (const letter of '37,5') await page.press(letter);
  await eventually(async () => assert.equal(/** @type {any} */ (await stateOf(page)).week?.hours, 37.5));
  await page.press('Enter');
  for (const letter of ' or 3') await page.press(letter);
  await page.frames();
  await waitForProblem(page, hours, '37,5 or 3', '');
  await page.press('Enter');
  await waitForProblem(
      page, hours, '37,5 or 3', 'This cannot be read as a number. Write it as in 12.5 h. Still applied: 37.5 h.');
  await page.press('Control+a');
  for (const letter of '30') await page.press(letter);
  await waitForProblem(page, hours, '30', '');
  await page.press('Tab');
  await waitForProblem(page, hours, '30.0 h', '');
  assert.deepEqual(await page.problems(), []);
});

test('guesses: more than 100 % is none, and the one before stays', async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  await clickOn(page, {selector: '.toolbar button', text: 'Guess first'});
  await waitForText(page, 'Drag each bar');
  const guess = 'Your guess in percent: Potential: how much of the work AI could do';
  const guessed = async () => /** @type {any} */ (await stateOf(page)).guesses?.[0];
  await enter(page, guess, '62 %');
  await waitForProblem(page, guess, '62%', '');
  await enter(page, guess, '120');
  await waitForProblem(page, guess, '120', 'This can be from 0% to 100%. Still applied: 62%.');
  await enter(page, guess, '75,4%');
  await waitForProblem(page, guess, '75%', '');
  assert.equal((await guessed()).percent, 75);
  assert.deepEqual(await page.problems(), []);
});

test('what is selected in a field, as by Tab, is seen', async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  await clickOn(page, {selector: '.toolbar button', text: 'My week'});
  await waitForText(page, 'my potential');
  const colors = await page.evaluate((selector) => {
    const input = document.querySelector('task-scope')?.shadowRoot?.querySelector(selector);
    return input ? [getComputedStyle(input, '::selection').color, getComputedStyle(input).color] : [];
  }, field('Hours in the week').selector);
  assert.equal(colors[0], colors[1]);
  assert.match(colors[0], /^rgb\(/);
});
