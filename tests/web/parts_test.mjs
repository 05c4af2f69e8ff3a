// The module's two parts: what can be done with the first alone, and that nothing is lost should it turn out to need
// the second after all.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';

import {dist, firstProfile, moduleFile, nextFrames, openPage, playFile, useBrowser, waitForStatus} from './harness.mjs';

const shared = useBrowser();

const widget = `<task-scope src="${firstProfile}"></task-scope>`;

test('reading, pointing, scrolling, resizing, restyling and printing need the first part alone', async () => {
  const {page, problems} = await openPage(shared.browser, shared.server.url, widget);
  let fetched = 0;
  page.on('request', (request) => fetched += Number(request.url().endsWith(playFile)));
  await waitForStatus(page, 'ready');
  for (const [width, scheme] of /** @type {const} */ ([[1200, 'light'], [768, 'dark'], [200, 'light']])) {
    await page.setViewportSize({width, height: 900});
    await page.emulateMedia({colorScheme: scheme, reducedMotion: width < 1200 ? 'reduce' : null});
    await page.mouse.move(width / 2, 450);
    for (let screen = 0; screen < 4; ++screen) {
      for (let y = 20; y < 900; y += 40) await page.mouse.move(width * (y % 3 + 1) / 4, y);
      await page.mouse.click(3, 450);  // beside everything
      await page.keyboard.press('Tab');
      await page.mouse.wheel(0, 700);
      await nextFrames(page);
    }
  }
  const task = page.locator('.tasks button').nth(2);
  for (const key of ['Enter', 'Enter']) await task.press(key);
  await page.pdf();
  await page.evaluate(() => document.querySelector('task-scope')?.remove());
  await nextFrames(page);
  assert.deepEqual(problems, []);
  assert.equal(fetched, 0);
  await page.close();
});

test('a part that is missing after all is told, fetched, and drawn with', async () => {
  const {page, problems} = await openPage(shared.browser, shared.server.url, '');
  const fetched = page.waitForRequest((request) => request.url().endsWith(playFile));
  await page.evaluate((body) => {
    const {instantiate} = WebAssembly;
    let isFirst = true;
    // The first frame calls what stands in the second part's place.
    const spoilt = (/** @type {any} */ {exports}, /** @type {any} */ imports) => ({
      exports: {
        ...exports,
        taskscope_frame(/** @type {any[]} */...values) {
          if (!isFirst) return exports.taskscope_frame(...values);
          isFirst = false;
          return imports.placeholder[0]();
        },
      },
    });
    WebAssembly.instantiate = /** @type {any} */ (async (/** @type {any} */ compiled, /** @type {any} */ imports) => {
      const instance = await instantiate(compiled, imports);
      return imports.placeholder ? spoilt(instance, imports) : instance;
    });
    document.body.innerHTML = body;
  }, widget);
  await fetched;
  await waitForStatus(page, 'ready');
  await nextFrames(page);
  assert.deepEqual(problems, ['A part of the module is missing.']);
  assert.ok(await page.locator('.tasks button').count() > 3);
  await page.close();
});

test('data is where it is used', () => {
  const [first, second] = [moduleFile, playFile].map((file) => readFileSync(`${dist}/${file}`));
  const places = (/** @type {string} */ text) => [first.includes(`${text}\0`), second.includes(`${text}\0`)];
  for (const text of ['aria-activedescendant', 'This occupation is in the list already.', 'card compare']) {
    assert.deepEqual(places(text), [false, true], text);
  }
  assert.deepEqual(places(' · '), [true, false]);  // what both use
  // Dear ImGui's windows are in neither, nor its keys (view/canvas.h).
  for (const text of ['##NavWindowing', 'GamepadFaceDown']) assert.deepEqual(places(text), [false, false], text);
});
