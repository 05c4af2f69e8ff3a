// The element in a real browser: loading, drawing, pointer, errors, life in the page.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {test} from 'node:test';

import {clickNode, describe, firstProfile, moduleFile, nextFrames, noticeText, openPage, readPixels, repository, settle, useBrowser, waitForStatus} from './harness.mjs';

const shared = useBrowser();

const profileText = readFileSync(`${repository}assets/profiles/medical-records-specialists.json`, 'utf8');
const profile = JSON.parse(profileText);
const widget = `<task-scope src="${firstProfile}"></task-scope>`;

/** @param {string} body @param {Parameters<typeof openPage>[3]} [more] */
const open = (body, more) => openPage(shared.browser, shared.server.url, body, more);

/** Every string in a profile but its addresses. @param {unknown} value @returns {string[]} */
function stringsOf(value) {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(stringsOf) : [];
}

test('the demo page shows the first profile, with every text and figure, and nothing goes wrong', async () => {
  const page = await shared.browser.newPage({viewport: {width: 1200, height: 900}});
  /** @type {string[]} */
  const problems = [];
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(shared.server.url);
  await waitForStatus(page, 'ready');
  await page.evaluate(() => document.querySelector('task-scope')?.scrollIntoView());
  await clickNode(page, 'button', 'Show all reasons');
  const shown = (await describe(page)).map(({text}) => text).join('\n');
  const {$schema, locale, tasks, market, evidence, ...others} = profile;
  const coded = tasks.map((/** @type {object} */ t) => ({...t, importance: ''}));
  const rated = {...market, indicators: market.indicators.map((/** @type {object} */ i) => ({...i, rating: ''}))};
  for (const text of stringsOf([others, coded, rated, evidence])) assert.ok(shown.includes(text), text);
  for (const {automation} of tasks) assert.ok(shown.includes(`${automation}%`));
  for (const {value} of evidence) assert.ok(shown.includes(`${value}%`));
  for (const text of ['14%', '78%', '64 points', 'Core', 'Important', 'Stable', 'Mixed', 'High pressure']) {
    assert.ok(shown.includes(text), text);
  }
  assert.deepEqual(problems, []);
  await page.close();
});

test('a press on a task opens its reason, and the element grows with it', async () => {
  const {page, problems} = await open(widget);
  await waitForStatus(page, 'ready');
  const height = () => page.evaluate(() => document.querySelector('task-scope')?.clientHeight ?? 0);
  const before = await height();
  const {name, reason} = profile.tasks[0];
  assert.ok(!(await describe(page)).some(({text, hidden}) => text === reason && !hidden));
  await clickNode(page, 'button', name);
  assert.ok((await describe(page)).some(({text, hidden}) => text === reason && !hidden));
  assert.ok(await height() > before);
  await clickNode(page, 'button', name);
  assert.ok(!(await describe(page)).some(({text, hidden}) => text === reason && !hidden));
  assert.equal(await height(), before);
  assert.deepEqual(problems, []);
  await page.close();
});

test('a tap opens a task too', async () => {
  const {page} = await open(widget, {options: {viewport: {width: 390, height: 800}, hasTouch: true, isMobile: true}});
  await waitForStatus(page, 'ready');
  const {name, reason} = profile.tasks[0];
  const node = (await describe(page)).find(({role, text}) => role === 'button' && text === name);
  assert.ok(node);
  const ratio = await page.evaluate(() => devicePixelRatio);
  await page.evaluate((y) => scrollTo(0, y - 300), node.y / ratio);
  await nextFrames(page);
  const scrolled = await page.evaluate(() => scrollY);
  await page.touchscreen.tap(node.x / ratio + 10, (node.y + 20) / ratio - scrolled);
  await settle(page);
  assert.ok((await describe(page)).some(({text, hidden}) => text === reason && !hidden));
  await page.close();
});

test('a bar under the pointer says its value and what it means', async () => {
  const {page} = await open(widget);
  await waitForStatus(page, 'ready');
  const bar = (await describe(page)).find(({role, value}) => role === 'meter' && value === 92);
  assert.ok(bar);
  const clip = {x: 0, y: Math.max(0, bar.y - 300 - (bar.y - 300) % 1), width: 1200, height: 600};
  await page.evaluate((y) => scrollTo(0, y), clip.y);
  await nextFrames(page);
  const scrolled = await page.evaluate(() => scrollY);
  const before = await page.screenshot();
  await page.mouse.move(bar.x + 20, bar.y + bar.height / 2 - scrolled);
  await nextFrames(page);
  const after = await page.screenshot();
  const [plain, hovered] = [await readPixels(page, before), await readPixels(page, after)];
  const [x, y] = [Math.round(bar.x + 20 + 20), Math.round(bar.y + bar.height / 2 - scrolled + 18)];
  assert.notDeepEqual(plain.pixel(x, y), [0x14, 0x20, 0x2e, 255]);
  assert.deepEqual(hovered.pixel(x, y), [0x14, 0x20, 0x2e, 255]);  // the tip's ground is ink
  await page.close();
});

test('a bad profile shows its diagnostics, fires an error, and leaves an earlier profile on the screen', async () => {
  const bad = readFileSync(`${repository}tests/data/invalid/several-at-once.json`, 'utf8');
  const {page} = await open(widget, {files: {'bad.json': bad}});
  await waitForStatus(page, 'ready');
  /** @type {{reason: string, diagnostics: {code: string, message: string}[]}} */
  const detail = await page.evaluate(async () => {
    const element = /** @type {HTMLElement} */ (document.querySelector('task-scope'));
    const failure = new Promise((done) => element.addEventListener('error', done));
    element.setAttribute('src', 'bad.json');
    return (await failure).detail;
  });
  await waitForStatus(page, 'error');
  assert.equal(detail.reason, 'profile');
  assert.ok(detail.diagnostics.some(({code}) => code === 'out_of_range'));
  const notice = await noticeText(page);
  assert.match(notice, /cannot be shown/);
  assert.ok(notice.includes(detail.diagnostics[0].message));
  assert.match(notice, /line \d+, column \d+/);
  assert.ok((await describe(page)).some(({text}) => text === profile.title));
  await page.close();
});

test('a file that is not found says so, and trying again works once it is there', async () => {
  const {page} = await open('<task-scope src="later.json"></task-scope>');
  await waitForStatus(page, 'error');
  assert.match(await noticeText(page), /404/);
  await page.route(
      `${shared.server.url}later.json`, (route) => route.fulfill({contentType: 'application/json', body: profileText}));
  await page.click('text=Try again');
  await waitForStatus(page, 'ready');
  assert.equal(await noticeText(page), '');
  await page.close();
});

test('an answer that is cut off says so', async () => {
  const cutting = createServer((_, answer) => {
    answer.writeHead(
        200, {'Content-Type': 'application/json', 'Content-Length': '5000', 'Access-Control-Allow-Origin': '*'});
    answer.write(`{"version": 1, "title": "${'x'.repeat(2000)}`);
    setTimeout(() => answer.destroy(), 100);
  });
  await new Promise((done) => cutting.listen(0, '127.0.0.1', () => done(null)));
  const {port} = /** @type {import('node:net').AddressInfo} */ (cutting.address());
  const {page} = await open(`<task-scope src="http://127.0.0.1:${port}/cut.json"></task-scope>`);
  await waitForStatus(page, 'error');
  assert.match(await noticeText(page), /broke off after \d+ bytes/);
  await page.close();
  cutting.close();
});

test('a server that is not there says so', async () => {
  const {page} = await open('<task-scope src="http://127.0.0.1:9/none.json"></task-scope>');
  await waitForStatus(page, 'error');
  assert.match(await noticeText(page), /could not be reached/);
  await page.close();
});

test('a module that cannot be had says so, and trying again works', async () => {
  const {page} = await open('<p>Before.</p>');
  await page.route(`${shared.server.url}${moduleFile}`, (route) => route.abort());
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), widget);
  await waitForStatus(page, 'error');
  assert.match(await noticeText(page), /could not start/);
  await page.unroute(`${shared.server.url}${moduleFile}`);
  await page.click('text=Try again');
  await waitForStatus(page, 'ready');
  await page.close();
});

test('while nothing happens for five seconds, nothing is scheduled', async () => {
  const {page} = await open(widget);
  await waitForStatus(page, 'ready');
  const calls = await page.evaluate(async () => {
    let count = 0;
    for (const name of /** @type {const} */ (['requestAnimationFrame', 'setTimeout', 'setInterval'])) {
      const original = window[name];
      Object.assign(
          window, {[name]: (/** @type {any[]} */...args) => (++count, Reflect.apply(original, window, args))});
    }
    const drawElements = WebGL2RenderingContext.prototype.drawElements;
    WebGL2RenderingContext.prototype.drawElements = function(...args) {
      ++count;
      return drawElements.apply(this, args);
    };
    const wait = new MessageChannel();  // a timer of our own would count
    const end = performance.now() + 5000;
    await new Promise((done) => {
      wait.port1.onmessage = () => performance.now() > end ? done(null) : wait.port2.postMessage(0);
      wait.port2.postMessage(0);
    });
    return count;
  });
  assert.equal(calls, 0);
  await page.close();
});

test('two widgets on a page live their own lives', async () => {
  const other = JSON.stringify({version: 1, title: 'Another', tasks: profile.tasks.slice(0, 2)});
  const {page, problems} =
      await open(`${widget}<task-scope loading="eager" src="other.json"></task-scope>`, {files: {'other.json': other}});
  await waitForStatus(page, 'ready', 0);
  await page.evaluate(() => document.querySelectorAll('task-scope')[1].scrollIntoView());
  await waitForStatus(page, 'ready', 1);
  await clickNode(page, 'button', profile.tasks[0].name, 1);
  assert.ok((await describe(page, 1)).some(({text, hidden}) => text === profile.tasks[0].reason && !hidden));
  assert.ok(!(await describe(page, 0)).some(({text, hidden}) => text === profile.tasks[0].reason && !hidden));
  assert.deepEqual(problems, []);
  await page.close();
});

test('a widget that leaves the page and comes back shows again', async () => {
  const {page, problems} = await open(widget);
  await waitForStatus(page, 'ready');
  await page.evaluate(() => {
    const element = /** @type {Element} */ (document.querySelector('task-scope'));
    element.remove();
    document.body.append(element);
  });
  await waitForStatus(page, 'ready');
  assert.ok((await describe(page)).some(({text}) => text === profile.title));
  assert.deepEqual(problems, []);
  await page.close();
});

test('the widget follows the preferred colour scheme live, unless its theme is set', async () => {
  const {page} = await open(widget);
  await waitForStatus(page, 'ready');
  const corner = async () => (await readPixels(page, await page.screenshot())).pixel(3, 3).slice(0, 3);
  assert.deepEqual(await corner(), [0xff, 0xff, 0xff]);
  await page.emulateMedia({colorScheme: 'dark'});
  await nextFrames(page);
  assert.deepEqual(await corner(), [0x10, 0x16, 0x1d]);
  await page.evaluate(() => document.querySelector('task-scope')?.setAttribute('theme', 'light'));
  await nextFrames(page);
  assert.deepEqual(await corner(), [0xff, 0xff, 0xff]);
  await page.close();
});

test('text twice as large is laid out anew', async () => {
  const {page} = await open(widget);
  await waitForStatus(page, 'ready');
  const title = async () => (await describe(page)).find(({role}) => role === 'heading');
  const before = await title();
  await page.evaluate(() => document.body.style.fontSize = '32px');
  await settle(page);
  const after = await title();
  assert.ok(before && after);
  assert.ok(Math.abs(after.width - 2 * before.width) < 0.02 * after.width);
  await page.close();
});

test('the page’s own font is drawn', async () => {
  const {page} = await open(`<style>task-scope { font-family: serif }</style>${widget}`);
  await waitForStatus(page, 'ready');
  const title = (await describe(page)).find(({role}) => role === 'heading');
  const expected = await page.evaluate(() => {
    const context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
    context.font = '700 28px serif';
    return context.measureText('Medical records specialists').width;
  });
  assert.ok(title && Math.abs(title.width - expected) < 3, `${title?.width} is not ${expected}`);
  await page.close();
});

test('ten thousand tasks scroll like a page', async () => {
  const tasks =
      Array.from({length: 10000}, (_, i) => ({name: `Task ${i} of many`, importance: 'core', automation: i % 101}));
  const {page, problems} = await open(
      '<task-scope src="many.json"></task-scope>',
      {files: {'many.json': JSON.stringify({version: 1, title: 'Many', tasks})}});
  await waitForStatus(page, 'ready');
  assert.ok(await page.evaluate(() => document.body.scrollHeight) > 300000);
  for (const y of [150000, 299000, 0]) {
    await page.evaluate((top) => scrollTo(0, top), y);
    await nextFrames(page);
    const {pixel, height} = await readPixels(page, await page.screenshot());
    const column = Array.from({length: height}, (_, row) => pixel(900, row).join());
    assert.ok(new Set(column).size > 2, `nothing is drawn at ${y}`);
  }
  assert.deepEqual(problems, []);
  await page.close();
});

test('a widget in a box that was hidden shows once the box is shown', async () => {
  const {page} = await open(`<details><summary>More</summary>${widget}</details>`);
  await page.click('summary');
  await waitForStatus(page, 'ready');
  await page.click('summary');
  await page.click('summary');
  await nextFrames(page);
  assert.ok(await page.evaluate(() => document.querySelector('task-scope')?.clientHeight ?? 0) > 1000);
  await page.close();
});

test('until it is ready, a widget keeps the height that it will have, or shows what it holds', async () => {
  const {page} = await open('<task-scope id="empty"></task-scope><task-scope id="full"><p>Fallback</p></task-scope>');
  await page.route(`${shared.server.url}slow.json`, () => {});  // never answers
  await page.evaluate(() => document.querySelectorAll('task-scope').forEach((e) => e.setAttribute('src', 'slow.json')));
  await waitForStatus(page, 'loading');
  const height = await page.evaluate(() => document.querySelector('#empty')?.clientHeight ?? 0);
  assert.ok(height > 1800 && height < 2600, `${height}`);
  assert.ok(await page.isVisible('text=Fallback'));
  await page.close();
});
