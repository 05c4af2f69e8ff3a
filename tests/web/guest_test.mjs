// A widget is a guest on a page that may hold many of them, be hostile, or keep them for hours.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {clickNode, describe, firstProfile, nextFrames, openPage, readPixels, settle, useBrowser, waitForStatus} from './harness.mjs';

const shared = useBrowser();
const open = (/** @type {string} */ body, more = {}) => openPage(shared.browser, shared.server.url, body, more);
const widget = `<task-scope src="${firstProfile}"></task-scope>`;
const task = 'Scan records into electronic formats';

/** Runs before the page's scripts: counts contexts, instances and animation frames. */
function countResources() {
  const counts = {contexts: 0, instances: 0, frames: 0};
  Object.assign(window, {counts});
  /** @type {(owner: object, name: string, count: (options: unknown[]) => void) => void} */
  const watch = (owner, name, count) => {
    const original = Reflect.get(owner, name);
    Reflect.set(owner, name, function(/** @type {unknown[]} */...options) {
      count(options);
      // @ts-expect-error the canvas, or whatever the original is called on
      return Reflect.apply(original, this, options);
    });
  };
  for (const canvas of [HTMLCanvasElement.prototype, OffscreenCanvas.prototype]) {
    watch(canvas, 'getContext', ([kind]) => counts.contexts += Number(kind === 'webgl2'));
  }
  watch(WebAssembly, 'instantiate', () => ++counts.instances);
  watch(window, 'requestAnimationFrame', () => ++counts.frames);
}

/**
 * @param {import('playwright-core').Page} page @returns {Promise<{contexts: number, instances: number, frames:
 *     number}>}
 */
const countsOf = (page) => page.evaluate(() => Reflect.get(window, 'counts'));

/** Opens a page whose contexts, instances and frames are counted. */
async function openCounted(/** @type {string} */ body) {
  const opened = await open('');
  await opened.page.addInitScript(countResources);
  await opened.page.reload();
  await opened.page.evaluate((html) => document.body.innerHTML = html, body);
  return opened;
}

test('fifty widgets share a context and an instance, all react, and what is out of sight holds no pixels', async () => {
  const {page, problems} = await openCounted('');
  await page.evaluate((address) => {
    for (let i = 0; i < 50; ++i) {
      document.body.insertAdjacentHTML('beforeend', `<task-scope loading="eager" src="${address}"></task-scope>`);
    }
  }, firstProfile);
  for (const nth of [0, 24, 49]) {
    await waitForStatus(page, 'ready', nth);
    await clickNode(page, 'button', task, nth);
    assert.equal(
        (await describe(page, nth)).find(({role, text}) => role === 'button' && text === task)?.expanded, 'true');
  }
  const {contexts, instances} = await countsOf(page);
  assert.deepEqual({contexts, instances}, {contexts: 1, instances: 1});
  const pictures = await page.evaluate(() => [...document.querySelectorAll('task-scope')].map((element) => {
    const {top, bottom} = element.getBoundingClientRect();
    const context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
    context.drawImage(/** @type {HTMLCanvasElement} */ (element.shadowRoot?.querySelector('canvas')), 0, 0, 1, 1);
    return {
      isNear: bottom > -innerHeight && top < 2 * innerHeight,
      hasPixels: context.getImageData(0, 0, 1, 1).data[3] > 0,
    };
  }));
  assert.ok(pictures.some(({isNear}) => isNear) && pictures.some(({isNear}) => !isNear));
  for (const {isNear, hasPixels} of pictures) assert.equal(hasPixels, isNear);
  assert.deepEqual(problems, []);
  await page.close();
});

test('adding and removing five hundred times leaks neither memory, elements, listeners nor contexts', async () => {
  const {page, problems} = await openCounted(`<div id="place"></div>`);
  await page.setViewportSize({width: 400, height: 300});  // less to paint
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  const cycle = (/** @type {number} */ times) => page.evaluate(async ([address, count]) => {
    const place = /** @type {HTMLElement} */ (document.querySelector('#place'));
    const data = await (await fetch(address)).json();
    const create = () => Object.assign(document.createElement('task-scope'), {data, loading: 'eager'});
    const kept = create();
    for (let i = 0; i < count; ++i) {
      const element = i % 2 ? kept : create();
      place.append(element);
      await new Promise((done) => {  // shown again, an element tells of no load
        const wait = () => element.status === 'ready' ? requestAnimationFrame(done) : setTimeout(wait);
        wait();
      });
      element.remove();
    }
  }, /** @type {const} */ ([firstProfile, times]));
  const measure = async () => {
    for (let i = 0; i < 3; ++i) await client.send('HeapProfiler.collectGarbage');
    const {metrics} = await client.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({name, value}) => [name, value]));
  };
  await cycle(60);  // what is kept once and for all is there
  const before = await measure();
  await cycle(500);
  const after = await measure();
  assert.ok(after.Nodes - before.Nodes < 300, `${before.Nodes} nodes became ${after.Nodes}`);
  assert.ok(
      after.JSEventListeners - before.JSEventListeners < 20,
      `${before.JSEventListeners} listeners became ${after.JSEventListeners}`);
  assert.ok(
      after.JSHeapUsedSize - before.JSHeapUsedSize < 1.5e6,
      `${before.JSHeapUsedSize} bytes became ${after.JSHeapUsedSize}`);
  assert.equal((await countsOf(page)).contexts, 1);
  assert.deepEqual(problems, []);
  await page.close();
});

test('the page’s wheel goes through a widget; one of fixed height takes it, and hands it on at its end', async () => {
  const {page} = await open(`<style>#low { height: 400px }</style><div style="height: 300px"></div>
      <task-scope id="low" src="${firstProfile}"></task-scope>${widget}<div style="height: 3000px"></div>`);
  await waitForStatus(page, 'ready', 0);
  await waitForStatus(page, 'ready', 1);
  const places = () => page.evaluate(() => ({page: scrollY, inside: document.querySelector('#low')?.scrollTop ?? 0}));
  const wheel = async (/** @type {number} */ y) => {
    await page.mouse.wheel(0, y);
    await page.waitForTimeout(300);  // browsers scroll smoothly
  };
  await page.mouse.move(600, 500);
  await wheel(200);
  assert.deepEqual(await places(), {page: 0, inside: 200});
  const {pixel} = await readPixels(page, await page.screenshot());
  const column = Array.from({length: 390}, (_, y) => pixel(900, 305 + y).join());
  assert.ok(new Set(column).size > 3, 'what comes into view is drawn');
  await page.evaluate(() => document.querySelector('#low')?.scrollTo(0, 1e6));
  const {inside} = await places();
  await page.waitForTimeout(300);
  await wheel(150);
  assert.deepEqual(await places(), {page: 150, inside});
  await page.mouse.move(600, 700);
  await wheel(300);
  assert.deepEqual(await places(), {page: 450, inside});
  await page.close();
});

test('a task opens in a widget of fixed height that is scrolled', async () => {
  const {page} = await open(`<style>task-scope { height: 400px }</style>${widget}`);
  await waitForStatus(page, 'ready');
  await page.evaluate(() => document.querySelector('task-scope')?.scrollTo(0, 700));
  await settle(page);
  const button = page.locator('button', {hasText: 'Maintain and update'});
  await button.scrollIntoViewIfNeeded();
  await settle(page);
  const box = await button.boundingBox();
  assert.ok(box && box.y > 0 && box.y + box.height <= 400, JSON.stringify(box));
  await page.mouse.click(box.x + 20, box.y + box.height / 2);
  await settle(page);
  assert.equal(await button.getAttribute('aria-expanded'), 'true');
  await page.close();
});

test('a hostile page’s style changes nothing of how a widget looks', async () => {
  const plain = await open(`<div style="width: 1200px">${widget}</div>`);
  await waitForStatus(plain.page, 'ready');
  const hostile =
      await open(`<div style="width: 1200px; font: 16px Inter, sans-serif; direction: rtl; letter-spacing: 9px;
      text-transform: uppercase; text-shadow: 3px 3px red; -webkit-text-fill-color: lime; line-height: 4;
      word-spacing: 1em; white-space: pre; text-align: center; writing-mode: horizontal-tb">${widget}</div>
      <style>html { font-size: 7px; } * { box-sizing: content-box !important; } task-scope { all: unset; }
      canvas, section, button, p, h2 { width: 50% !important; color: red !important; rotate: 3deg; }</style>`);
  await waitForStatus(hostile.page, 'ready');
  await settle(plain.page);
  await settle(hostile.page);
  assert.deepEqual(await describe(hostile.page), await describe(plain.page));
  const pictures =
      await Promise.all([plain.page, hostile.page].map(async (page) => (await page.screenshot()).toString('base64')));
  assert.equal(pictures[1], pictures[0]);
  assert.deepEqual(hostile.problems, []);
  await plain.page.close();
  await hostile.page.close();
});

test('prototypes that a page has added to do no harm', async () => {
  const {page, problems} = await open('');
  await page.addInitScript(() => {
    Reflect.set(Object.prototype, 'extend', () => {});
    Reflect.set(Object.prototype, 'toJson', () => 'polluted');
    Reflect.set(Array.prototype, 'remove', () => {});
    Reflect.set(Array.prototype, 'last', function() {});
    Reflect.set(String.prototype, 'format', () => '');
    Reflect.set(Function.prototype, 'inherits', () => {});
  });
  await page.reload();
  await page.evaluate((html) => document.body.innerHTML = html, widget);
  await waitForStatus(page, 'ready');
  await clickNode(page, 'button', task);
  assert.deepEqual(await page.evaluate(() => document.querySelector('task-scope')?.state.openTasks), [task]);
  assert.deepEqual(problems, []);
  await page.close();
});

test('nothing global is left behind, and no style outside the shadow root', async () => {
  const {page} = await open('');
  const traces = () => page.evaluate(() => ({
                                       globals: Reflect.ownKeys(window).map(String),
                                       sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
                                       head: document.head.childElementCount,
                                       prototypes: [Object, Array, String, Node, Element, HTMLElement].map(
                                           ({prototype}) => Reflect.ownKeys(prototype).length),
                                     }));
  const before = await traces();
  await page.evaluate((html) => document.body.innerHTML = html, widget);
  await waitForStatus(page, 'ready');
  assert.deepEqual(await traces(), before);
  await page.close();
});

test('a task that opens while its widget is scrolled away costs no more frames', async () => {
  const {page} = await openCounted(`${widget}<div style="height: 9000px"></div>`);
  await waitForStatus(page, 'ready');
  await page.locator('button', {hasText: task}).focus();
  await page.evaluate(() => scrollTo(0, 600));
  await nextFrames(page);
  await page.keyboard.press('Enter');
  await page.evaluate(() => scrollTo(0, 8000));
  await page.waitForTimeout(500);
  const {frames} = await countsOf(page);
  await page.waitForTimeout(1000);
  assert.equal((await countsOf(page)).frames, frames);
  await page.close();
});

test('a context that is lost again while it comes back loses the reader nothing', async () => {
  const {page, problems} = await open('');
  await page.addInitScript(() => {
    const {getContext} = OffscreenCanvas.prototype;
    OffscreenCanvas.prototype.getContext = /** @type {any} */ (function() {
      // @ts-expect-error the canvas
      const context = Reflect.apply(getContext, this, arguments);
      if (context instanceof WebGL2RenderingContext) {
        Object.assign(window, {loss: context.getExtension('WEBGL_lose_context'), gl: context});
      }
      return context;
    });
  });
  await page.reload();
  await page.evaluate((html) => document.body.innerHTML = html, widget);
  await waitForStatus(page, 'ready');
  await clickNode(page, 'button', task);
  const before = (await page.screenshot()).toString('base64');
  await page.evaluate(async () => {
    const {loss, gl} =
        /** @type {{loss: WEBGL_lose_context, gl: WebGL2RenderingContext}} */ (/** @type {unknown} */ (window));
    const heard = (/** @type {string} */ type) =>
        new Promise((done) => gl.canvas.addEventListener(type, done, {once: true}));
    for (let i = 0; i < 3; ++i) {
      const lost = heard('webglcontextlost');
      loss.loseContext();
      await lost;
      await new Promise((done) => setTimeout(done));  // the event is over before it can come back
      const restored = heard('webglcontextrestored');
      loss.restoreContext();
      await restored;  // and lost again before any frame
    }
  });
  await settle(page);
  assert.equal((await page.screenshot()).toString('base64'), before);
  assert.deepEqual((await page.evaluate(() => document.querySelector('task-scope')?.state))?.openTasks, [task]);
  assert.deepEqual(problems, []);
  await page.close();
});

test('a widget in a dialog, scaled or zoomed, has its text on its words', async () => {
  const {page} = await open(
      `<dialog style="width: 900px; max-height: 500px; padding: 0"><div style="transform: scale(0.8); transform-origin: 0 0">${
          widget}</div></dialog>`);
  await page.evaluate(() => document.querySelector('dialog')?.showModal());
  await waitForStatus(page, 'ready');
  await settle(page);
  const {pixel} = await readPixels(page, await page.screenshot());
  const box = await page.locator('h2', {hasText: 'Medical records specialists'}).boundingBox();
  assert.ok(box);
  const isInk = (/** @type {number} */ x, /** @type {number} */ y) => pixel(Math.round(x), Math.round(y))[0] < 128;
  let inked = 0;
  for (let x = box.x; x < box.x + box.width; ++x) inked += Number(isInk(x, box.y + box.height * 0.55));
  assert.ok(inked > 20, `${inked} dark pixels under the title`);
  await page.close();
});
