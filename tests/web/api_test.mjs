// What a page's author has: attributes, properties, methods, events, custom properties.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';

import {clickNode, describe, firstProfile, nextFrames, openPage, readPixels, repository, settle, useBrowser, waitForStatus} from './harness.mjs';

/** @typedef {import('../../web/element.js').TaskScopeElement} TaskScope */

const shared = useBrowser();
const open = (/** @type {string} */ body, more = {}) => openPage(shared.browser, shared.server.url, body, more);
const profile = JSON.parse(readFileSync(`${repository}assets/profiles/medical-records-specialists.json`, 'utf8'));
const widget = `<task-scope src="${firstProfile}"></task-scope>`;
const small = {
  version: 1,
  title: 'A small one',
  tasks: [{name: 'Sweep', importance: 'core', automation: 7, reason: 'Dust.'}]
};
const task = 'Scan records into electronic formats';

/** The addresses that the page asks for from now on. @param {import('playwright-core').Page} page */
function requestsOf(page) {
  /** @type {string[]} */
  const addresses = [];
  page.on('request', (request) => addresses.push(request.url()));
  return addresses;
}

/** Opens a ready widget. */
async function openReady(body = widget, more = {}) {
  const opened = await open(body, more);
  await waitForStatus(opened.page, 'ready');
  return opened;
}

test('attributes read as properties and back, with defaults for what is wrong', async () => {
  const {page} = await open('<task-scope></task-scope>');
  const read = await page.evaluate(() => {
    const element =
        /** @type {TaskScope} */ (document.querySelector('task-scope'));
    const names = /** @type {const} */ (['src', 'theme', 'loading', 'textSize', 'headingLevel']);
    const values = () => names.map((name) => element[name]);
    const usual = values();
    Object.assign(element, {src: 'a.json', theme: 'dark', loading: 'eager', textSize: 1.5, headingLevel: 4});
    const set = values();
    const attributes = element.getAttributeNames().map((name) => `${name}=${element.getAttribute(name)}`);
    for (const name of ['theme', 'loading', 'text-size', 'heading-level']) element.setAttribute(name, 'nonsense');
    return {usual, set, attributes, wrong: values().slice(1)};
  });
  assert.deepEqual(read.usual, ['', 'auto', 'lazy', 1, 2]);
  assert.deepEqual(read.set, [`${shared.server.url}a.json`, 'dark', 'eager', 1.5, 4]);
  assert.deepEqual(read.attributes, ['src=a.json', 'theme=dark', 'loading=eager', 'text-size=1.5', 'heading-level=4']);
  assert.deepEqual(read.wrong, ['auto', 'lazy', 1, 2]);
  await page.close();
});

test('what was set before the script arrived works after it', async () => {
  const {page} = await open('<task-scope id="early"></task-scope>');
  await page.route(`${shared.server.url}early.html`, (route) => route.fulfill({
    contentType: 'text/html',
    body: `<!doctype html><link rel="icon" href="data:,"><task-scope></task-scope><script>
      Object.assign(document.querySelector('task-scope'), {
        data: ${JSON.stringify(small)}, state: {version: 1, openTasks: ['Sweep']}, theme: 'dark'});
      </script><script type="module" src="task-scope.js"></script>`
  }));
  await page.goto(`${shared.server.url}early.html`);
  await waitForStatus(page, 'ready');
  assert.equal(await page.getAttribute('task-scope', 'theme'), 'dark');
  assert.ok((await describe(page)).some(({text}) => text === 'A small one'));
  assert.ok((await describe(page)).some(({text, hidden}) => text === 'Dust.' && !hidden));
  await page.close();
});

test('data stands in place of src, and null gives way to it again', async () => {
  const {page} = await openReady();
  const title = () => page.evaluate(() => document.querySelector('task-scope')?.profile);
  assert.deepEqual(await title(), profile);
  await page.evaluate(async (data) => {
    const element = document.querySelector('task-scope');
    if (!element) return;
    element.data = data;
    await element.ready;
  }, small);
  assert.deepEqual(await title(), small);
  await page.evaluate(() => document.querySelector('task-scope')?.setAttribute('src', 'none.json'));
  assert.deepEqual(await title(), small);  // an address is not looked at while there is data
  await page.evaluate(async (address) => {
    const element = document.querySelector('task-scope');
    if (!element) return;
    element.setAttribute('src', address);
    element.data = null;
    await element.ready;
  }, firstProfile);
  assert.deepEqual(await title(), profile);
  await page.close();
});

test('the profile that a page reads cannot be changed', async () => {
  const {page} = await openReady();
  const frozen = await page.evaluate(() => {
    const shown = /** @type {{tasks: object[]}} */ (document.querySelector('task-scope')?.profile);
    return [shown, shown.tasks, shown.tasks[0]].map((part) => Object.isFrozen(part));
  });
  assert.deepEqual(frozen, [true, true, true]);
  await page.close();
});

test('ready resolves once shown, is rejected with the reason, and is another promise after that', async () => {
  const {page} = await open('<task-scope></task-scope>', {files: {'bad.json': '{"version": 1}'}});
  const told = await page.evaluate(async ([good]) => {
    const element =
        /** @type {TaskScope} */ (document.querySelector('task-scope'));
    const first = element.ready;
    element.src = good;
    const isSame = await first === element;
    const failure = await element.load('bad.json').catch((error) => error);
    const again = await element.load(good);
    return {
      isSame,
      name: failure.name,
      reason: failure.reason,
      found: failure.diagnostics.length,
      again: again === element
    };
  }, [firstProfile]);
  assert.deepEqual(told, {isSame: true, name: 'TaskScopeError', reason: 'profile', found: 1, again: true});
  await page.close();
});

test('load takes an address or an object, at once even far from the window', async () => {
  const {page, problems} = await open(`<div style="height: 9000px"></div>${widget}`);
  await nextFrames(page);
  assert.equal(await page.evaluate(() => document.querySelector('task-scope')?.status), 'idle');
  const shown = await page.evaluate(async (data) => {
    const element =
        /** @type {TaskScope} */ (document.querySelector('task-scope'));
    await element.load(new URL('profiles/medical-records-specialists.json', document.baseURI));
    const first = element.profile;
    await element.load(data);
    return [first, element.profile];
  }, small);
  assert.deepEqual(shown, [profile, small]);
  assert.deepEqual(problems, []);
  await page.close();
});

test('nothing is fetched before a lazy widget comes near the window', async () => {
  const {page} = await open(`<div style="height: 9000px"></div>${widget}`);
  const fetched = requestsOf(page);
  await page.evaluate(() => scrollTo(0, 5000));
  await nextFrames(page);
  assert.equal(fetched.length, 0);
  assert.ok(await page.evaluate(() => (document.querySelector('task-scope')?.clientHeight ?? 0) > 1000));
  await page.evaluate(() => scrollTo(0, 8500));
  await waitForStatus(page, 'ready');
  assert.ok(fetched.some((url) => url.endsWith('.wasm')) && fetched.some((url) => url.endsWith(firstProfile)));
  await page.close();
});

test('the state tells what the reader opened, and brings it back elsewhere', async () => {
  const {page} = await openReady();
  await page.evaluate(() => {
    /** @type {object[]} */
    const states = [];
    document.querySelector('task-scope')
        ?.addEventListener('change', (event) => states.push(/** @type {CustomEvent} */ (event).detail.state));
    Object.assign(window, {states});
  });
  assert.deepEqual(await page.evaluate(() => document.querySelector('task-scope')?.state), {version: 1});
  await clickNode(page, 'button', task);
  const state = {version: 1, openTasks: [task]};
  assert.deepEqual(await page.evaluate(() => document.querySelector('task-scope')?.state), state);
  assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'states')), [state]);
  await page.evaluate(
      (address) => document.body.insertAdjacentHTML('beforeend', `<task-scope src="${address}"></task-scope>`),
      firstProfile);
  await page.evaluate(async (kept) => {
    const second = document.querySelectorAll('task-scope')[1];
    second.state = kept;
    await second.load(second.src);
  }, state);
  await settle(page, 1);
  assert.equal((await describe(page, 1)).find(({text, role}) => role === 'button' && text === task)?.expanded, 'true');
  await page.evaluate(() => Object.assign(document.querySelectorAll('task-scope')[1], {state: null}));
  await settle(page, 1);
  assert.equal((await describe(page, 1)).find(({text, role}) => role === 'button' && text === task)?.expanded, 'false');
  await page.close();
});

test('a state from elsewhere that is wrong does no harm and says why', async () => {
  const {page} = await openReady();
  /** @type {string[]} */
  const warnings = [];
  page.on('console', (message) => warnings.push(message.text()));
  await clickNode(page, 'button', task);
  for (const state of [{version: 9}, {version: 1, openTasks: 'all'}, [1], {version: 1, openTasks: [{}]}]) {
    await page.evaluate((wrong) => Object.assign(document.querySelector('task-scope') ?? {}, {state: wrong}), state);
  }
  assert.equal(warnings.length, 4);
  assert.match(warnings[0], /not restored: “version” is 9/);
  assert.deepEqual((await page.evaluate(() => document.querySelector('task-scope')?.state))?.openTasks, [task]);
  await page.close();
});

test('an element that is moved keeps what the reader did, and fetches nothing', async () => {
  const {page} = await openReady(`<div id="a">${widget}</div><div id="b"></div>`);
  await clickNode(page, 'button', task);
  const fetched = requestsOf(page);
  await page.evaluate(() => document.querySelector('#b')?.append(document.querySelector('task-scope') ?? ''));
  await waitForStatus(page, 'ready');
  await settle(page);
  assert.equal((await describe(page)).find(({text, role}) => role === 'button' && text === task)?.expanded, 'true');
  assert.deepEqual(fetched.filter((url) => !url.endsWith('.css')), []);
  await page.close();
});

test('an element whose address changes out of the page shows the other profile when it is back', async () => {
  const {page} = await openReady(widget, {files: {'small.json': JSON.stringify(small)}});
  const shown = await page.evaluate(async () => {
    const element = /** @type {TaskScope} */ (document.querySelector('task-scope'));
    element.remove();
    element.src = 'small.json';
    document.body.append(element);
    await new Promise((done) => element.addEventListener('load', done));
    return element.profile;
  });
  assert.deepEqual(shown, small);
  await page.close();
});

test('what stays on the screen after a failure is still the profile', async () => {
  const {page} = await openReady();
  const kept = await page.evaluate(async () => {
    const element = /** @type {TaskScope} */ (document.querySelector('task-scope'));
    await element.load('none.json').catch(() => {});
    return element.profile;
  });
  assert.deepEqual(kept, profile);
  await page.close();
});

test('progress tells of the program and of the profile, in bytes', async () => {
  const {page} = await open('');
  const told = await page.evaluate(async (address) => {
    const element = document.createElement('task-scope');
    /** @type {{part: string, loaded: number, total: number}[]} */
    const events = [];
    element.addEventListener(
        'progress', (event) => events.push(/** @type {CustomEvent} */ (/** @type {unknown} */ (event)).detail));
    document.body.append(element);
    await element.load(address);
    return events;
  }, firstProfile);
  for (const part of ['program', 'profile']) {
    const last = told.filter((event) => event.part === part).at(-1);
    assert.ok(last && last.loaded > 1000 && (last.total === 0 || last.total === last.loaded), JSON.stringify(told));
  }
  await page.close();
});

test('a snapshot is a picture of everything, at the scale that was asked for', async () => {
  const {page, problems} = await openReady();
  const pictures = await page.evaluate(async () => {
    const element =
        /** @type {TaskScope} */ (document.querySelector('task-scope'));
    const sizes = [];
    for (const options of [{}, {scale: 2}, {type: 'image/jpeg', scale: 0.5}]) {
      const blob = await element.snapshot(options);
      const image = await createImageBitmap(blob);
      sizes.push([blob.type, image.width, image.height]);
    }
    const tooLarge = await element.snapshot({scale: 40}).catch((error) => `${error.name}: ${error.message}`);
    return {sizes, tooLarge, height: element.clientHeight};
  });
  const [one, two, half] = pictures.sizes;
  assert.deepEqual(one, ['image/png', 1200, pictures.height]);
  assert.equal(two[1], 2400);
  assert.ok(Math.abs(Number(two[2]) - 2 * pictures.height) < 20, `${two} for ${pictures.height}`);
  assert.deepEqual(half.slice(0, 2), ['image/jpeg', 600]);
  assert.match(String(pictures.tooLarge), /^RangeError: .*lesser scale/);
  const {pixel, width} = await readPixels(page, await page.screenshot());
  assert.ok(
      new Set(Array.from({length: width}, (_, x) => pixel(x, 36).join())).size > 5, 'the page shows it as before');
  assert.deepEqual(problems, []);
  await page.close();
});

test('there is no snapshot of nothing', async () => {
  const {page} = await open('<task-scope></task-scope>');
  assert.match(
      String(await page.evaluate(() => document.querySelector('task-scope')?.snapshot().catch(String))),
      /InvalidState/);
  await page.close();
});

test('a disposed element holds nothing, and load begins anew', async () => {
  const {page, problems} = await openReady(`<task-scope src="${firstProfile}"><p>Fallback</p></task-scope>`);
  await page.evaluate(() => document.querySelector('task-scope')?.dispose());
  assert.equal(await page.evaluate(() => document.querySelector('task-scope')?.status), 'idle');
  assert.equal(await page.evaluate(() => document.querySelector('task-scope')?.profile), null);
  assert.ok(await page.isVisible('text=Fallback'));
  assert.deepEqual(await describe(page), []);
  await page.evaluate((data) => document.querySelector('task-scope')?.load(data), small);
  await waitForStatus(page, 'ready');
  assert.deepEqual(problems, []);
  await page.close();
});

test('the title has the level that the page asks for', async () => {
  const {page} = await openReady(`<task-scope src="${firstProfile}" heading-level="1"></task-scope>`);
  const headings = () => page.evaluate(
      () => [...document.querySelector('task-scope')
                 ?.shadowRoot?.querySelectorAll('.mirror :is(h1, h2, h3, h4, h5, h6)') ??
             []].map(({tagName}) => tagName));
  assert.deepEqual([...new Set(await headings())], ['H1', 'H2', 'H3']);
  await page.evaluate(() => Object.assign(document.querySelector('task-scope') ?? {}, {headingLevel: 5}));
  await settle(page);
  assert.deepEqual([...new Set(await headings())], ['H5', 'H6']);
  await page.close();
});

test('text-size makes all texts larger, in the dashboard and in notices', async () => {
  const {page} = await openReady(`<task-scope src="${firstProfile}"></task-scope>`, {files: {'bad.json': '{'}});
  const lineHeight = () => page.evaluate(
      () => getComputedStyle(
                document.querySelector('task-scope')?.shadowRoot?.querySelector('.mirror h2') ?? document.body)
                .lineHeight);
  assert.equal(await lineHeight(), '34px');
  await page.evaluate(() => document.querySelector('task-scope')?.setAttribute('text-size', '1.5'));
  await settle(page);
  assert.equal(await lineHeight(), '51px');
  await page.evaluate(() => document.querySelector('task-scope')?.load('bad.json').catch(() => {}));
  assert.equal(
      await page.evaluate(
          () => getComputedStyle(
                    document.querySelector('task-scope')?.shadowRoot?.querySelector('.notice') ?? document.body)
                    .fontSize),
      '22.5px');
  await page.close();
});

test('a page sets colours, lengths and the font by custom properties, live', async () => {
  const {page, problems} = await openReady();
  const title = async () => (await describe(page)).find(({role}) => role === 'heading');
  const corner = async () => (await readPixels(page, await page.screenshot())).pixel(3, 3).slice(0, 3);
  const usual = await title();
  assert.deepEqual(await corner(), [255, 255, 255]);
  await page.addStyleTag({
    content: `task-scope { --task-scope-page: oklch(0.3 0.1 250); --task-scope-margin: 50px;
      --task-scope-font: serif; --task-scope-ink: nonsense; }`
  });
  await page.waitForFunction(() => {
    const root = document.querySelector('task-scope')?.shadowRoot;
    const corner = root?.querySelector('.stage')?.getBoundingClientRect();
    return Math.round((root?.querySelector('.mirror h2')?.getBoundingClientRect().x ?? 0) - (corner?.x ?? 0)) === 50;
  });
  await settle(page);
  assert.notEqual((await title())?.width, usual?.width);
  assert.notDeepEqual(await corner(), [255, 255, 255]);
  const [red, green, blue] = await corner();
  assert.ok(blue > green && green > red, `${[red, green, blue]}`);
  await page.evaluate(
      () => document.querySelector('task-scope')?.style.setProperty('--task-scope-page', 'light-dark(#123456, red)'));
  await page.waitForFunction(
      () => getComputedStyle(document.querySelector('task-scope')?.shadowRoot?.querySelector('.root') ?? document.body)
                .backgroundColor === 'rgb(18, 52, 86)');
  await settle(page);
  assert.deepEqual(await corner(), [0x12, 0x34, 0x56]);
  assert.deepEqual(problems, []);
  await page.close();
});

test('a page of one colour scheme decides before the reader does', async () => {
  const {page} =
      await openReady(`<style>:root { color-scheme: light; }</style>${widget}`, {options: {colorScheme: 'dark'}});
  const isDark = () => page.evaluate(
      () => document.querySelector('task-scope')?.shadowRoot?.querySelector('.root')?.classList.contains('dark'));
  assert.equal(await isDark(), false);
  await page.evaluate(() => document.documentElement.style.colorScheme = 'dark');
  await page.waitForFunction(
      () => document.querySelector('task-scope')?.shadowRoot?.querySelector('.root')?.classList.contains('dark'));
  await page.close();
});

test('a page’s style sees how loading goes', async () => {
  const {page} = await openReady();
  assert.ok(await page.evaluate(() => document.querySelector('task-scope')?.matches(':state(ready)')));
  await page.close();
});
