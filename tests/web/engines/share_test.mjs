// What readers take away, and links that bring back what they saw: by pointer, keyboard and touch. What drivers cannot
// see, the clipboard, downloads, the printer and the system's sheet, is stood in for in the page.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {needs, useBrowser} from './browser.mjs';
import {eventually} from './page.mjs';
import {contentOf, lastTaken, standIn} from './taken.mjs';
import {bringIntoView, buttonOf, clickOn, focusedText, follow, profile, profileText, setState, textOf, waitForStatus, widget} from './widget.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const open = useBrowser();

/** No clipboard, as on pages without TLS, and no copying by events either. */
function standInWithoutClipboard() {
  Object.defineProperty(navigator, 'clipboard', {configurable: true, value: undefined});
  document.execCommand = () => false;
}

/** @param {string} text @returns {import('./widget.mjs').Target} */
const button = (text) => ({selector: 'button', text});
const toolbarButton = button('Share');
const card = {
  selector: '.sharing'
};

/** Waits until a widget says something. @param {Page} page @param {string} text */
const waitForText = (page, text) => eventually(async () => assert.ok((await textOf(page)).includes(text), text));

/** @param {Page} page */
const stateOf = (page, nth = 0) => page.evaluate((n) => document.querySelectorAll('task-scope')[n].state, nth);

/** Tabs until the focus is on what has these words. @param {Page} page @param {RegExp} words */
async function tabTo(page, words) {
  for (let i = 0; i < 60 && !words.test(await focusedText(page)); ++i) await page.press('Tab');
  assert.match(await focusedText(page), words);
}

const [firstUse] = profile.ai_uses;

/** Takes away each thing once. @param {Page} page @param {(text: string) => Promise<void>} press */
async function takeAll(page, press) {
  await press('Copy the link');
  const link = await lastTaken(page, 1);
  assert.match(link.text ?? '', /host\.html#task-scope=1[\w-]+$/);
  await waitForText(page, 'The link is copied.');
  await press('Share…');
  const shared = await lastTaken(page, 2);
  assert.deepEqual([shared.kind, shared.name, shared.text, shared.files], ['share', profile.title, link.text, 1]);
  await press('PNG 2×');
  const picture = await lastTaken(page, 3);
  assert.deepEqual([picture.name, picture.type], ['Medical-records-specialists-dashboard.png', 'image/png']);
  assert.deepEqual(picture.bytes?.slice(0, 4), [0x89, 0x50, 0x4E, 0x47]);
  await press('Tasks as CSV');
  const tasks = await lastTaken(page, 4);
  assert.equal(tasks.name, 'Medical-records-specialists-tasks.csv');
  assert.equal(contentOf(tasks).split('\r\n').length, profile.tasks.length + 2);
  await press('Evidence as CSV');
  assert.equal(contentOf(await lastTaken(page, 5)).split('\r\n').length, profile.evidence.length + 2);
  await press('Profile as JSON');
  const json = await lastTaken(page, 6);
  assert.equal(json.name, 'Medical-records-specialists-profile.json');
  assert.equal(contentOf(json), profileText);
  await press('Print');
  assert.equal((await lastTaken(page, 7)).kind, 'print');
  await press(firstUse.title);
  assert.equal((await lastTaken(page, 8)).text, firstUse.examples[0]);
  await waitForText(page, 'The prompt is copied.');
  assert.deepEqual(await page.problems(), []);
}

test('by pointer: each thing is taken away', async () => {
  const page = await open(widget, {before: standIn});
  await waitForStatus(page, 'ready');
  await clickOn(page, toolbarButton);
  await waitForText(page, 'Share and take away');
  await takeAll(page, (text) => clickOn(page, {...button(text), selector: '.sharing button'}));
  await bringIntoView(page, card);
  await page.keepPicture('share');
  await clickOn(page, toolbarButton);
  await eventually(async () => assert.doesNotMatch(await textOf(page), /Share and take away/));
});

test('by keyboard alone: the same, and the focus stays where it is', async () => {
  const page = await open(widget, {before: standIn});
  await waitForStatus(page, 'ready');
  await tabTo(page, /^Share$/);
  await page.press('Enter');
  await waitForText(page, 'Share and take away');
  await takeAll(page, async (text) => {
    await tabTo(page, new RegExp(`^${text}$`));
    await page.press(text.length % 2 ? 'Enter' : ' ');
    assert.equal(await focusedText(page), text);
  });
  assert.equal(await focusedText(page), firstUse.title);
});

test('by touch: the same', needs('touch'), async () => {
  const page = await open(widget, {before: standIn, width: 390});
  await waitForStatus(page, 'ready');
  const tap = async (/** @type {import('./widget.mjs').Target} */ target) => {
    const {left, top, bottom} = await bringIntoView(page, target);
    await page.tap(left + 10, (top + bottom) / 2);
  };
  await tap(toolbarButton);
  await waitForText(page, 'Share and take away');
  await takeAll(page, (text) => tap({...button(text), selector: '.sharing button'}));
});

test('where copying is not allowed, the card shows the link, and it is read aloud', async () => {
  const page = await open(widget, {before: standInWithoutClipboard});
  await waitForStatus(page, 'ready');
  await clickOn(page, toolbarButton);
  await waitForText(page, 'Copy the link');
  await clickOn(page, button('Copy the link'));
  await waitForText(page, 'This browser does not allow copying here. Here it is: http');
  const said = await page.evaluate(
      () => document.querySelector('task-scope')?.shadowRoot?.querySelector('[role=status]')?.textContent);
  assert.match(said ?? '', /^This browser does not allow copying here\./);
  assert.deepEqual(await page.problems(), []);
});

test('a link brings back exactly what was seen', async () => {
  const page = await open(widget, {before: standIn});
  await waitForStatus(page, 'ready');
  const [task] = profile.tasks;
  await setState(page, {version: 1, openTasks: [task.name], panels: ['potential', 'share'], weighting: 'equal'});
  await waitForText(page, 'Copy the link');
  await clickOn(page, button('Copy the link'));
  const state = await stateOf(page);
  const {hash} = new URL((await lastTaken(page, 1)).text ?? '');
  await follow(page, hash);
  assert.deepEqual(await stateOf(page), state);
  await waitForText(page, 'weighted mean 73.9%');
  // The reader goes on from there, and the page may set another state.
  await clickOn(page, buttonOf(task));
  await page.waitFor(() => !document.querySelector('task-scope')?.state.openTasks);
  await setState(page, {version: 1});
  assert.deepEqual(await stateOf(page), {version: 1});
  assert.deepEqual(await page.problems(), []);
});

test('a link that was tampered with leaves the dashboard untouched', async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  for (const code of ['1AAAA', '', '9zzz', '1%00%ff', `1${'_'.repeat(5000)}`, '%', '<script>']) {
    await follow(page, `#task-scope=${code.replace('<script>', '%3Cscript%3E')}`);
    assert.deepEqual(await stateOf(page), {version: 1});
  }
  assert.deepEqual(await page.problems(), []);
});

test('each element of a page has its own part of the address, and follows it while the page is there', async () => {
  const page = await open(
      widget + widget.replace('<task-scope', '<task-scope id="a b"') +
          widget.replace('<task-scope', '<task-scope address'),
      {before: standIn});
  for (const nth of [0, 1, 2]) await waitForStatus(page, 'ready', nth);
  await setState(page, {version: 1, panels: ['share']});
  await waitForText(page, 'Copy the link');
  await clickOn(page, button('Copy the link'));
  const code = /=(.*)$/.exec((await lastTaken(page, 1)).text ?? '')?.[1] ?? '';
  await page.evaluate((hash) => location.hash = hash, `#top&task-scope-a%20b=${code}`);
  await page.waitFor(() => document.querySelectorAll('task-scope')[1].state.panels?.[0] === 'share');
  assert.deepEqual(await stateOf(page, 2), {version: 1});
  await page.evaluate((hash) => location.hash = hash, `#top&task-scope.2=${code}`);
  await page.waitFor(() => document.querySelectorAll('task-scope')[2].state.panels?.[0] === 'share');
});

test(
    'with the attribute “address” the page’s address follows, keeps what else it says, and the history is left alone',
    async () => {
      const page = await open(widget.replace('<task-scope', '<task-scope address'));
      await waitForStatus(page, 'ready');
      await page.evaluate(() => location.hash = 'top');
      const entries = await page.evaluate(() => history.length);
      await clickOn(page, buttonOf(profile.tasks[1]));
      await page.waitFor(() => location.hash.startsWith('#top&task-scope=1'));
      assert.equal(await page.evaluate(() => history.length), entries);
      const hash = await page.evaluate(() => location.hash);
      await follow(page, hash);
      assert.deepEqual((await stateOf(page)).openTasks, [profile.tasks[1].name]);
      await clickOn(page, buttonOf(profile.tasks[1]));
      await page.waitFor(() => location.hash === '#top');
      assert.deepEqual(await page.problems(), []);
    });

/** Presses the nth widget's tasks of these places, each once the one before is told of. @param {Page} page */
const pressTasks = (page, /** @type {number} */ nth, /** @type {number[]} */ places) =>
    page.evaluate(async (n, all) => {
      const element = document.querySelectorAll('task-scope')[n];
      const buttons = element.shadowRoot?.querySelectorAll('.mirror tr button[aria-expanded]') ?? [];
      for (const place of all) {
        const told = new Promise((done) => element.addEventListener('change', done, {once: true}));
        /** @type {HTMLElement} */ (buttons[place]).click();
        await told;
      }
    }, nth, places);

/** Has the address wait for its rest until restAddress(). It runs in the page, before anything else does. */
function holdAddress() {
  /** @type {Map<number, () => void>} */
  const held = new Map();
  const start = setTimeout, stop = clearTimeout;
  let last = -1;
  Object.assign(window, {
    held: () => held.size,
    rest: () => held.forEach((act, id) => held.delete(id) && act()),
    clearTimeout: (/** @type {number} */ id) => held.delete(id) || stop(id),
    setTimeout: (/** @type {() => void} */ act, /** @type {number} */ time, /** @type {any[]} */...values) => {
      if (time !== 300) return start(act, time, ...values);
      held.set(--last, act);
      return last;
    },
  });
}

/** The changes have rested. @param {Page} page */
const restAddress = (page) => page.evaluate(() => Reflect.get(window, 'rest')());

const following = widget.replace('<task-scope', '<task-scope address');

/** @param {Page} page */
const hashOf = (page) => page.evaluate(() => location.hash);

test('an element that was removed changes nothing in the address any more', async () => {
  const page = await open(following + following, {before: holdAddress});
  for (const nth of [0, 1]) await waitForStatus(page, 'ready', nth);
  await pressTasks(page, 0, [0]);
  await page.waitFor(() => Reflect.get(window, 'held')());
  await restAddress(page);
  const kept = await hashOf(page);
  assert.match(kept, /^#task-scope=1/);
  await pressTasks(page, 1, [0, 1]);
  await page.waitFor(() => Reflect.get(window, 'held')());
  await page.evaluate(() => document.querySelectorAll('task-scope')[1].remove());
  await restAddress(page);
  assert.equal((await hashOf(page)).split('&')[0], kept);
  assert.deepEqual(await page.problems(), []);
});

test('elements that change places before the address follows are found at their new ones', async () => {
  const page = await open(following + following, {before: holdAddress});
  for (const nth of [0, 1]) await waitForStatus(page, 'ready', nth);
  await pressTasks(page, 0, [0, 1]);
  await pressTasks(page, 1, [2, 3]);
  await page.waitFor(() => Reflect.get(window, 'held')() === 2);
  const states = [await stateOf(page, 0), await stateOf(page, 1)];
  await page.evaluate(() => {
    const [first, second] = document.querySelectorAll('task-scope');
    for (const element of [first, second]) element.remove();
    document.body.append(second, first);
  });
  for (const nth of [0, 1]) await waitForStatus(page, 'ready', nth);
  const parts = async () => (await hashOf(page)).slice(1).split('&');
  const before = await parts();
  await restAddress(page);
  await eventually(async () => assert.ok((await parts()).every((part) => !before.includes(part))));
  await follow(page, await hashOf(page));
  await waitForStatus(page, 'ready', 1);
  assert.deepEqual([await stateOf(page, 1), await stateOf(page, 0)], states);
});

test('a page that is loaded anew at once after a change has it in its address', async () => {
  const page = await open(following, {before: holdAddress});
  await waitForStatus(page, 'ready');
  await pressTasks(page, 0, [0]);
  await page.waitFor(() => Reflect.get(window, 'held')());
  await restAddress(page);
  await pressTasks(page, 0, [1]);
  const state = await stateOf(page);
  await page.evaluate(() => {
    Object.assign(window, {isBefore: true});
    location.reload();
  });
  await page.waitFor(() => !('isBefore' in window));
  await waitForStatus(page, 'ready');
  assert.equal(state.openTasks.length, 2);
  assert.deepEqual(await stateOf(page), state);
});

test('who leaves the page at once after changes and comes back finds them in the address', async () => {
  const page = await open(following, {before: holdAddress});
  await waitForStatus(page, 'ready');
  await pressTasks(page, 0, [0, 1, 2]);
  await page.waitFor(() => Reflect.get(window, 'held')());
  const state = await stateOf(page);
  const isAt = (/** @type {string} */ file) =>
      page.waitFor((name) => location.pathname.endsWith(name) && document.readyState === 'complete', file);
  // Later, as drivers wait for an answer of the page that they ask.
  await page.evaluate(() => void setTimeout(() => location.href = 'profiles/index.json', 20));
  await isAt('index.json');
  await page.evaluate(() => void setTimeout(() => history.back(), 20));
  await isAt('host.html');
  const again = await open(following, {query: await hashOf(page)});
  await waitForStatus(again, 'ready');
  assert.equal(state.openTasks.length, 3);
  assert.deepEqual(await stateOf(again), state);
});

test('without it, the address stays as it is', async () => {
  const page = await open(widget, {before: standIn});
  await waitForStatus(page, 'ready');
  await clickOn(page, toolbarButton);
  await waitForText(page, 'Copy the link');
  await clickOn(page, button('Copy the link'));
  await lastTaken(page, 1);
  assert.equal(await page.evaluate(() => location.hash), '');
});

test('a picture that would be too large is made smaller, and it says so', async () => {
  const tasks = Array.from({length: 150}, (_, i) => ({name: `Task ${i}`, importance: 'core', automation: i % 100}));
  const page = await open(
      '<task-scope loading="eager" src="long.json"></task-scope>',
      {before: standIn, files: {'long.json': JSON.stringify({version: 1, title: 'Long', tasks})}});
  await waitForStatus(page, 'ready');
  await clickOn(page, toolbarButton);
  await waitForText(page, 'PNG 3×');
  await clickOn(page, button('PNG 3×'));
  assert.equal((await lastTaken(page, 1)).name, 'Long-dashboard.png');
  await waitForText(page, 'It is of size 2×, as a larger one would be too large.');
});

test('of ten thousand tasks there is no picture, and it says so', async () => {
  const tasks = Array.from({length: 10_000}, (_, i) => ({name: `Task ${i}`, importance: 'core', automation: i % 100}));
  const page = await open(
      '<task-scope loading="eager" src="long.json"></task-scope>',
      {before: standIn, files: {'long.json': JSON.stringify({version: 1, title: 'Long', tasks})}});
  await waitForStatus(page, 'ready');
  await clickOn(page, toolbarButton);
  await waitForText(page, 'PNG 1×');
  await clickOn(page, button('PNG 1×'));
  await waitForText(page, 'It is longer than pictures can be.');
});

test('where the script did not come, or another came, the element says so and goes on', async () => {
  const {release} = await import('../harness.mjs');
  const {name} = release.files['task-scope-share.js'];
  const page = await open(widget, {
    before: standIn,
    files: {[name]: (_, response) => void response.writeHead(200, {'content-type': 'text/javascript'}).end('evil = 1')},
  });
  await waitForStatus(page, 'ready');
  await clickOn(page, toolbarButton);
  await waitForText(page, 'Copy the link');
  await clickOn(page, button('Copy the link'));
  await waitForText(page, 'This part could not be downloaded.');
  assert.ok(!await page.evaluate(() => 'evil' in window));
  await clickOn(page, buttonOf(profile.tasks[0]));
  await page.waitFor(() => document.querySelector('task-scope')?.state.openTasks?.length === 1);
});
