// Sharp at every pixel ratio: the canvas's pixels are the screen's. A card's edge is a straight line of one colour, so
// it shows any resampling: its pixels are the line's colour or the ground's, and nothing between.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';

import {describe, firstProfile, launch, nextFrames, openPage, readPixels, serveDist, waitForStatus} from './harness.mjs';

/** @type {Awaited<ReturnType<typeof serveDist>>} */
let server;
before(async () => server = await serveDist());
after(() => server.close());

const ground = '255,255,255,255';
const line = '217,222,229,255';

/** The pixels across a card's left edge, 120 CSS pixels below its top. */
async function edgePixels(
    /** @type {import('playwright-core').Page} */ page, /** @type {string} */ section, /** @type {number} */ ratio) {
  const card = (await describe(page)).find(({role, text}) => role === 'section' && text === section);
  assert.ok(card);
  const top = await page.evaluate(() => document.querySelector('task-scope')?.getBoundingClientRect().top ?? 0);
  const {pixel} = await readPixels(page, await page.screenshot());
  const y = Math.round(card.y + (top + 120) * ratio);
  const across = Array.from({length: Math.round(30 * ratio)}, (_, x) => pixel(x, y).join());
  return across.filter((color) => color !== ground);
}

for (const ratio of [1, 1.25, 1.5, 2, 3]) {
  test(`edges are sharp at a device pixel ratio of ${ratio}, scrolled or not`, async (context) => {
    const browser = await launch(`--force-device-scale-factor=${ratio}`, '--window-size=1003,700');
    context.after(() => browser.close());
    const {page} = await openPage(
        browser, server.url, `<div style="height: 7.3px"></div><task-scope src="${firstProfile}"></task-scope>`,
        {options: {viewport: null}});
    await waitForStatus(page, 'ready');
    assert.equal(await page.evaluate(() => devicePixelRatio), ratio);
    for (const [section, scroll] of /** @type {const} */ ([['Automation', 0], ['Tasks', 701]])) {
      await page.evaluate((y) => scrollTo(0, y), scroll);
      await nextFrames(page);
      const edge = await edgePixels(page, section, ratio);
      assert.equal(edge.length, Math.floor(ratio), `${section}: an edge of ${edge.join(' | ')}`);
      assert.deepEqual([...new Set(edge)], [line]);
    }
  });
}
