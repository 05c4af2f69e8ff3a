// An overview's marks are drawn by the GPU once, kept as a texture, and drawn from that while they look the same.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {nextFrames, openPage, readPixels, useBrowser, waitForStatus} from './harness.mjs';

/** @typedef {import('playwright-core').Page} Page */

const shared = useBrowser();

/**
 * How far a channel may be from itself: where dozens of marks lie upon each other, what is kept is rounded otherwise.
 */
const rounding = 16;

/** @param {Page} page */
async function plotPixels(page) {
  await nextFrames(page);
  const clip = await page.locator('.mark-plot').boundingBox();
  return readPixels(page, await page.screenshot({clip: clip ?? undefined}));
}

/** @param {{bytes: Buffer}} a @param {{bytes: Buffer}} b */
const mostApart = (a, b) => a.bytes.reduce((most, value, i) => Math.max(most, Math.abs(value - b.bytes[i])), 0);

/** Counts, from now on, how often marks are drawn: all in one go. @param {Page} page */
const countDrawings = (page) => page.evaluate(() => {
  const {drawArrays} = WebGL2RenderingContext.prototype;
  const triangle = 3;  // what is kept comes back by one
  Object.assign(window, {drawings: 0});
  WebGL2RenderingContext.prototype.drawArrays = function(mode, first, count) {
    if (count > triangle) Object.assign(window, {drawings: Number(Reflect.get(window, 'drawings')) + 1});
    drawArrays.call(this, mode, first, count);
  };
});

/** @param {Page} page */
const drawings = (page) => page.evaluate(() => Number(Reflect.get(window, 'drawings')));

/** Has the picture be drawn anew, with a tip, and without one again. @param {Page} page */
async function hoverButton(page) {
  for (const name of ['Zoom in', 'Zoom out']) {
    const box = await page.locator('.zoom-button', {hasText: name}).boundingBox();
    await page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
    await nextFrames(page);
  }
  await page.mouse.move(1, 1);
}

for (const deviceScaleFactor of [1, 1.5]) {
  test(`marks that are kept look as those that are drawn, at ${deviceScaleFactor} pixels a pixel`, async () => {
    const {page, problems} = await openPage(
        shared.browser, shared.server.url, '<task-scope view="overview" src="catalogue.json"></task-scope>',
        {options: {viewport: {width: 1000, height: 900}, deviceScaleFactor}});
    await waitForStatus(page, 'ready');
    await page.locator('.mark-plot').waitFor({state: 'attached'});
    await page.locator('.mark-plot').evaluate((plot) => scrollBy(0, plot.getBoundingClientRect().top - 40));
    await nextFrames(page);
    const drawn = await plotPixels(page);
    await hoverButton(page);
    await countDrawings(page);
    await hoverButton(page);
    assert.ok(mostApart(await plotPixels(page), drawn) <= rounding);
    assert.equal(await drawings(page), 0);

    // Others are drawn, and kept, in their place.
    await page.locator('.switch').first().evaluate((button) => /** @type {HTMLElement} */ (button).click());
    const others = await plotPixels(page);
    assert.ok(mostApart(others, drawn) > 50);
    assert.equal(await drawings(page), 1);
    await hoverButton(page);
    assert.ok(mostApart(await plotPixels(page), others) <= rounding);
    assert.deepEqual(problems, []);
    await page.close();
  });
}
