// Pictures of the first profile at the settings of the design's, into build/screenshots, to be looked at.
import assert from 'node:assert/strict';
import {mkdirSync} from 'node:fs';
import {before, test} from 'node:test';

import {firstProfile, nextFrames, openPage, screenshots, useBrowser, waitForStatus} from './harness.mjs';

const shared = useBrowser();
before(() => mkdirSync(screenshots, {recursive: true}));

/** @type {{name: string, width: number, ratio: number, colorScheme: 'light' | 'dark'}[]} */
const settings = [
  {name: 'wide-light', width: 1200, ratio: 1, colorScheme: 'light'},
  {name: 'wide-dark', width: 1200, ratio: 1, colorScheme: 'dark'},
  {name: 'medium-light', width: 768, ratio: 1, colorScheme: 'light'},
  {name: 'narrow-light', width: 360, ratio: 2, colorScheme: 'light'},
];

for (const {name, width, ratio, colorScheme} of settings) {
  test(`a picture of ${name}`, async () => {
    const options = {viewport: {width, height: 900}, deviceScaleFactor: ratio, colorScheme};
    const {page, problems} =
        await openPage(shared.browser, shared.server.url, `<task-scope src="${firstProfile}"></task-scope>`, {options});
    await waitForStatus(page, 'ready');
    const height = await page.evaluate(() => document.body.scrollHeight);
    // No taller than a canvas may be: the narrow picture comes in two parts.
    const part = Math.min(height, Math.floor(8000 / ratio));
    await page.setViewportSize({width, height: part});
    for (let top = 0, index = 1; top < height; top += part, ++index) {
      await page.evaluate((y) => scrollTo(0, y), top);
      await nextFrames(page);
      const suffix = height > part ? `-${index}` : '';
      const png = await page.screenshot({path: `${screenshots}/${name}${suffix}.png`});
      assert.ok(png.length > 20000, 'the picture is all but empty');
    }
    assert.deepEqual(problems, []);
    await page.close();
  });
}
