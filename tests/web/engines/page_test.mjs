// Loading and drawing: that all of a profile is shown, wherever the widget is and however the page is styled.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';

import {moduleFile} from '../harness.mjs';

import {useBrowser} from './browser.mjs';
import {inkOf, visibleLines, waitUntilDrawn} from './ink.mjs';
import {eventually} from './page.mjs';
import {demo} from './site.mjs';
import {boxOf, buttonOf, clickOn, heightOf, noticeOf, profile, textOf, waitForOpenTasks, waitForStatus, widget} from './widget.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const open = useBrowser();

/** Every string in a profile. @param {unknown} value @returns {string[]} */
function stringsOf(value) {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(stringsOf) : [];
}

test('the demo page shows the first profile, with every text and figure, and nothing goes wrong', async () => {
  const page = await open(demo);
  await waitForStatus(page, 'ready');
  await clickOn(page, {selector: 'button', text: 'Show all reasons'});
  await waitForOpenTasks(page, profile.tasks.length);
  await page.keepPicture('demo');
  const shown = await textOf(page);
  const {$schema, locale, tasks, market, evidence, ...others} = profile;
  const coded = tasks.map((/** @type {object} */ task) => ({...task, importance: ''}));
  const rated = market.indicators.map((/** @type {object} */ indicator) => ({...indicator, rating: ''}));
  for (const text of stringsOf([others, coded, {...market, indicators: rated}, evidence])) {
    assert.ok(shown.includes(text.replace(/\s+/g, ' ')), text);
  }
  for (const {automation} of tasks) assert.ok(shown.includes(`${automation}%`));
  for (const {value} of evidence) assert.ok(shown.includes(`${value}%`));
  for (const text of ['14%', '78%', '64 points', 'Core', 'Important', 'Stable', 'Mixed', 'High pressure']) {
    assert.ok(shown.includes(text), text);
  }
  assert.deepEqual(page.requests.filter(({status}) => status !== 200), []);
  for (const name of [moduleFile, 'specialists.json']) {
    assert.equal(page.requests.filter(({path}) => path.endsWith(name)).length, 1, `${name} is fetched once`);
  }
  assert.deepEqual(await page.problems(), []);
});

test('nothing takes the focus at load', async () => {
  const page = await open(`<a href="#">before</a>${widget}`);
  await waitForStatus(page, 'ready');
  assert.ok(await page.evaluate(() => document.activeElement === document.body));
});

test('a page of the strictest security policy breaks none of its rules', async () => {
  const policy = 'default-src \'none\'; script-src \'self\' \'wasm-unsafe-eval\'; style-src \'self\'; ' +
      'connect-src \'self\'; require-trusted-types-for \'script\'';
  const page = await open(widget, {headers: {'content-security-policy': policy}});
  await waitForStatus(page, 'ready');
  await clickOn(page, buttonOf(profile.tasks[0]));
  await waitForOpenTasks(page, 1);
  await page.evaluate(() => document.querySelector('task-scope')?.setAttribute('src', 'missing.json'));
  await waitForStatus(page, 'error');
  assert.match(await noticeOf(page), /404/);
  assert.deepEqual(await page.problems(), []);
});

/** The colours of a corner, in which nothing is drawn but the ground. @param {Page} page */
const ground = async (page) => (await page.pixels()).pixel(3, 3);

test('the theme is switched, and light is as it was', async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  const setTheme = (/** @type {string} */ theme) =>
      page.evaluate((value) => document.querySelector('task-scope')?.setAttribute('theme', value), theme);
  await setTheme('light');
  await eventually(async () => assert.deepEqual(await ground(page), [0xff, 0xff, 0xff]));
  const light = await page.pixels();
  const card = await boxOf(page, {selector: '.card'});
  const [x, y] = [Math.round(card.left) + 30, Math.round(card.top) + 5];
  await setTheme('dark');
  await eventually(async () => {
    assert.deepEqual(await ground(page), [0x10, 0x16, 0x1d]);
    assert.notDeepEqual((await page.pixels()).pixel(x, y), light.pixel(x, y), 'the card is drawn anew');
  });
  await page.keepPicture('dark');
  await setTheme('light');
  await eventually(async () => assert.deepEqual((await page.pixels()).bytes, light.bytes));
});

/** How wide the title is drawn. @param {Page} page */
const titleWidth = async (page) => {
  const {left, right} = await boxOf(page, {selector: '.title .line'});
  return right - left;
};

test('another font is drawn, and text twice as large', async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  const usual = await titleWidth(page);
  await page.evaluate(() => document.body.style.fontFamily = 'serif');
  await eventually(async () => assert.ok(Math.abs(await titleWidth(page) - usual) > 5));
  const serif = await titleWidth(page);
  await page.evaluate(() => document.body.style.fontSize = '32px');
  await eventually(async () => assert.ok(Math.abs(await titleWidth(page) / serif - 2) < 0.02));
  assert.deepEqual(await page.problems(), []);
});

/** The mirror's own text in the drawing's place. @param {Page} page @param {boolean} isShown */
const showMirror = (page, isShown) => page.evaluate((shows) => {
  const root = document.querySelector('task-scope')?.shadowRoot;
  const style = new CSSStyleSheet();
  style.replaceSync(
      'canvas, .mirror :is(caption, .meaning) { visibility: hidden } .mirror { color: #14202e !important }');
  if (root && shows) root.adoptedStyleSheets = [...root.adoptedStyleSheets, style];
  if (root && !shows) root.adoptedStyleSheets = root.adoptedStyleSheets.slice(0, -1);
}, isShown);

test('every text lies on the words that are drawn', async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  let compared = 0;
  for (let top = 0; top < await heightOf(page); top += 800) {
    await page.evaluate((y) => scrollTo(0, y), top);
    const drawn = await page.pixels();
    await showMirror(page, true);
    const real = await page.pixels();
    await showMirror(page, false);
    for (const line of await visibleLines(page)) {
      const [ink, text] = [inkOf(drawn, line), inkOf(real, line)];
      assert.ok(ink, `“${line.words}” is not drawn`);
      if (!text) continue;  // a tag whose ground is of the text's colour
      for (const side of /** @type {const} */ (['left', 'right', 'top', 'bottom'])) {
        assert.ok(Math.abs(ink[side] - text[side]) <= 2, `“${line.words}”: ${side} ${ink[side]} and ${text[side]}`);
      }
      ++compared;
    }
  }
  assert.ok(compared > 80, `${compared} lines`);
});

for (const width of [320, 768, 1600]) {
  test(`in a box of ${width} pixels every line is drawn, and none sticks out`, async () => {
    const page = await open(`<div style="width: ${width}px">${widget}</div>`, {width: Math.max(width, 600)});
    await waitForStatus(page, 'ready');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
    await page.keepPicture(`${width}`);
    for (let top = 0; top < await heightOf(page); top += 850) {
      await page.evaluate((y) => scrollTo(0, y), top);
      for (const {left, right, words} of await waitUntilDrawn(page)) {
        assert.ok(left >= 0 && right <= width, `“${words}” reaches from ${left} to ${right}`);
      }
    }
  });
}

/** Ten thousand tasks. */
const many = JSON.stringify({
  version: 1,
  title: 'Many',
  tasks: Array.from({length: 10000}, (_, i) => ({name: `Task ${i} of many`, importance: 'core', automation: i % 101})),
});

test('ten thousand tasks scroll like a page, by script and by wheel', async () => {
  const page = await open('<task-scope src="many.json"></task-scope>', {files: {'many.json': many}});
  await waitForStatus(page, 'ready');
  assert.ok(await page.evaluate(() => document.documentElement.scrollHeight) > 300000);
  for (const y of [150000, 299000, 400]) {
    await page.evaluate((top) => scrollTo(0, top), y);
    assert.ok((await waitUntilDrawn(page)).length > 20);
  }
  await eventually(async () => {  // a browser that is busy may drop a turn
    await page.wheel(600, 400, 3000);
    await page.frames();
    assert.ok(await page.evaluate(() => scrollY > 2000));
  });
  assert.ok((await waitUntilDrawn(page)).length > 20);
  assert.deepEqual(await page.problems(), []);
});

test('once it is drawn, nothing is scheduled and nothing drawn for three seconds', async () => {
  const count = () => {
    const counted = (/** @type {any} */ owner, /** @type {string} */ name) => {
      const original = owner[name];
      owner[name] = function(/** @type {any[]} */...parameters) {
        ++Reflect.get(window, 'counter').count;
        return original.apply(this, parameters);
      };
    };
    Object.assign(window, {counter: {count: 0}});
    for (const name of ['requestAnimationFrame', 'setTimeout', 'setInterval']) counted(window, name);
    counted(WebGL2RenderingContext.prototype, 'drawElements');
  };
  const page = await open(widget, {before: count});
  await waitForStatus(page, 'ready');
  const scheduled = () => page.evaluate(() => Reflect.get(window, 'counter').count);
  assert.ok(await scheduled() > 0, 'the counter counts');
  await eventually(async () => {
    const before = await scheduled();
    await pause(3000);
    assert.equal(await scheduled(), before);
  });
});

test('two widgets on a page live their own lives', async () => {
  const other = JSON.stringify({version: 1, title: 'Another', tasks: profile.tasks.slice(0, 2)});
  const page =
      await open(`${widget}<task-scope loading="eager" src="other.json"></task-scope>`, {files: {'other.json': other}});
  await waitForStatus(page, 'ready', 0);
  await waitForStatus(page, 'ready', 1);
  await clickOn(page, {...buttonOf(profile.tasks[0]), nth: 1});
  await waitForOpenTasks(page, 1, 1);
  await waitForOpenTasks(page, 0, 0);
  assert.match(await textOf(page, 1), /^ ?Another/);
  assert.deepEqual(await page.problems(), []);
});

test('a widget that leaves the page and comes back shows again', async () => {
  const page = await open(widget);
  await waitForStatus(page, 'ready');
  await page.evaluate(() => {
    const element = /** @type {Element} */ (document.querySelector('task-scope'));
    element.remove();
    document.body.append(element);
  });
  await waitForStatus(page, 'ready');
  await waitUntilDrawn(page);
  assert.deepEqual(await page.problems(), []);
});

test('a widget in a box that was hidden is drawn once the box is shown', async () => {
  const page = await open(`<div id="box" hidden>${widget}</div>`);
  await waitForStatus(page, 'ready');
  await page.evaluate(() => document.querySelector('#box')?.removeAttribute('hidden'));
  await page.waitFor(() => (document.querySelector('task-scope')?.clientHeight ?? 0) > 1000);
  await waitUntilDrawn(page);
});

test('the canvas follows when a box above collapses, and when a transform moves it', async () => {
  const page = await open(`<div id="box" style="height: 700px"></div><div id="moved">${widget}</div>`);
  await waitForStatus(page, 'ready');
  await waitUntilDrawn(page);
  await page.evaluate(() => document.querySelector('#box')?.remove());
  await waitUntilDrawn(page);
  await page.evaluate(
      () => /** @type {HTMLElement} */ (document.querySelector('#moved')).style.transform = 'translateY(-1200px)');
  await waitUntilDrawn(page);
});
