// Only the script that a page pinned runs, only the module that the script was built with starts, and nothing is
// downloaded twice or with cookies.
import {build} from 'esbuild';
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';

import {integrityOf} from '../../web/tools/release.mjs';

import {dist, firstProfile, moduleFile, noticeText, release, repository, useBrowser, waitForStatus} from './harness.mjs';

const shared = useBrowser();

const script = release.files['task-scope.js'];

/** The same server under a name of its own; still a secure context. */
const otherOrigin = () => shared.server.url.replace('127.0.0.1', 'localhost');

/** Here browsers have no crypto.subtle. */
const plainHttp = 'http://embedding.example/';

/**
 * Opens a page of `origin` that embeds the widget from the server by the pinned tag.
 * @param {string} origin
 * @param {{head?: string, prepare?: (page: import('playwright-core').Page) => Promise<unknown>}} [more]
 */
async function openPinned(origin, {head = '', prepare} = {}) {
  const page = await shared.browser.newPage();
  /** @type {string[]} */
  const messages = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  const {url} = shared.server;
  const body =
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pinned</title><link rel="icon" href="data:,">
    ${head}<script type="module" src="${url}${script.name}" integrity="${script.integrity}" crossorigin></script>
    <task-scope src="${url}${firstProfile}"><p>Static content.</p></task-scope>`;
  await page.route(`${origin}host.html`, (route) => route.fulfill({contentType: 'text/html', body}));
  await prepare?.(page);
  await page.goto(`${origin}host.html`);
  return {page, messages};
}

/**
 * A file with one byte changed.
 * @param {string} file
 * @param {number} at
 */
function tampered(file, at) {
  const content = Buffer.from(readFileSync(`${dist}/${file}`));
  content[at] ^= 1;
  return content;
}

/**
 * @param {string} file
 * @param {Buffer} body
 * @param {string} contentType
 */
const replace = (file, body, contentType) => (/** @type {import('playwright-core').Page} */ page) => page.route(
    `**/${file}`, (route) => route.fulfill({body, contentType, headers: {'access-control-allow-origin': '*'}}));

test('a pinned tag works on pages of other origins, with and without HTTPS', async () => {
  for (const origin of [otherOrigin(), plainHttp]) {
    const {page, messages} = await openPinned(origin);
    await waitForStatus(page, 'ready');
    assert.deepEqual(messages, []);
    await page.close();
  }
});

test('a script that is not the pinned one never runs; the static content stays', async () => {
  const prepare = replace(script.name, tampered(script.name, 9), 'text/javascript');
  const {page, messages} = await openPinned(otherOrigin(), {prepare});
  await page.waitForLoadState('networkidle');
  assert.ok(messages.some((text) => text.includes('integrity')), messages.join('\n'));
  assert.equal(await page.evaluate(() => customElements.get('task-scope')), undefined);
  assert.ok(await page.getByText('Static content.').isVisible());
  await page.close();
});

test('a module that is another is refused with a word of why, with and without HTTPS', async () => {
  // A byte near the end is one of the texts: such a module compiles.
  const prepare =
      replace(moduleFile, tampered(moduleFile, release.files['taskscope.wasm'].bytes - 99), 'application/wasm');
  for (const origin of [otherOrigin(), plainHttp]) {
    const {page} = await openPinned(origin, {prepare});
    await waitForStatus(page, 'error');
    assert.match(await noticeText(page), /is not the one that this script was built with/);
    assert.ok(await page.getByText('Static content.').isVisible());
    await page.close();
  }
});

test('a module that has too few bytes, too many, or wrong ones is refused in the same words', async () => {
  const content = readFileSync(`${dist}/${moduleFile}`);
  for (const body of [content.subarray(0, 1000), Buffer.concat([content, content]), Buffer.from('<!doctype html>')]) {
    const {page} = await openPinned(otherOrigin(), {prepare: replace(moduleFile, body, 'application/wasm')});
    await waitForStatus(page, 'error');
    assert.match(await noticeText(page), /is not the one that this script was built with/);
    await page.close();
  }
});

test('a module that the server calls something else starts nevertheless', async () => {
  const prepare = replace(moduleFile, readFileSync(`${dist}/${moduleFile}`), 'application/octet-stream');
  const {page, messages} = await openPinned(otherOrigin(), {prepare});
  await waitForStatus(page, 'ready');
  assert.deepEqual(messages, []);
  await page.close();
});

test('who wants to know hears how the download goes', async () => {
  const {outputFiles} = await build({
    entryPoints: [`${repository}web/fetch-module.js`],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'fetchModuleScript',
  });
  const page = await shared.browser.newPage();
  await page.goto(`${shared.server.url}LICENSE`);
  await page.addScriptTag({content: outputFiles[0].text});
  const {bytes} = release.files['taskscope.wasm'];
  const hash = integrityOf(readFileSync(`${dist}/${moduleFile}`), 'sha256');
  /** @type {[number, number][]} */
  const heard = await page.evaluate(`(async () => {
    const heard = [];
    const file = {address: new URL('${moduleFile}', location), hash: '${hash}', size: ${bytes}};
    await fetchModuleScript.fetchModule(file, (...counts) => heard.push(counts));
    return heard;
  })()`);
  assert.ok(heard.every(([loaded, total], i) => loaded > (heard[i - 1]?.[0] ?? 0) && total === bytes));
  assert.equal(heard.at(-1)?.[0], bytes);
  await page.close();
});

/** How often each file is asked for, and whether with cookies. @param {string} head */
async function countRequests(head) {
  /** @type {Record<string, {times: number, cookies: number}>} */
  const asked = {[moduleFile]: {times: 0, cookies: 0}, [firstProfile]: {times: 0, cookies: 0}};
  const {url} = shared.server;
  const {page, messages} = await openPinned(url, {
    head: `<script>document.cookie = 'who=me';</script>${head}`,
    prepare: (page) => page.route(
        (address) => address.href.slice(url.length) in asked,
        async (route) => {
          const count = asked[route.request().url().slice(url.length)];
          ++count.times;
          if ((await route.request().allHeaders()).cookie) ++count.cookies;
          await route.continue();
        }),
  });
  await waitForStatus(page, 'ready');
  await page.waitForTimeout(head ? 4000 : 0);  // browsers say so late if a hint was of no use
  await page.close();
  return {asked, messages};
}

test('hinted downloads are made once, and nobody complains', async () => {
  const hint = (/** @type {string} */ file) => `<link rel="preload" as="fetch" crossorigin href="${file}">`;
  const {asked, messages} = await countRequests(hint(moduleFile) + hint(firstProfile));
  assert.deepEqual(Object.values(asked).map(({times}) => times), [1, 1]);
  assert.deepEqual(messages, []);
});

test('without hints, requests go without cookies', async () => {
  const {asked, messages} = await countRequests('');
  assert.deepEqual(Object.values(asked), [{times: 1, cookies: 0}, {times: 1, cookies: 0}]);
  assert.deepEqual(messages, []);
});
