// Presenting where there is no full screen, in frames, and without what it needs.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {describe, firstProfile, nextFrames, openPage, release, settle, useBrowser, waitForStatus} from './harness.mjs';

/** @typedef {import('playwright-core').Page} Page */

const shared = useBrowser();

const widget = `<task-scope loading="eager" src="${firstProfile}"></task-scope>`;

/** @param {Page} page */
async function present(page) {
  await page.locator('.toolbar button').last().focus();
  await page.keyboard.press('Enter');
}

/** @param {Page} page */
const waitUntilPresented = (page) => page.locator('.presenting').waitFor();

test('without full screen, a section lies over the window, whatever the page does around the element', async () => {
  const around =
      `<style>div { transform: rotate(3deg); overflow: hidden; } nav { position: fixed; inset: 0; z-index: 9; }
    </style><nav></nav><div>${widget}</div><button>behind</button>`;
  const {page, problems} = await openPage(shared.browser, shared.server.url, around);
  await page.evaluate(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('not allowed'));
  });
  await waitForStatus(page, 'ready');
  await present(page);
  await waitUntilPresented(page);
  const seen = await page.evaluate(() => {
    const root = document.querySelector('task-scope')?.shadowRoot?.querySelector('.root');
    const {x, y, width, height} = /** @type {DOMRect} */ (root?.getBoundingClientRect());
    const top = document.elementFromPoint(600, 300)?.tagName;
    return {x, y, width: width - innerWidth, height: height - innerHeight, top};
  });
  assert.deepEqual(seen, {x: 0, y: 0, width: 0, height: 0, top: 'TASK-SCOPE'});
  await page.locator('button', {hasText: 'behind'}).focus();
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'TASK-SCOPE');
  await page.keyboard.press('Escape');
  await page.locator('.presenting').waitFor({state: 'detached'});
  await settle(page);
  assert.equal(
      await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent?.trim()), 'Present');
  assert.deepEqual(problems, []);
  await page.close();
});

test('a page hears nothing of the keys that turn sections, and all others', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, widget);
  await waitForStatus(page, 'ready');
  await page.evaluate(() => {
    const keys = /** @type {string[]} */ ([]);
    addEventListener('keydown', ({key}) => keys.push(key));
    Object.assign(window, {keys});
  });
  await present(page);
  await waitUntilPresented(page);
  for (const key of ['ArrowRight', 'PageDown', 'x', 'Control+ArrowRight', 'Escape']) await page.keyboard.press(key);
  assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'keys')), ['Enter', 'x', 'Control', 'ArrowRight']);
  await page.close();
});

test('a frame offers it where it may use the screen', async () => {
  for (const [allow, isOffered] of /** @type {const} */ ([['', false], ['allow="fullscreen"', true]])) {
    const frame = `<iframe sandbox="allow-scripts" ${allow} width="900" height="900" src="embed.html?src=${
        firstProfile}"></iframe>`;
    const {page} = await openPage(shared.browser, shared.server.url, frame);
    const inner = page.frameLocator('iframe');
    await inner.locator('.toolbar button', {hasText: 'Share'}).waitFor({state: 'attached'});
    assert.equal(await inner.locator('.toolbar button', {hasText: 'Present'}).count(), isOffered ? 1 : 0);
    await page.close();
  }
});

test('nothing is presented before what draws it is there; the next press tries again', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, widget);
  await waitForStatus(page, 'ready');
  const script = `**/${release.files['taskscope-play.wasm'].name}`;
  await page.route(script, (route) => route.abort());
  await present(page);
  await page.waitForFunction(
      () => document.querySelector('task-scope')
                ?.shadowRoot?.querySelector('.announcement')
                ?.textContent?.includes('could not be downloaded'));
  assert.equal(await page.locator('.presenting').count(), 0);
  await page.unroute(script);
  await page.keyboard.press('Enter');
  await waitUntilPresented(page);
  await page.close();
});

test('two on a page: the second one’s place follows the first, and each ends by itself', async () => {
  const {page, problems} = await openPage(shared.browser, shared.server.url, widget + widget);
  await waitForStatus(page, 'ready');
  await waitForStatus(page, 'ready', 1);
  const before = JSON.stringify([await describe(page, 0), await describe(page, 1)]);
  for (const n of [0, 1]) {
    await page.locator('task-scope').nth(n).locator('.toolbar button').last().focus();
    await page.keyboard.press('Enter');
    await waitUntilPresented(page);
    await page.keyboard.press('End');
    await page.keyboard.press('Escape');
    await page.locator('.presenting').waitFor({state: 'detached'});
  }
  await settle(page);
  assert.equal(JSON.stringify([await describe(page, 0), await describe(page, 1)]), before);
  assert.deepEqual(problems, []);
  await page.close();
});

test('a picture that is taken meanwhile is of the whole', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, widget);
  await waitForStatus(page, 'ready');
  await present(page);
  await waitUntilPresented(page);
  const height = () => page.evaluate(async () => {
    const blob = await document.querySelector('task-scope')?.snapshot({scale: 1});
    return (await createImageBitmap(/** @type {Blob} */ (blob))).height;
  });
  assert.ok(await height() > 1200);
  await nextFrames(page);
  assert.equal(await page.locator('.presenting').count(), 1);
  await page.close();
});

test('what the pointer rested on is let go over the controls', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, widget, {options: {reducedMotion: 'reduce'}});
  await waitForStatus(page, 'ready');
  await present(page);
  await waitUntilPresented(page);
  await page.keyboard.press('ArrowRight');
  const next = await page.locator('.slide-next').boundingBox();
  assert.ok(next);
  const picture = async (/** @type {number} */ x, /** @type {number} */ y) => {
    await page.mouse.move(x, y);
    await settle(page);
    return (await page.screenshot({clip: {x: 0, y: 0, width: 1200, height: 600}})).toString('base64');
  };
  const untouched = await picture(next.x + 5, next.y + 5);
  const {x, y} = await page.locator('.gauge.potential').evaluate((gauge) => gauge.getBoundingClientRect());
  assert.notEqual(await picture(x + 300, y + 10), untouched);  // a tip, and the light
  assert.equal(await picture(next.x + 5, next.y + 5), untouched);
  await page.close();
});
