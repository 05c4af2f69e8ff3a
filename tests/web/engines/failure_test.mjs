// What goes wrong on the way, and what the reader then gets: a reason, what was there before, and a way to try again.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';

import {moduleFile, playFile, repository} from '../harness.mjs';

import {useBrowser} from './browser.mjs';
import {waitUntilDrawn} from './ink.mjs';
import {eventually} from './page.mjs';
import {bringIntoView, clickOn, noticeOf, profile, profileText, textOf, waitForStatus, waitForText, widget} from './widget.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const open = useBrowser();

const retry = {
  selector: 'button',
  text: 'Try again'
};

test('a bad profile shows its diagnostics, fires an error, and leaves the earlier one on the screen', async () => {
  const bad = readFileSync(`${repository}tests/data/invalid/several-at-once.json`, 'utf8');
  const page = await open(widget, {files: {'bad.json': bad}});
  await waitForStatus(page, 'ready');
  /** @type {{reason: string, diagnostics: {code: string, message: string}[]}} */
  const {reason, diagnostics} = await page.evaluate(async () => {
    const element = /** @type {HTMLElement} */ (document.querySelector('task-scope'));
    const failure = new Promise((done) => element.addEventListener('error', done));
    element.setAttribute('src', 'bad.json');
    return (await failure).detail;
  });
  assert.equal(reason, 'profile');
  assert.ok(diagnostics.some(({code}) => code === 'out_of_range'));
  await waitForStatus(page, 'error');
  const notice = await noticeOf(page);
  assert.match(notice, /cannot be shown/);
  assert.match(notice, /line \d+, column \d+/);
  assert.ok(notice.includes(diagnostics[0].message));
  assert.ok((await textOf(page)).includes(profile.title));
  await bringIntoView(page, {selector: '.market'});
  await waitUntilDrawn(page);
});

test('a file that is not found says so, and trying again works once it is there', async () => {
  const page = await open('<task-scope src="later.json"></task-scope>');
  await waitForStatus(page, 'error');
  assert.match(await noticeOf(page), /404/);
  page.files['later.json'] = profileText;
  await clickOn(page, retry);
  await waitForStatus(page, 'ready');
  assert.equal(await noticeOf(page), '');
  await waitUntilDrawn(page);
});

test('an answer that is cut off says so', async () => {
  const page = await open('<task-scope src="cut.json"></task-scope>', {
    files: {
      'cut.json': (_, response) => {
        response.writeHead(200, {'content-type': 'application/json', 'content-length': '5000'});
        response.write(profileText.slice(0, 2000), () => response.destroy());
      },
    },
  });
  await waitForStatus(page, 'error');
  assert.match(await noticeOf(page), /broke off after \d+ bytes|could not be reached/);
});

test('a server that is not there says so', async () => {
  const page = await open('<task-scope src="http://127.0.0.1:9/none.json"></task-scope>');
  await waitForStatus(page, 'error');
  assert.match(await noticeOf(page), /could not be reached/);
});

test('a module that cannot be had says so, and trying again works', async () => {
  const page = await open(widget, {files: {[moduleFile]: (_, response) => void response.destroy()}});
  await waitForStatus(page, 'error');
  assert.match(await noticeOf(page), /could not start/);
  delete page.files[moduleFile];
  await clickOn(page, retry);
  await waitForStatus(page, 'ready');
  await waitUntilDrawn(page);
});

test('a part that is fetched on demand and cannot be had says so, and opening it again tries again', async () => {
  const page = await open(widget, {files: {[playFile]: (_, response) => void response.destroy()}});
  await waitForStatus(page, 'ready');
  const week = {selector: '.toolbar button', text: 'My week'};
  await clickOn(page, week);
  await waitForText(page, 'could not be downloaded');
  delete page.files[playFile];
  await clickOn(page, week);
  await eventually(async () => assert.doesNotMatch(await textOf(page), /could not be downloaded/));
  await clickOn(page, week);
  await waitForText(page, 'my potential');
});

test('where WebAssembly is forbidden, what stands between the tags stays', async () => {
  const body = `<task-scope src="profiles/medical-records-specialists.json"><p>Plain words.</p></task-scope>`;
  const page = await open(body, {headers: {'content-security-policy': 'script-src \'self\''}});
  await waitForStatus(page, 'error');
  assert.match(await noticeOf(page), /could not start/);
  assert.ok(await page.evaluate(() => (document.querySelector('p')?.offsetHeight ?? 0) > 0));
});

/** Keeps hold of the context that the page draws with. */
function keepContext() {
  for (const {prototype} of [HTMLCanvasElement, OffscreenCanvas]) {
    const original = prototype.getContext;
    prototype.getContext = function(/** @type {any[]} */...parameters) {
      const context = Reflect.apply(original, this, parameters);
      if (context instanceof WebGL2RenderingContext) {
        Object.assign(window, {context, lossy: context.getExtension('WEBGL_lose_context')});
      }
      return context;
    };
  }
}

test('a lost WebGL context comes back, and draws what has changed meanwhile', async () => {
  const page = await open(widget, {before: keepContext});
  await waitForStatus(page, 'ready');
  const light = await page.pixels();
  const setTheme = (/** @type {string} */ theme) =>
      page.evaluate((value) => document.querySelector('task-scope')?.setAttribute('theme', value), theme);
  await page.evaluate(async () => {
    const {canvas} = Reflect.get(window, 'context');
    const lost = new Promise((done) => canvas.addEventListener('webglcontextlost', done));
    Reflect.get(window, 'lossy').loseContext();
    await lost;
  });
  await setTheme('dark');
  await page.frames();
  await page.evaluate(() => Reflect.get(window, 'lossy').restoreContext());
  await eventually(async () => {
    const {pixel} = await page.pixels();
    assert.deepEqual(pixel(600, 5), [0x10, 0x16, 0x1d]);
  });
  await waitUntilDrawn(page);
  await setTheme('light');
  await eventually(async () => assert.deepEqual((await page.pixels()).bytes, light.bytes));
  assert.deepEqual(await page.problems(), []);
});
