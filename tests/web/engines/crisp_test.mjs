// Sharp on dense screens: a card's edge is a straight line of one colour, so it shows any resampling. Its pixels are
// the line's colour or the ground's, and nothing between.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {useBrowser} from './browser.mjs';
import {eventually} from './page.mjs';
import {bringIntoView, waitForStatus, widget} from './widget.mjs';

const open = useBrowser({ratio: 2});

test('edges are sharp at a device pixel ratio of 2, scrolled or not', async () => {
  const page = await open(`<div style="height: 7px"></div>${widget}`, {width: 900, height: 500});
  await waitForStatus(page, 'ready');
  assert.equal(await page.evaluate(() => devicePixelRatio), 2);
  for (const selector of ['.automation.card', '.tasks.card']) {
    const {top} = await bringIntoView(page, {selector});
    const y = Math.round((Math.max(0, top) + 60) * 2);
    await eventually(async () => {
      const {pixel} = await page.pixels();
      const across = Array.from({length: 50}, (_, x) => pixel(x, y).join()).filter((color) => color !== '255,255,255');
      assert.deepEqual(across, ['217,222,229', '217,222,229'], selector);
    });
  }
});
