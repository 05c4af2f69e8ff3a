// What readers take away of an overview: by pointer, keyboard and touch.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';

import {repository} from '../harness.mjs';

import {needs, useBrowser} from './browser.mjs';
import {readPng} from './png.mjs';
import {contentOf, lastTaken, standIn} from './taken.mjs';
import {clickOn, focusedText, follow, heightOf, profileText, setState, stateOf, tabTo, tapOn, waitForStatus, waitForText} from './widget.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const open = useBrowser();

const overview = '<task-scope loading="eager" view="overview" src="catalogue.json"></task-scope>';
const catalogueText = readFileSync(`${repository}assets/catalogue.json`, 'utf8');
const share = {
  selector: 'button',
  text: 'Share'
};

/** @param {string} text */
const offer = (text) => ({selector: '.sharing button', text});

/** Takes away each thing once, of 721 occupations. @param {Page} page @param {(text: string) => Promise<void>} press */
async function takeAll(page, press) {
  await press('Copy the link');
  const link = (await lastTaken(page, 1)).text ?? '';
  assert.match(link, /host\.html#task-scope=1[\w-]+$/);
  await waitForText(page, 'The link is copied.');
  await press('Share…');
  const shared = await lastTaken(page, 2);
  assert.deepEqual(
      [shared.kind, shared.name, shared.text, shared.files], ['share', 'Occupations of the United States', link, 1]);
  await press('PNG 1×');
  const picture = await lastTaken(page, 3);
  assert.deepEqual([picture.name, picture.type], ['Occupations-of-the-United-States-overview.png', 'image/png']);
  await press('Occupations in view as CSV');
  const table = await lastTaken(page, 4);
  assert.equal(table.name, 'Occupations-of-the-United-States-occupations.csv');
  const rows = contentOf(table).split('\r\n');
  assert.equal(rows.length, 721 + 2);
  assert.match(rows[0], /^\uFEFFCode,Title,Group code,Group,Observed use \(%\),.*,Employment \(people\),/);
  await press('Catalogue as JSON');
  const json = await lastTaken(page, 5);
  assert.equal(json.name, 'Occupations-of-the-United-States-catalogue.json');
  assert.equal(contentOf(json), catalogueText);
  await press('Print');
  assert.equal((await lastTaken(page, 6)).kind, 'print');
  assert.deepEqual(await page.problems(), []);
  return {link, picture};
}

/** Without the first major group. */
const filtered = {
  version: 1,
  overview: {hiddenGroups: ['11']}
};

test('by pointer: each thing is taken away, and the picture has all of it', async () => {
  const page = await open(overview, {before: standIn});
  await waitForStatus(page, 'ready');
  await setState(page, filtered);
  await clickOn(page, share);
  await waitForText(page, 'Share and take away');
  await page.keepPicture('overview-share');
  const {picture} = await takeAll(page, (text) => clickOn(page, offer(text)));
  const {width, height} = readPng(Buffer.from(picture.bytes ?? []));
  const [pageWidth, card] = await page.evaluate(() => {
    const element = document.querySelector('task-scope');
    const sharing = element?.shadowRoot?.querySelector('.sharing');
    return [element?.clientWidth, sharing?.getBoundingClientRect().height ?? 0];
  });
  assert.equal(width, pageWidth);
  const around = await heightOf(page) - card - height;  // buttons, search and filters
  assert.ok(around > 0 && around < 400, String(around));
  await clickOn(page, share);
  await page.waitFor(() => !document.querySelector('task-scope')?.shadowRoot?.querySelector('.sharing'));
});

test('by keyboard alone: the same, and the focus stays where it is', async () => {
  const page = await open(overview, {before: standIn});
  await waitForStatus(page, 'ready');
  await setState(page, filtered);
  await tabTo(page, /^Share$/);
  await page.press('Enter');
  await waitForText(page, 'Share and take away');
  await takeAll(page, async (text) => {
    await tabTo(page, new RegExp(`^${text}$`));
    await page.press(text.length % 2 ? 'Enter' : ' ');
    assert.equal(await focusedText(page), text);
  });
});

test('by touch: the same', needs('touch'), async () => {
  const page = await open(overview, {before: standIn, width: 390});
  await waitForStatus(page, 'ready');
  await setState(page, filtered);
  await tapOn(page, share);
  await waitForText(page, 'Share and take away');
  await takeAll(page, (text) => tapOn(page, offer(text)));
});

test(
    'a link brings back the picture, its axes and colours, the zoom, the filters, the order and who is kept',
    async () => {
      const page = await open(overview, {before: standIn});
      await waitForStatus(page, 'ready');
      const state = {
        version: 1,
        panels: ['share'],
        overview: {
          shape: 'strip',
          across: 'observed_use',
          color: 'wage',
          hiddenGroups: ['11', '53'],
          people: {least: 10000},
          order: 'title',
          direction: 'ascending',
          window: {left: 10, right: 60, bottom: 0, top: 100},
          kept: ['43-4051'],
        },
      };
      await setState(page, state);
      await waitForText(page, 'Copy the link');
      await clickOn(page, offer('Copy the link'));
      const {hash} = new URL((await lastTaken(page, 1)).text ?? '');
      await follow(page, hash);
      assert.deepEqual(await stateOf(page), state);
      assert.deepEqual(await page.problems(), []);
    });

test('of an occupation that is open, the profile that was written for it is taken away as it came', async () => {
  const page = await open(overview, {before: standIn});
  await waitForStatus(page, 'ready');
  await setState(page, {version: 1, panels: ['share'], overview: {open: '29-2072'}});
  await waitForText(page, 'Profile as JSON');
  await clickOn(page, offer('Profile as JSON'));
  assert.equal(contentOf(await lastTaken(page, 1)), profileText);
  await clickOn(page, offer('Share…'));
  assert.equal((await lastTaken(page, 2)).name, 'Medical records specialists');
});

/** What was changed within the profile that was written for an occupation. @param {string} task */
const within = (task) => ({
  version: 1,
  openTasks: [task],
  panels: ['potential', 'share'],
  weighting: 'equal',
  overview: {hiddenGroups: ['11'], open: '29-2072', kept: ['43-4051']},
});

test(
    'a link to an occupation brings back the overview’s choice, and what was changed within the occupation',
    async () => {
      const page = await open(overview, {before: standIn});
      await waitForStatus(page, 'ready');
      const state = within(JSON.parse(profileText).tasks[1].name);
      await setState(page, state);
      await waitForText(page, 'Career strategy');
      await page.waitFor(
          (wanted) => JSON.stringify(document.querySelector('task-scope')?.state) === wanted, JSON.stringify(state));
      await clickOn(page, offer('Copy the link'));
      const {hash} = new URL((await lastTaken(page, 1)).text ?? '');
      assert.ok(hash.length < 80, hash);
      await follow(page, hash);
      await waitForText(page, 'Career strategy');
      await page.waitFor(
          (wanted) => JSON.stringify(document.querySelector('task-scope')?.state) === wanted, JSON.stringify(state));
      await waitForText(page, 'weighted mean 73.9%');
      // A damaged one takes nothing of it away.
      await page.evaluate((fragment) => location.hash = fragment, `${hash.slice(0, -1)}!`);
      await page.frames();
      assert.deepEqual(await stateOf(page), state);
      // Nor does an element that is moved lose any.
      await page.evaluate(() => document.body.append(document.querySelector('task-scope') ?? ''));
      await waitForStatus(page, 'ready');
      await page.waitFor(
          (wanted) => JSON.stringify(document.querySelector('task-scope')?.state) === wanted, JSON.stringify(state));
      assert.deepEqual(await page.problems(), []);
    });

test('what the reader does before the written profile comes is not taken back by the link', async () => {
  const page = await open(overview, {before: standIn});
  await waitForStatus(page, 'ready');
  const state = within(JSON.parse(profileText).tasks[1].name);
  await setState(page, state);
  await waitForText(page, 'Career strategy');
  await clickOn(page, offer('Copy the link'));
  const {hash} = new URL((await lastTaken(page, 1)).text ?? '');
  // The next one waits until it is let go.
  await page.evaluate(() => {
    const element = document.querySelector('task-scope');
    if (element) element.state = {version: 1};
    const usual = window.fetch;
    const waits = new Promise((go) => Object.assign(window, {go}));
    window.fetch = async (...what) => (await waits, usual(...what));
  });
  await waitForText(page, '756 of 756 occupations');
  await page.evaluate((fragment) => location.hash = fragment, hash);
  await waitForText(page, 'Back to the overview');
  await clickOn(page, {selector: 'button', text: 'Without Customer Service Representatives'});
  await page.waitFor(() => !document.querySelector('task-scope')?.state.overview?.kept);
  await page.evaluate(() => Reflect.get(window, 'go')());
  await waitForText(page, 'Career strategy');
  await page.frames();
  assert.equal((await stateOf(page))?.overview?.kept, undefined);
  assert.equal((await stateOf(page))?.openTasks, undefined);
});
