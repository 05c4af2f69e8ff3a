// How the headline figures are made: opened, changed and kept, by pointer, keyboard and touch.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {needs, useBrowser} from './browser.mjs';
import {eventually} from './page.mjs';
import {clickOn, focusedText, heightOf, profile, stateOf, tabTo, tapOn, textOf, waitForStatus, waitForText, widget} from './widget.mjs';

const open = useBrowser();

const potential = {
  selector: 'button.disclosure',
  text: 'How is it made? 78% potential'
};
const adoption = {
  selector: 'button.disclosure',
  text: 'How is it made? 14% adoption'
};
const equalRule = {
  selector: '.choices button',
  text: 'Equal every task weighs the same'
};

const mean = 'Potential weighted mean 78.0%';
const equalMean = 'Potential weighted mean 73.9%';
const [, , nber] = profile.evidence;
const range = '4 of 5 sources: from 5% to 90%';

test('by pointer: an explanation opens, follows another rule and another choice of sources, and closes', async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  const closed = await heightOf(page);
  await clickOn(page, potential);
  await waitForText(page, mean);
  await clickOn(page, equalRule);
  await waitForText(page, equalMean);
  await clickOn(page, adoption);
  await waitForText(page, '5 of 5 sources');
  await clickOn(page, {selector: `.source-made:nth-of-type(${profile.evidence.indexOf(nber) + 2}) button`});
  await waitForText(page, range);
  assert.deepEqual(await stateOf(page), {
    version: 1,
    panels: ['adoption', 'potential'],
    weighting: 'equal',
    leftOut: [`${nber.publisher}: ${nber.measure}`],
  });
  await clickOn(page, potential);
  await clickOn(page, adoption);
  await page.waitFor((height) => document.querySelector('task-scope')?.clientHeight === height, closed);
  await eventually(async () => assert.doesNotMatch(await textOf(page), /weighted mean|sources: /));
  assert.deepEqual(await page.problems(), []);
});

test('by keyboard alone: the same, and the focus stays where it is', async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  await tabTo(page, /14% adoption/);
  await page.press('Enter');
  await waitForText(page, '5 of 5 sources');
  assert.match(await focusedText(page), /14% adoption/);
  await tabTo(page, new RegExp(nber.measure));
  await page.press(' ');
  await waitForText(page, range);
  assert.match(await focusedText(page), new RegExp(nber.measure));
  await page.evaluate(() => scrollTo(0, 0));
  for (let i = 0; i < 20 && !/78% potential/.test(await focusedText(page)); ++i) await page.press('Shift+Tab');
  await page.press('Enter');
  await waitForText(page, mean);
  await tabTo(page, /^Equal/);
  await page.press('Enter');
  await waitForText(page, equalMean);
  assert.match(await focusedText(page), /^Equal/);
});

test('by touch: the same', needs('touch'), async () => {
  const page = await open(widget, {width: 390});
  await waitForStatus(page, 'ready');
  await tapOn(page, potential);
  await waitForText(page, mean);
  await tapOn(page, equalRule);
  await waitForText(page, equalMean);
  await tapOn(page, adoption);
  await tapOn(page, {selector: `.source-made:nth-of-type(${profile.evidence.indexOf(nber) + 2}) button`});
  await waitForText(page, range);
});

test('what a page kept of a reader’s state comes back, and what was tampered with changes nothing', async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  const set = (/** @type {object} */ state) => page.evaluate((value) => {
    const element = document.querySelector('task-scope');
    if (element) element.state = value;
  }, state);
  const state = {version: 1, panels: ['potential'], weighting: '2:1'};
  await set(state);
  await waitForText(page, 'weighted mean');
  assert.deepEqual(await stateOf(page), state);
  await set({version: 1, weighting: 'by the moon', panels: {}});
  assert.deepEqual(await stateOf(page), state);
});
