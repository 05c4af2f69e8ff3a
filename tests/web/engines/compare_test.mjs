// Profiles side by side: given by the page, chosen, closed and kept, by pointer, keyboard and touch; and what becomes
// of those that cannot be shown.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {firstProfile} from '../harness.mjs';

import {needs, useBrowser} from './browser.mjs';
import {eventually} from './page.mjs';
import {clickOn, focusedText, profile, stateOf, tabTo, tapOn, textOf, waitForStatus, waitForText} from './widget.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const open = useBrowser();

const auditors = 'profiles/health-information-auditors.json';
const clerks = 'clerks.json';
const files = {
  [clerks]: JSON.stringify({version: 1, title: 'Records clerks', adoption: 20, potential: 83, tasks: profile.tasks}),
};

const comparing = (/** @type {string} */ addresses) =>
    `<task-scope loading="eager" src="${firstProfile}" compare="${addresses}"></task-scope>`;
const two = comparing(auditors);
const three = comparing(`${auditors} ${clerks}`);

const auditorsDiffer = 'Health information auditors (fictional): adoption 3 points lower, potential 26 points lower';
const clerksDiffer = 'Records clerks: adoption 6 points higher, potential 5 points higher';

const toolbarButton = {
  selector: '.toolbar button',
  text: 'Compare'
};
const clerksTab = {
  selector: '.choices button',
  text: 'Records clerks'
};

const closed = {
  version: 1,
  panels: ['compareClosed']
};
const besideClerks = {
  version: 1,
  beside: 2
};

/** The titles over the columns, the narrow ones that are chosen. @param {Page} page @returns {Promise<string[]>} */
const columnsOf = (page) => page.evaluate(() => {
  const root = document.querySelector('task-scope')?.shadowRoot;
  return [...root?.querySelectorAll('.compared-head .profile') ?? []].map(({textContent}) => textContent?.trim() ?? '');
});

/** @param {Page} page @returns {Promise<boolean>} */
const hasCard = (page) =>
    page.evaluate(() => Boolean(document.querySelector('task-scope')?.shadowRoot?.querySelector('.compare')));

/** @param {Page} page @param {string[]} titles */
const waitForColumns = (page, titles) => eventually(async () => assert.deepEqual(await columnsOf(page), titles));

/** @param {Page} page @param {string} name @param {string | null} value */
const setAttribute = (page, name, value) => page.evaluate((attribute, text) => {
  const element = document.querySelector('task-scope');
  if (text === null) element?.removeAttribute(attribute);
  if (text !== null) element?.setAttribute(attribute, text);
}, name, value);

/** How often a file was asked for. @param {Page & {requests: {path: string}[]}} page @param {string} file */
const timesAsked = ({requests}, file) => requests.filter(({path}) => path === file).length;

test(
    'by pointer: profiles stand side by side, one is chosen where there is room for two, the card is closed',
    async () => {
      const page = await open(three, {files, width: 390});
      await waitForStatus(page, 'ready');
      await waitForText(page, auditorsDiffer);
      await clickOn(page, clerksTab);
      await waitForText(page, clerksDiffer);
      await waitForColumns(page, [profile.title, 'Records clerks']);
      assert.deepEqual(await stateOf(page), besideClerks);
      await page.evaluate(() => {
        const element = document.querySelector('task-scope');
        if (element) element.state = null;
      });
      await waitForText(page, auditorsDiffer);
      await clickOn(page, toolbarButton);
      await eventually(async () => assert.deepEqual(await columnsOf(page), []));
      assert.deepEqual(await stateOf(page), closed);
      await clickOn(page, toolbarButton);
      await waitForText(page, auditorsDiffer);
      assert.deepEqual(await page.problems(), []);
    });

test('by keyboard alone: the same, and the focus stays where it is', async () => {
  const page = await open(three, {files, width: 390});
  await waitForStatus(page, 'ready');
  await waitForText(page, auditorsDiffer);
  await tabTo(page, /^Compare$/);
  await tabTo(page, /^Records clerks$/);
  await page.press('Enter');
  await waitForText(page, clerksDiffer);
  assert.equal(await focusedText(page), 'Records clerks');
  for (let i = 0; i < 20 && await focusedText(page) !== 'Compare'; ++i) await page.press('Shift+Tab');
  await page.press(' ');
  await eventually(async () => assert.deepEqual(await columnsOf(page), []));
  assert.equal(await focusedText(page), 'Compare');
  assert.deepEqual(await stateOf(page), {...closed, ...besideClerks});
});

test('by touch: the same', needs('touch'), async () => {
  const page = await open(three, {files, width: 390});
  await waitForStatus(page, 'ready');
  await waitForText(page, auditorsDiffer);
  await tapOn(page, clerksTab);
  await waitForText(page, clerksDiffer);
  await tapOn(page, toolbarButton);
  await eventually(async () => assert.deepEqual(await stateOf(page), {...closed, ...besideClerks}));
});

test('where there is room all three have a column, in a table with headers for columns and rows', async () => {
  const page = await open(three, {files});
  await waitForStatus(page, 'ready');
  await waitForText(page, clerksDiffer);
  await waitForColumns(page, [profile.title, 'Health information auditors (fictional)', 'Records clerks']);
  const potential = await page.evaluate(() => {
    const root = document.querySelector('task-scope')?.shadowRoot;
    const header = [...root?.querySelectorAll('.compare table th[role=rowheader]') ?? []].find(
        ({textContent}) => textContent?.trim() === 'Potential');
    return [...header?.parentElement?.children ?? []].map(({textContent}) => textContent?.trim());
  });
  assert.deepEqual(potential, ['Potential', '78%', '52%', '83%']);
});

test('the attribute may come, change and go; what stays is not asked for again', async () => {
  const page = await open(`<task-scope loading="eager" src="${firstProfile}"></task-scope>`, {files});
  await waitForStatus(page, 'ready');
  assert.equal(await hasCard(page), false);
  await setAttribute(page, 'compare', auditors);
  await waitForText(page, auditorsDiffer);
  await setAttribute(page, 'compare', ` ${clerks}\n${auditors} more.json `);
  await waitForColumns(page, [profile.title, 'Records clerks', 'Health information auditors (fictional)']);
  assert.equal(await page.evaluate(() => document.querySelector('task-scope')?.status), 'ready');
  await setAttribute(page, 'compare', null);
  await eventually(async () => assert.equal(await hasCard(page), false));
  await setAttribute(page, 'compare', auditors);
  await waitForText(page, auditorsDiffer);
  assert.equal(timesAsked(page, auditors), 2);  // nothing is kept of what is not compared with any more
  for (const file of [firstProfile, clerks]) assert.equal(timesAsked(page, file), 1);
  assert.equal(timesAsked(page, 'more.json'), 0);
  assert.deepEqual(await page.problems(), []);
});

test('an element that is moved keeps what it compares with, and fetches nothing', async () => {
  const page = await open(two);
  await waitForStatus(page, 'ready');
  await waitForText(page, auditorsDiffer);
  await page.evaluate(() => {
    const element = document.querySelector('task-scope');
    const place = document.body.appendChild(document.createElement('div'));
    if (element) place.append(element);
  });
  await waitForStatus(page, 'ready');
  await waitForText(page, auditorsDiffer);
  for (const file of [firstProfile, auditors]) assert.equal(timesAsked(page, file), 1);
});

test('profiles that cannot be shown are named with the reason, and hide nothing', async () => {
  for (const [address, reason] of [
           ['bad.json', /“bad\.json” cannot be shown: .*title/],
           ['none.json', /404.*none\.json/],
           ['http://127.0.0.1:9/away.json', /127\.0\.0\.1:9\/away\.json could not be reached/],
           ['host.html', /no profile at .*host\.html/],
           ['http://[', /“http:\/\/\[” is no address/],
  ]) {
    const page = await open(comparing(`${address} ${auditors}`), {files: {'bad.json': '{"version":1,"title":7}'}});
    await waitForStatus(page, 'ready');
    await waitForText(page, auditorsDiffer);
    await eventually(async () => assert.match(await textOf(page), /** @type {RegExp} */ (reason)));
    assert.match((await page.problems()).join('\n'), /** @type {RegExp} */ (reason));
    await waitForColumns(page, [profile.title, 'Health information auditors (fictional)']);
    assert.equal(await page.evaluate(() => document.querySelector('task-scope')?.status), 'ready');
  }
});

test('one that is slow keeps nobody waiting', async () => {
  const page = await open(comparing(`slow.json ${auditors}`), {files: {'slow.json': () => {}}});
  await waitForStatus(page, 'ready');
  await waitForText(page, auditorsDiffer);
  await waitForText(page, 'One moment…');
  await setAttribute(page, 'compare', auditors);
  await eventually(async () => assert.doesNotMatch(await textOf(page), /One moment/));
  assert.deepEqual(await page.problems(), []);
});
