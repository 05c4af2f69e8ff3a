// embed.html in frames, and the script that makes frames as tall as their content.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';

import {assertNoViolation, withHeadingLevel} from './axe.mjs';
import {dist, firstProfile, nextFrames, repository, useBrowser, waitForStatus} from './harness.mjs';

const shared = useBrowser();
const profile = JSON.parse(readFileSync(`${repository}assets/${firstProfile}`, 'utf8'));

/** The framing page's origin: the same server by another name. */
const host = () => shared.server.url.replace('127.0.0.1', 'localhost');
const embed = (query = `src=${firstProfile}`) => `${shared.server.url}embed.html?${query}`;
const script = () => `<script src="${shared.server.url}task-scope-frame.js"></script>`;
const frame = (/** @type {string} */ attributes, src = embed()) => `<iframe src="${
    src.replaceAll('&', '&amp;')}" title="A dashboard" width="100%" height="300" ${attributes}></iframe>`;

/**
 * Opens a page of another origin.
 * @param {string} body
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
async function open(body, options) {
  const page = await shared.browser.newPage({viewport: {width: 1200, height: 900}, ...options});
  /** @type {string[]} */
  const problems = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>
    <link rel="icon" href="data:,"><main><h1>An article</h1>${body}</main>`;
  await page.route(`${host()}page.html`, (route) => route.fulfill({contentType: 'text/html', body: html}));
  await page.goto(`${host()}page.html`);
  return {page, problems};
}

/** The nth frame's document, its dashboard ready. @param {import('playwright-core').Page} page */
async function ready(page, nth = 0) {
  const content = await (await page.locator('iframe').nth(nth).elementHandle())?.contentFrame();
  assert.ok(content);
  await content.waitForFunction(() => document.querySelector('task-scope')?.status === 'ready');
  await settle(page, content);
  return content;
}

/** @param {import('playwright-core').Page} page @param {import('playwright-core').Frame} content */
async function settle(page, content) {
  for (let last = -1, now = -2; now !== last;) {
    last = now;
    await page.waitForTimeout(300);
    await nextFrames(page);
    now = await content.evaluate(() => document.querySelector('main')?.clientHeight ?? 0);
  }
}

/** @param {import('playwright-core').Page} page */
const heightOf = (page, nth = 0) =>
    page.locator('iframe').nth(nth).evaluate((element) => /** @type {HTMLElement} */ (element).clientHeight);

/** Whether everything is there without a scroll. @param {import('playwright-core').Frame} content */
const fits = (content) =>
    content.evaluate(() => document.documentElement.scrollHeight === innerHeight && innerHeight > 300);

test('a frame is as tall as its content, grows when a task opens, and shrinks again', async () => {
  const {page, problems} = await open(frame('') + script());
  const content = await ready(page);
  assert.ok(await fits(content));
  const before = await heightOf(page);
  const task = content.locator('button[aria-expanded]').first();
  await task.press('Enter');
  await settle(page, content);
  assert.ok(await heightOf(page) > before);
  assert.ok(await fits(content));
  await task.press('Enter');
  await settle(page, content);
  assert.equal(await heightOf(page), before);
  await page.setViewportSize({width: 360, height: 800});
  await settle(page, content);
  assert.ok(await heightOf(page) > before);
  assert.ok(await fits(content));
  assert.deepEqual(problems, []);
  await page.close();
});

test('frames that come later, and scripts that do, get along', async () => {
  const {page} = await open(frame(''));
  const first = await ready(page);
  assert.equal(await heightOf(page), 300);
  assert.ok(await first.evaluate(() => document.documentElement.scrollHeight > innerHeight), 'it scrolls inside');
  await page.addScriptTag({url: `${shared.server.url}task-scope-frame.js`});
  await settle(page, first);
  assert.ok(await fits(first), 'the script asked');
  await page.evaluate((src) => {
    const later = document.createElement('iframe');
    later.style.cssText = 'box-sizing: border-box; border: 10px solid; width: 600px';
    later.src = src;
    document.body.append(later);
  }, embed());
  await page.locator('iframe').nth(1).scrollIntoViewIfNeeded();  // out of sight, browsers lay nothing out
  assert.ok(await fits(await ready(page, 1)));
  await page.close();
});

test('a frame that is sandboxed to scripts alone works under the page\'s own policy', async () => {
  const {page, problems} = await open(frame('sandbox="allow-scripts"') + script());
  const content = await ready(page);
  assert.equal(await content.evaluate(() => self.origin), 'null');
  assert.ok(await fits(content));
  assert.deepEqual(problems, []);
  await page.close();
});

test('the page in the frame takes title and language from the profile, and its look from the query', async () => {
  const locale = {...profile, title: 'Aktenverwaltung <b>', locale: 'de'};
  const query =
      'src=german.json&compare=a.json+javascript:alert(1)+b.json&theme=dark&text-size=1.25&heading-level=3&loading=eager';
  const page = await shared.browser.newPage();
  await page.route(
      '**/german.json', (route) => route.fulfill({contentType: 'application/json', body: JSON.stringify(locale)}));
  await page.goto(embed(query));
  await waitForStatus(page, 'ready');
  await page.waitForFunction(() => document.title !== 'Taskscope');
  assert.equal(await page.title(), locale.title);
  const {language, attributes, scheme, background} = await page.evaluate(() => {
    const element = document.querySelector('task-scope');
    const names = ['src', 'compare', 'theme', 'text-size', 'heading-level', 'loading'];
    return {
      language: document.documentElement.lang,
      attributes: names.map((name) => element?.getAttribute(name)),
      scheme: getComputedStyle(document.documentElement).colorScheme,
      background: getComputedStyle(document.body).backgroundColor,
    };
  });
  assert.equal(language, 'de');
  const [german, a, b] = ['german', 'a', 'b'].map((name) => `${shared.server.url}${name}.json`);
  assert.deepEqual(attributes, [german, `${a} ${b}`, 'dark', '1.25', '3', 'eager']);
  assert.equal(scheme, 'dark');
  assert.equal(background, 'rgba(0, 0, 0, 0)');
  await page.close();
});

test('what the query must not set is not set, and a missing or forbidden address is told', async () => {
  const page = await shared.browser.newPage();
  const forbidden = [
    '', 'src=', 'src=javascript:alert(1)', 'src=data:application/json,{}', 'src=file:///etc/hostname',
    'src=blob:http://x/1', 'src=http://user:secret@127.0.0.1/p.json', 'src=http://'
  ];
  for (const query of forbidden) {
    await page.goto(
        embed(`${query}&theme=red&text-size=huge&heading-level=9&onclick=alert(1)&compare=data:,x+file:///x`));
    await page.waitForFunction(() => document.documentElement.dataset.theme);
    const text = await page.locator('[role=alert]').innerText();
    assert.match(text, /no profile to show/, query);
    const names = await page.evaluate(() => document.querySelector('task-scope')?.getAttributeNames());
    assert.deepEqual(names, ['heading-level', 'address'], query);
  }
  await page.close();
});

test('messages that are not a frame\'s own do nothing', async () => {
  const {page} = await open(`${frame('')}${frame('id="other"', `${shared.server.url}task-scope.css`)}${script()}`);
  const content = await ready(page);
  const before = await heightOf(page);
  const good = {type: 'task-scope-height', version: 1, height: 777};
  const frameOrigin = new URL(shared.server.url).origin;
  const send = (/** @type {unknown} */ data, origin = frameOrigin, source = 'iframe') =>
      page.evaluate(([message, from, selector]) => {
        /** @type {HTMLIFrameElement | null} */
        const sender = selector ? document.querySelector(String(selector)) : null;
        const event = {
          data: message,
          origin: String(from),
          source: sender?.contentWindow ?? (selector ? window : null)
        };
        dispatchEvent(new MessageEvent('message', event));
      }, /** @type {const} */ ([data, origin, source]));
  await send(good, 'https://evil.example');
  await send(good, 'null');
  await send(good, frameOrigin, '#other');
  await send(good, frameOrigin, '#none');
  await send(good, frameOrigin, '');
  const shapes = [
    null, 777, '777', [], {}, {...good, type: 'resize'}, {...good, version: 2}, {...good, version: '1'},
    {...good, height: '777'}, {...good, height: NaN}, {...good, height: Infinity}, {...good, height: 0},
    {...good, height: -5}, {...good, height: 100_001}, {...good, height: [777]}, {...good, height: undefined}
  ];
  for (const shape of shapes) await send(shape);
  await page.evaluate((data) => postMessage(data, '*'), good);  // the page itself
  await nextFrames(page);
  assert.equal(await heightOf(page), before);
  assert.equal(await heightOf(page, 1), 300);
  await send(good);
  assert.equal(await heightOf(page), 777, 'the frame\'s own does');
  await content.evaluate((data) => parent.postMessage(data, '*'), {...good, height: 888});
  await page.waitForFunction(() => document.querySelector('iframe')?.clientHeight === 888);
  await page.close();
});

test('the page in the frame answers the page around it alone, with nothing but its height', async () => {
  const {page} = await open(frame('') + script());
  const content = await ready(page);
  await page.evaluate(() => {
    Reflect.set(window, 'heard', []);
    addEventListener('message', ({data}) => Reflect.get(window, 'heard').push(data));
  });
  const heard = () => page.evaluate(() => Reflect.get(window, 'heard'));
  await content.evaluate(() => postMessage({type: 'task-scope-height?', version: 1}, '*'));
  await nextFrames(page);
  assert.deepEqual(await heard(), []);
  await page.evaluate(() => {
    const target = document.querySelector('iframe')?.contentWindow;
    target?.postMessage({type: 'task-scope-height?', version: 1}, '*');
    target?.postMessage({type: 'anything', version: 1}, '*');
  });
  await page.waitForFunction(() => Reflect.get(window, 'heard').length);
  await nextFrames(page);
  assert.deepEqual(await heard(), [{type: 'task-scope-height', version: 1, height: await heightOf(page)}]);
  await page.close();
});

test('a height that changed nothing is not told again: no loop', async () => {
  const {page} = await open(`<script>
    window.heard = 0;
    addEventListener('message', () => ++window.heard);
  </script>${frame('')}${script()}`);
  await ready(page);
  const count = await page.evaluate(() => Reflect.get(window, 'heard'));
  assert.ok(count >= 1 && count < 12, `${count} messages`);
  await page.waitForTimeout(1000);
  assert.equal(await page.evaluate(() => Reflect.get(window, 'heard')), count);
  await page.close();
});

test('axe-core finds nothing in the page for frames, framed or alone', async () => {
  const {page} = await open(frame('') + script());
  const content = await ready(page);
  await assertNoViolation(content, await withHeadingLevel(content));
  await assertNoViolation(page);
  await page.goto(embed());
  await waitForStatus(page, 'ready');
  await page.waitForFunction(() => document.title !== 'Taskscope');
  await assertNoViolation(page, await withHeadingLevel(page));
  await page.goto(embed(''));
  await page.waitForFunction(() => document.documentElement.dataset.theme);
  await assertNoViolation(page);
  await page.close();
});

test('the frame\'s script is tiny', () => {
  assert.ok(readFileSync(`${dist}/task-scope-frame.js`).length < 1500);
});
