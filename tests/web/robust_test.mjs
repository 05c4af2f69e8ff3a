// Life in a page that moves, grows, restyles and comes and goes: each of these once left something blank, wrong or
// stuck.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {describe, firstProfile, nextFrames, openPage, readPixels, useBrowser, waitForStatus} from './harness.mjs';

const shared = useBrowser();

const widget = `<task-scope src="${firstProfile}"></task-scope>`;

/** @param {string} body @param {Parameters<typeof openPage>[3]} [more] */
const open = (body, more) => openPage(shared.browser, shared.server.url, body, more);

/** Whether the canvas covers all that the window shows of the widget. @param {import('playwright-core').Page} page */
async function coversWindow(page) {
  await page.waitForTimeout(200);  // observers report after a frame
  await nextFrames(page);
  return page.evaluate(() => {
    const find = (/** @type {ParentNode} */ root) => root.querySelector('task-scope') ??
        [...root.querySelectorAll('*')].map((e) => e.shadowRoot?.querySelector('task-scope')).find(Boolean);
    const element = find(document);
    const stage = element?.shadowRoot?.querySelector('.stage')?.getBoundingClientRect();
    const canvas = element?.shadowRoot?.querySelector('canvas')?.getBoundingClientRect();
    if (!stage || !canvas) return false;
    const top = Math.max(stage.top, 0);
    const bottom = Math.min(stage.bottom, innerHeight);
    return bottom > top && canvas.top <= top + 1 && canvas.bottom >= bottom - 1;
  });
}

test('the page keeps its place while a widget above it becomes ready', async () => {
  const {page} = await open('<p>Text</p>');
  await page.route(`${shared.server.url}held.json`, async (route) => {
    await page.evaluate(() => scrollTo(0, 1200));
    await route.fulfill({path: `${process.cwd()}/assets/profiles/medical-records-specialists.json`});
  });
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<task-scope src="held.json"></task-scope>');
    document.querySelector('task-scope')?.addEventListener('load', () => {
      document.title = String(document.querySelector('task-scope')?.clientHeight);
    });
  });
  await waitForStatus(page, 'ready');
  assert.equal(await page.evaluate(() => scrollY), 1200);
  assert.ok(Number(await page.title()) > 2000, 'at load, the element is as tall as its content');
  await page.close();
});

test('a widget far below the window has its height, its text and its controls', async () => {
  const {page} =
      await open(`<div style="height: 5000px"></div><task-scope loading="eager" src="${firstProfile}"></task-scope>`);
  await waitForStatus(page, 'ready');
  assert.ok(await page.evaluate(() => document.querySelector('task-scope')?.clientHeight ?? 0) > 2000);
  assert.ok((await describe(page)).length > 100);
  assert.equal(await page.locator('button', {hasText: 'Show all reasons'}).count(), 1);
  await page.close();
});

test('a scroller in a shadow root moves the canvas', async () => {
  const {page} = await open('<div id="host"></div>');
  await page.evaluate((html) => {
    const root = document.querySelector('#host')?.attachShadow({mode: 'open'});
    if (root) root.innerHTML = `<div id="scroller" style="height: 800px; overflow: auto">${html}</div>`;
  }, widget);
  await page.waitForFunction(
      () => document.querySelector('#host')?.shadowRoot?.querySelector('task-scope')?.status === 'ready');
  await page.evaluate(() => document.querySelector('#host')?.shadowRoot?.querySelector('#scroller')?.scrollTo(0, 1300));
  assert.ok(await coversWindow(page));
  await page.close();
});

test('a transform moves the canvas, and so does a box above that collapses', async () => {
  const {page} = await open(`<div id="box" style="height: 700px"></div><div id="moved">${widget}</div>`);
  await waitForStatus(page, 'ready');
  assert.ok(await coversWindow(page));
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#box')).style.height = '0');
  assert.ok(await coversWindow(page));
  await page.evaluate(
      () => /** @type {HTMLElement} */ (document.querySelector('#moved')).style.transform = 'translateY(-1200px)');
  assert.ok(await coversWindow(page));
  await page.close();
});

test('the profile is fetched once', async () => {
  let fetched = 0;
  const context = await shared.browser.newContext();
  const page = await context.newPage();
  page.on('request', (request) => fetched += Number(request.url().endsWith('specialists.json')));
  await page.goto(shared.server.url);
  await waitForStatus(page, 'ready');
  assert.equal(fetched, 1);
  await context.close();
});

test('an element outside the page loads nothing', async () => {
  const {page} = await open(widget);
  await waitForStatus(page, 'ready');
  const status = await page.evaluate(async (address) => {
    const element = document.createElement('task-scope');
    element.src = address;
    element.reload();  // settled once it is in a page
    await new Promise((done) => setTimeout(done, 100));
    return element.status;
  }, firstProfile);
  assert.equal(status, 'idle');
  await page.close();
});

test('removing src keeps what is shown, and takes an error away', async () => {
  const {page} = await open(widget);
  await waitForStatus(page, 'ready');
  const set = (/** @type {string | null} */ src) => page.evaluate((value) => {
    const element = document.querySelector('task-scope');
    if (value === null)
      element?.removeAttribute('src');
    else
      element?.setAttribute('src', value);
  }, src);
  await set('missing.json');
  await waitForStatus(page, 'error');
  await set(null);
  await waitForStatus(page, 'ready');
  assert.equal(await page.locator('.notice').isVisible(), false);
  await set('http://[');
  await waitForStatus(page, 'error');
  assert.match(await page.locator('.notice').innerText(), /is no address/);
  await page.close();
});

test('a widget that is removed and forgotten while it loads starts nothing', async () => {
  const {page, problems} = await open('<p>Text</p>');
  await page.evaluate((html) => {
    for (let i = 0; i < 20; ++i) {
      document.body.insertAdjacentHTML('beforeend', html);
      document.querySelector('task-scope')?.remove();
    }
  }, widget);
  await page.waitForTimeout(500);
  assert.deepEqual(problems, []);
  await page.close();
});

test('another font-family is drawn at once', async () => {
  const {page} = await open(widget);
  await waitForStatus(page, 'ready');
  const titleWidth = () => {
    const title = document.querySelector('task-scope')?.shadowRoot?.querySelector('.mirror h2');
    return title?.getBoundingClientRect().width;
  };
  const before = await page.evaluate(titleWidth);
  await page.evaluate(() => document.body.style.fontFamily = 'serif');
  await page.waitForFunction(`(${titleWidth})() !== ${before}`);
  await page.close();
});

test('text between the tags is shown in place of the skeleton', async () => {
  const {page} = await open('<p>Text</p>');
  await page.route(`${shared.server.url}slow.json`, () => {});  // never answers
  await page.evaluate(
      () => document.body.insertAdjacentHTML('beforeend', '<task-scope src="slow.json">Just text</task-scope>'));
  await waitForStatus(page, 'loading');
  assert.equal(await page.locator('.skeleton').isVisible(), false);
  await page.close();
});

test('the skeleton keeps its place from the start and is seen only where loading takes a while', async () => {
  const {page} = await open('');
  await page.route(`${shared.server.url}slow.json`, () => {});  // never answers
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<task-scope src="slow.json"></task-scope>'));
  await waitForStatus(page, 'loading');
  const seen = await page.locator('.skeleton').evaluate((skeleton) => {
    const [waiting] = skeleton.getAnimations();
    waiting?.pause();
    return [0, 499, 502].map((time) => {
      if (waiting) waiting.currentTime = time;
      return {isVisible: skeleton.checkVisibility({visibilityProperty: true}), isTall: skeleton.clientHeight > 1000};
    });
  });
  assert.deepEqual(seen, [false, false, true].map((isVisible) => ({isVisible, isTall: true})));
  await page.close();
});

test('a window taller than a GPU’s drawing buffer shows everything', async () => {
  const {page} = await open(widget, {options: {viewport: {width: 390, height: 5200}, deviceScaleFactor: 3}});
  await waitForStatus(page, 'ready');
  const evidence = (await describe(page)).find(({role, text}) => role === 'section' && text === 'Evidence');
  assert.ok(evidence);
  // The last card's lower edge is drawn, and in its place.
  const bottom = Math.floor((evidence.y + evidence.height) / 3);
  const {pixel, width, height} =
      await readPixels(page, await page.screenshot({clip: {x: 0, y: bottom, width: 390, height: 60}}));
  const column = Array.from({length: height}, (_, y) => pixel(Math.round(width / 2), y)[0]);
  assert.ok(column.some((red) => red < 250), 'the card’s edge');
  await page.close();
});

test('overscan never makes a picture softer than it has to be', async () => {
  const {page} = await open(widget, {options: {viewport: {width: 390, height: 2500}, deviceScaleFactor: 3}});
  await waitForStatus(page, 'ready');
  await page.evaluate(() => scrollTo(0, 1000));
  assert.ok(await coversWindow(page));
  const [height, longest] = await page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    const canvas = document.querySelector('task-scope')?.shadowRoot?.querySelector('canvas');
    return [(canvas?.clientHeight ?? Infinity) * devicePixelRatio, gl?.getParameter(gl.MAX_TEXTURE_SIZE)];
  });
  assert.ok(height <= longest, `${height} is more than ${longest}`);
  await page.close();
});

/** Adds a widget whose context can be lost: `window.lossy` does it. @param {import('playwright-core').Page} page */
async function addLossyWidget(page) {
  await page.evaluate(() => {
    const original = OffscreenCanvas.prototype.getContext;
    Object.assign(OffscreenCanvas.prototype, {
      getContext(/** @type {any[]} */...args) {
        const context = Reflect.apply(original, this, args);
        Object.assign(window, {lossy: context.getExtension('WEBGL_lose_context')});
        return context;
      },
    });
  });
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), widget);
  await waitForStatus(page, 'ready');
}

test('a lost WebGL context comes back with the picture', async () => {
  const {page} = await open('<p>Text</p>');
  await addLossyWidget(page);
  const before = await page.screenshot();
  await page.evaluate(async () => {
    const lossy = Reflect.get(window, 'lossy');
    lossy.loseContext();
    await new Promise((done) => setTimeout(done, 100));
    lossy.restoreContext();
    await new Promise((done) => setTimeout(done, 300));
    document.querySelector('task-scope')?.setAttribute('theme', 'dark');
    await new Promise((done) => setTimeout(done, 100));
    document.querySelector('task-scope')?.setAttribute('theme', 'light');
  });
  await nextFrames(page);
  assert.deepEqual(await page.screenshot(), before);
  await page.close();
});

test('with the context lost, the text in the open still answers', async () => {
  const options = {forcedColors: /** @type {const} */ ('active')};
  const {page} = await open('', {options});
  await addLossyWidget(page);
  await page.evaluate(() => Reflect.get(window, 'lossy').loseContext());
  await nextFrames(page);
  await page.locator('button[aria-expanded]').first().click();
  await page.locator('button[aria-expanded=true]').waitFor({timeout: 5000});
  await page.close();
});

test('a profile that is shorter than the static content before it is as tall as itself', async () => {
  const files = {'short.json': JSON.stringify({version: 1, title: 'Short'})};
  const body = `<task-scope src="${firstProfile}"><div style="height: 4000px"></div></task-scope>`;
  const {page} = await open(body, {files});
  await waitForStatus(page, 'ready');
  const height = () => page.evaluate(() => document.querySelector('task-scope')?.clientHeight ?? 0);
  assert.equal(await height(), 4000);
  await page.evaluate(() => document.querySelector('task-scope')?.setAttribute('src', 'short.json'));
  await page.locator('.title', {hasText: 'Short'}).waitFor({state: 'attached'});
  await nextFrames(page);
  assert.ok(await height() < 400, `${await height()} pixels`);
  await page.close();
});
