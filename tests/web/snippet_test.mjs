// The demo page's snippet builder, and whether what it gives shows a dashboard where it is pasted.
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {before, test} from 'node:test';

import {snippet} from '../../web/snippet.js';
import {baseUrl, writeOembed} from '../../web/tools/oembed.mjs';

import {assertNoViolation} from './axe.mjs';
import {firstProfile, nextFrames, release, repository, screenshots, useBrowser, waitForStatus} from './harness.mjs';

const shared = useBrowser();
before(() => mkdirSync(screenshots, {recursive: true}));

const profile = JSON.parse(readFileSync(`${repository}assets/${firstProfile}`, 'utf8'));

/** @param {import('playwright-core').BrowserContextOptions} [options] */
async function openDemo(options) {
  const context = await shared.browser.newContext({viewport: {width: 1200, height: 900}, ...options});
  const page = await context.newPage();
  /** @type {string[]} */
  const problems = [];
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(shared.server.url);
  await page.locator('#snippet').waitFor();
  return {page, problems, close: () => context.close()};
}

/**
 * The lines once they are others. @param {import('playwright-core').Page} page @param {() => Promise<unknown>} choose
 */
async function linesAfter(page, choose) {
  const before = await page.locator('#snippet').inputValue();
  await choose();
  await page.waitForFunction((old) => document.querySelector('textarea')?.value !== old, before);
  return page.locator('#snippet').inputValue();
}

/**
 * Pastes lines into an empty page of another origin, and waits for the dashboard.
 * @param {import('playwright-core').Page} page
 * @param {string} lines
 */
async function paste(page, lines) {
  /** @type {string[]} */
  const told = [];
  page.on('console', (message) => told.push(message.text()));
  const url = `${shared.server.url.replace('127.0.0.1', 'localhost')}empty.html`;
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><link rel="icon" href="data:,">
    <body>${lines}</body>`;
  await page.route(url, (route) => route.fulfill({contentType: 'text/html', body}));
  await page.goto(url);
  const content = page.frames()[1] ?? page;
  await content.waitForFunction(() => document.querySelector('task-scope')?.status === 'ready');
  await page.waitForTimeout(500);
  await nextFrames(page);
  assert.equal((await content.locator('.mirror .title').first().innerText()).trim(), profile.title);
  return {told, content};
}

test('the lines follow what is chosen, and so does the dashboard', async () => {
  const {page, problems, close} = await openDemo();
  const {url} = shared.server;
  assert.equal(
      await page.locator('#snippet').inputValue(),
      `<script type="module" src="${url}task-scope.js"></script>\n<task-scope src="${url}${
          firstProfile}"></task-scope>`);
  assert.match(
      await linesAfter(page, () => page.selectOption('#theme', 'dark')), /<task-scope src="[^"]*" theme="dark">/);
  assert.match(await linesAfter(page, () => page.selectOption('#text-size', '1.25')), / text-size="1.25"/);
  assert.match(await linesAfter(page, () => page.selectOption('#language', 'de')), / lang="de"/);
  await page.locator('.mirror .heading', {hasText: 'Aufgaben'}).waitFor({state: 'attached'});
  assert.doesNotMatch(await linesAfter(page, () => page.selectOption('#language', '')), / lang=/);
  await page.locator('.mirror .heading', {hasText: 'Tasks'}).first().waitFor({state: 'attached'});
  const attributes = () => page.evaluate(() => {
    const element = document.querySelector('task-scope');
    return ['src', 'theme', 'text-size'].map((name) => element?.getAttribute(name));
  });
  assert.deepEqual(await attributes(), [firstProfile, 'dark', '1.25']);
  assert.equal(await page.locator('#address').isVisible(), false);
  await page.selectOption('#profile', '');
  await page.locator('#address').fill(`${url}${firstProfile}?a="b"&c`);
  assert.match(await linesAfter(page, () => page.locator('#address').blur()), /json\?a=%22b%22&amp;c"/);
  await waitForStatus(page, 'ready');
  assert.equal((await attributes())[0], `${url}${firstProfile}?a=%22b%22&c`);
  assert.deepEqual(problems, []);
  await close();
});

test('the copy button copies, and says so; without a clipboard it marks the lines', async () => {
  const {page, close} = await openDemo({permissions: ['clipboard-read', 'clipboard-write'], hasTouch: true});
  await page.locator('text=Copy').last().press('Enter');
  await page.waitForFunction(() => document.querySelector('.copy [role=status]')?.textContent === 'Copied.');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.locator('#snippet').inputValue());
  await page.selectOption('#theme', 'light');
  await page.waitForFunction(() => document.querySelector('.copy [role=status]')?.textContent === '');
  await page.evaluate(() => Reflect.deleteProperty(Object.getPrototypeOf(navigator), 'clipboard'));
  await page.locator('.copy button').tap();
  await page.waitForFunction(() => /marked/.test(document.querySelector('.copy [role=status]')?.textContent ?? ''));
  const {isFocused, marked} = await page.evaluate(() => {
    const lines = document.querySelector('textarea');
    return {isFocused: document.activeElement === lines, marked: lines ? lines.selectionEnd - lines.selectionStart : 0};
  });
  assert.equal(isFocused, true);
  assert.equal(marked, (await page.locator('#snippet').inputValue()).length);
  await close();
});

for (const kind of ['element', 'frame']) {
  for (const version of ['live', 'pinned']) {
    test(`pasted lines show a dashboard: ${kind}, ${version}`, async () => {
      const {page, problems, close} = await openDemo();
      await page.selectOption('#theme', 'dark');
      await page.locator('[name=hints]').check();
      if (kind === 'frame') await linesAfter(page, () => page.locator('[value=frame]').check());
      if (version === 'pinned') await linesAfter(page, () => page.locator('[value=pinned]').check());
      const lines = await page.locator('#snippet').inputValue();
      assert.equal(/integrity="sha384-/.test(lines), version === 'pinned');
      assert.equal(/modulepreload/.test(lines), kind === 'element');
      assert.deepEqual(problems, []);
      const {told, content} = await paste(page, lines);
      assert.equal(await content.evaluate(() => document.querySelector('task-scope')?.getAttribute('theme')), 'dark');
      if (kind === 'frame') {
        await page.waitForFunction(() => (document.querySelector('iframe')?.clientHeight ?? 0) > 1000);
        assert.ok(await page.locator('iframe').getAttribute('title'));
      }
      await page.waitForTimeout(4000);  // browsers tell of preloads in vain
      assert.deepEqual(told, []);
      await close();
    });
  }
}

test('a pinned script that is another one is not run', async () => {
  const page = await shared.browser.newPage();
  const files = structuredClone(release.files);
  const other = createHash('sha384').update('other').digest('base64');
  files['task-scope.js'].integrity = `sha384-${other}`;
  const base = shared.server.url;
  const lines = snippet({
    base,
    profile: base + firstProfile,
    theme: 'auto',
    textSize: '1',
    language: '',
    isFrame: false,
    hasHints: false,
    title: '',
    files
  });
  await page.route('**/empty.html', (route) => route.fulfill({contentType: 'text/html', body: lines}));
  const refused = page.waitForEvent('console', (message) => /integrity/.test(message.text()));
  await page.goto(`${base}empty.html`);
  await refused;
  assert.equal(await page.evaluate(() => customElements.get('task-scope')), undefined);
  await page.close();
});

test('without scripts the demo page is the article that it was', async () => {
  const {page, close} = await openDemoWithoutScripts();
  assert.equal(await page.locator('h1').isVisible(), true);
  assert.equal(await page.locator('main > section').isVisible(), false);
  await close();
});

async function openDemoWithoutScripts() {
  const context = await shared.browser.newContext({javaScriptEnabled: false});
  const page = await context.newPage();
  await page.goto(shared.server.url);
  return {page, close: () => context.close()};
}

test('the demo page runs under the strict policy', async () => {
  const page = await shared.browser.newPage();
  /** @type {string[]} */
  const problems = [];
  page.on('console', (message) => problems.push(message.text()));
  await page.route(shared.server.url, async (route) => {
    const response = await route.fetch();
    const policy = 'default-src \'none\'; script-src \'self\' \'wasm-unsafe-eval\'; style-src \'self\'; ' +
        'connect-src \'self\'; img-src \'self\'; require-trusted-types-for \'script\'';
    await route.fulfill({response, headers: {...response.headers(), 'content-security-policy': policy}});
  });
  await page.goto(shared.server.url);
  await page.locator('#snippet').waitFor();
  await linesAfter(page, () => page.locator('[value=frame]').check());
  await waitForStatus(page, 'ready');
  assert.deepEqual(problems, []);
  await page.close();
});

test('axe-core finds nothing on the demo page, and nothing is wider than a small screen', async () => {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    for (const width of [320, 1200]) {
      const {page, close} = await openDemo({colorScheme, viewport: {width, height: 900}});
      await linesAfter(page, () => page.selectOption('#profile', ''));
      await waitForStatus(page, 'ready');
      assert.ok((await assertNoViolation(page)).includes('color-contrast'));
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      await page.locator('main > section').screenshot({path: `${screenshots}/snippet-${width}-${colorScheme}.png`});
      await close();
    }
  }
});

test('oEmbed\'s base address is the option\'s or the environment\'s, and an absolute one', () => {
  const before = process.env.TASKSCOPE_BASE_URL;
  delete process.env.TASKSCOPE_BASE_URL;
  assert.equal(baseUrl([]), null);
  assert.equal(baseUrl(['--base-url', 'https://example.org/a']), 'https://example.org/a/');
  process.env.TASKSCOPE_BASE_URL = 'https://example.org';
  assert.equal(baseUrl([]), 'https://example.org/');
  assert.equal(baseUrl(['--base-url', 'https://other.org/?x#y']), 'https://other.org/');
  for (const wrong of ['', 'dist', '/dist', 'file:///dist', 'javascript:1']) {
    assert.throws(() => baseUrl(['--base-url', wrong]), /has to begin with https/, wrong);
  }
  if (before === undefined)
    delete process.env.TASKSCOPE_BASE_URL;
  else
    process.env.TASKSCOPE_BASE_URL = before;
});

test('oEmbed documents say what the specification asks for, and the demo page links to one', async () => {
  const folder = mkdtempSync(`${tmpdir()}/taskscope-`);
  writeFileSync(`${folder}/index.html`, '<head></head>');
  const title = 'A "title" & <more>';
  await writeOembed(folder, [{file: 'a.json', title}], 'https://example.org/t/');
  const {html, ...others} = JSON.parse(readFileSync(`${folder}/oembed/a.json`, 'utf8'));
  assert.deepEqual(others, {
    version: '1.0',
    type: 'rich',
    provider_name: 'Taskscope',
    provider_url: 'https://example.org/t/',
    title,
    width: 1000,
    height: 900
  });
  assert.match(html, /^<iframe src="https:\/\/example\.org\/t\/embed\.html\?src=profiles\/a\.json" [^<>]*><\/iframe>$/);
  assert.match(html, /title="A &quot;title&quot; &amp; &lt;more&gt;" width="1000" height="900"/);
  assert.match(
      readFileSync(`${folder}/index.html`, 'utf8'),
      /<link rel="alternate" type="application\/json\+oembed" href="https:\/\/example\.org\/t\/oembed\/a\.json">/);
  rmSync(folder, {recursive: true});
});
