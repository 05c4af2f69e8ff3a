// Sharp at every pixel ratio: the canvas's pixels are the screen's. A card's edge is a straight line of one colour, so
// it shows any resampling: its pixels are the line's colour or the ground's, and nothing between.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';

import {describe, firstProfile, launch, openPage, readPixels, serveDist, waitForStatus} from './harness.mjs';

/** @type {Awaited<ReturnType<typeof serveDist>>} */
let server;
before(async () => server = await serveDist());
after(() => server.close());

const ground = '255,255,255,255';
const line = '217,222,229,255';

for (const ratio of [1, 1.25, 1.5, 2, 3]) {
  test(`edges are sharp at a device pixel ratio of ${ratio}`, async (context) => {
    const browser = await launch(`--force-device-scale-factor=${ratio}`, '--window-size=1003,700');
    context.after(() => browser.close());
    const {page} = await openPage(
        browser, server.url, `<div style="height: 7.3px"></div><task-scope src="${firstProfile}"></task-scope>`,
        {options: {viewport: null}});
    await waitForStatus(page, 'ready');
    assert.equal(await page.evaluate(() => devicePixelRatio), ratio);
    const card = (await describe(page)).find(({role, text}) => role === 'section' && text === 'Automation');
    assert.ok(card);
    const {pixel} = await readPixels(page, await page.screenshot());
    const y = Math.round(card.y + 120 * ratio);
    const across = Array.from({length: Math.round(30 * ratio)}, (_, x) => pixel(x, y).join());
    const edge = across.filter((color) => color !== ground);
    assert.equal(edge.length, Math.floor(ratio), `an edge of ${edge.join(' | ')}`);
    assert.deepEqual([...new Set(edge)], [line]);
  });
}
