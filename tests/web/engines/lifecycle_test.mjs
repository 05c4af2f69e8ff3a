// What a page may do to an element, and when: anything, at any time. Nothing goes wrong by that, others on the page go
// on, and whoever waits hears how it ended.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';

import {dist, firstProfile, moduleFile} from '../harness.mjs';

import {needs, useBrowser} from './browser.mjs';
import {guardModule} from './gone.mjs';
import {buttonOf, clickOn, profile, waitForOpenTasks, waitForStatus, waitForText, widget} from './widget.mjs';

/** @typedef {import('./page.mjs').Page} Page */
/** @typedef {HTMLElementTagNameMap['task-scope']} Element */

const open = useBrowser();

const overview = '<task-scope loading="eager" view="overview" src="catalogue.json"></task-scope>';
const small = {
  version: 1,
  title: 'A small one',
  tasks: [{name: 'Sweep', importance: 'core', automation: 7, reason: 'Dust.'}],
};

/** What the pages of these tests have: deeds by their names, and what sees them through. */
function prepare() {
  const elsewhere = () => /** @type {HTMLElement} */ (document.querySelector('#elsewhere'));
  /** @type {Record<string, (element: Element) => unknown>} */
  const deeds = {
    remove: (element) => element.remove(),
    move: (element) => {
      element.remove();
      elsewhere().append(element);
    },
    moveBefore: (element) => elsewhere().moveBefore?.(element, null),
    src: (element) => element.src = 'small.json',
    dispose: (element) => element.dispose(),
    load: (element) => element.load('small.json'),
    reload: (element) => element.reload(),
    data: (element) => element.data = {version: 1, title: 'Data'},
    state: (element) => element.state = {version: 1, openTasks: ['Sweep']},
    snapshot: (element) => element.snapshot().catch(() => {}),
    throw: () => {
      throw new Error('the page’s own');
    },
  };
  /** Until something is there, for some seconds at most. @template T @param {() => T} look */
  const until = async (look) => {
    for (let i = 0; i < 300; ++i) {
      const found = look();
      if (found) return found;
      await new Promise((done) => requestAnimationFrame(done));
    }
    return null;
  };
  const press = async (/** @type {Element} */ element) => {
    const button = () => element.shadowRoot?.querySelector('.mirror tr button[aria-expanded]');
    /** @type {HTMLElement} */ (await until(button)).click();
  };

  /** Calls back in an event of the element, once. @type {(element: Element, type: string, act: () => void) => void} */
  const listen = (element, type, act) => {
    const {ready} = element;
    type === 'ready' ? ready.then(act, act) : element.addEventListener(type, act, {once: true});
  };

  /**
   * Has a new element come to an event, and does a deed in it. What becomes of the `ready` that it had, and of itself.
   * @param {string} type @param {string} deed
   */
  const tryDeed = async (type, deed) => {
    const element = document.createElement('task-scope');
    Object.assign(element, {loading: 'eager', address: true});
    let end = '', isDone = false;
    element.ready.then(() => end = 'ready', ({reason}) => end = reason);
    listen(element, type, () => {
      isDone = true;
      deeds[deed](element);
    });
    element.src = type === 'error' ? 'none.json' : 'profiles/medical-records-specialists.json';
    document.querySelector('#home')?.append(element);
    if (type === 'change') await press(element);
    await until(() => isDone && end && element.status !== 'loading');
    for (let i = 0; i < 4; ++i) await new Promise((done) => requestAnimationFrame(done));
    const {status, isConnected} = element;
    element.remove();
    return {end, status, isConnected};
  };

  /** Presses a task in the page's first element. Whether that is answered. */
  const pressInOther = async () => {
    const other = /** @type {Element} */ (document.querySelector('task-scope'));
    let isAnswered = false;
    listen(other, 'change', () => isAnswered = true);
    await press(other);
    return until(() => isAnswered);
  };
  Object.assign(window, {tryDeed, pressInOther, until});
}

const before = [guardModule, prepare];
const body = `${widget}<div id="home"></div><div id="elsewhere"></div>`;
const files = {
  'small.json': JSON.stringify(small),
  'never.json': () => {},
};

/** @param {Page} page */
const problemsOfOurs = async (page) => (await page.problems()).filter((text) => !text.includes('the page’s own'));

/** @param {Page} page @param {string} name @param {string[]} values */
const call = (page, name, ...values) =>
    page.evaluate((given, parameters) => Reflect.get(window, given)(...parameters), name, values);

const deeds =
    ['remove', 'move', 'moveBefore', 'src', 'dispose', 'load', 'reload', 'data', 'state', 'snapshot', 'throw'];

/** What is to become of an element. @param {string} type @param {string} deed */
function expected(type, deed) {
  const goes = deed === 'remove' || deed === 'dispose';
  const mends = deed === 'src' || deed === 'load' || deed === 'data';
  const end = type === 'error' ? 'fetch' : type === 'progress' && goes ? 'stopped' : 'ready';
  const status = goes ? 'idle' : type === 'error' && !mends ? 'error' : 'ready';
  return {end, status, isConnected: deed !== 'remove'};
}

for (const type of ['progress', 'load', 'ready', 'error', 'change']) {
  test(`in “${type}” a page may do anything`, async () => {
    const page = await open(body, {before, files});
    await waitForStatus(page, 'ready');
    for (const deed of deeds) assert.deepEqual(await call(page, 'tryDeed', type, deed), expected(type, deed), deed);
    assert.ok(await call(page, 'pressInOther'));
    assert.deepEqual(await problemsOfOurs(page), []);
  });
}

test('an element that goes while the program comes hears no more of it, and the next one is shown', async () => {
  const program = readFileSync(`${dist}/${moduleFile}`);
  let goOn = () => {};
  const page = await open('<div id="home"></div>', {
    before: guardModule,
    files: {
      [moduleFile]: (_, response) => {
        response.writeHead(200, {'content-type': 'application/wasm'}).write(program.subarray(0, 50_000));
        goOn = () => void response.end(program.subarray(50_000));
      },
    },
  });
  const add = () => page.evaluate((src) => {
    const element = Object.assign(document.createElement('task-scope'), {src});
    const told = /** @type {string[]} */ ([]);
    element.addEventListener('progress', (event) => {
      const {part} = /** @type {CustomEvent} */ (/** @type {unknown} */ (event)).detail;
      told.push(part);
      if (part === 'program' && !('first' in window)) Object.assign(window, {first: told}), element.remove();
    });
    document.querySelector('#home')?.append(element);
  }, firstProfile);
  const toldFirst = () => page.evaluate(() => Reflect.get(window, 'first')?.length);
  await add();
  const told = await page.waitFor(() => Reflect.get(window, 'first')?.length);
  await add();
  goOn();
  await waitForStatus(page, 'ready');
  assert.equal(await toldFirst(), told);
  assert.deepEqual(await page.problems(), []);
});

/**
 * Has an element load what never comes, and does something to it, and later what shows it all the same. How its first
 * `ready` ended, and whether the later one was another.
 * @param {Page} page @param {string} doing
 */
const endOfReady = (page, doing) => page.evaluate(async (act) => {
  const [home, elsewhere] = document.querySelectorAll('div');
  const element = Object.assign(document.createElement('task-scope'), {src: 'never.json', loading: 'eager'});
  home.append(element);
  const {ready} = element;
  let end = '';
  await null;  // what WebKit's driver runs is no task, and has microtasks come in the midst of it
  ready.then(() => end = 'ready', ({name, reason}) => end = `${name}: ${reason}`);
  if (act === 'remove') element.remove();
  if (act === 'dispose') element.dispose();
  if (act === 'remove src') element.removeAttribute('src');
  if (act === 'move') elsewhere.append(element);
  if (act === 'load another') element.src = 'small.json';
  await new Promise((done) => setTimeout(done));
  const isSame = element.ready === ready;
  element.src = 'small.json';
  home.append(element);
  const isShown = await element.ready === element;
  element.remove();
  return {end, isSame, isShown};
}, doing);

test('whoever waits for an element that goes hears of it, and one that is put back is waited for anew', async () => {
  const page = await open(body, {before: guardModule, files});
  await waitForStatus(page, 'ready');
  const stopped = {end: 'TaskScopeError: stopped', isSame: false, isShown: true};
  for (const doing of ['remove', 'dispose', 'remove src']) assert.deepEqual(await endOfReady(page, doing), stopped);
  for (const doing of ['move', 'load another']) {
    assert.deepEqual(await endOfReady(page, doing), {end: 'ready', isSame: true, isShown: true}, doing);
  }
  assert.deepEqual(await page.problems(), []);
});

test('where a dashboard stays as nothing else is wanted any more, it is ready', async () => {
  const page = await open(body, {files});
  await waitForStatus(page, 'ready');
  const isReady = await page.evaluate(async () => {
    const element = /** @type {Element} */ (document.querySelector('task-scope'));
    const ready = element.load('never.json');
    element.removeAttribute('src');
    return await ready === element && element.status === 'ready';
  });
  assert.ok(isReady);
});

for (const [type, options] of /** @type {const} */ ([['focusin', {}], ['focusout', needs('parting focus')]])) {
  test(`a page may remove an element in “${type}” of what is within`, options, async () => {
    const page = await open(overview + widget, {before: guardModule});
    await waitForStatus(page, 'ready', 1);
    await waitForText(page, '756 of 756 occupations are in view');
    // The focus goes to the way back, out of a row that is no longer there.
    await page.evaluate(async (wanted) => {
      const element = /** @type {Element} */ (document.querySelector('task-scope'));
      const row = /** @type {HTMLElement} */ (element.shadowRoot?.querySelector('.open-occupation'));
      row.focus();
      element.addEventListener(wanted, () => element.remove(), {once: true});
      row.click();
    }, type);
    await page.waitFor(() => document.querySelectorAll('task-scope').length === 1);
    await clickOn(page, buttonOf(profile.tasks[0]));
    await waitForOpenTasks(page, 1);
    assert.deepEqual(await page.problems(), []);
  });
}

test('an element that is moved in place follows what is around it there', needs('moving in place'), async () => {
  const page = await open(`${widget}<div lang="de"></div><p></p>`, {before: guardModule});
  await waitForStatus(page, 'ready');
  await page.evaluate(() => {
    const element = /** @type {Element} */ (document.querySelector('task-scope'));
    document.querySelector('[lang=de]')?.moveBefore(element, null);
  });
  await waitForText(page, 'Meine Woche');
  assert.deepEqual(await page.problems(), []);
});
