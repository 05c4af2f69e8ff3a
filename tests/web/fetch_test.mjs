// Servers that do what they should not: the reader gets a reason within limits, and nobody the reader's cookies.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {after, before, test} from 'node:test';

import {firstProfile, moduleFile, noticeText, openPage, repository, useBrowser, waitForStatus} from './harness.mjs';

const shared = useBrowser();
const profile = readFileSync(`${repository}assets/${firstProfile}`);
const json = {
  'content-type': 'application/json',
  'access-control-allow-origin': '*'
};
const megabyte = Buffer.alloc(1 << 20, ' ');

/** What was asked for, and with what. @type {import('node:http').IncomingMessage[]} */
const requests = [];
let sentBytes = 0;

/** @type {Record<string, (response: import('node:http').ServerResponse) => void>} */
const answers = {
  '/good.json': (response) => response.writeHead(200, json).end(profile),
  '/moved.json': (response) => response.writeHead(302, {...json, location: '/good.json'}).end(),
  '/round.json': (response) => response.writeHead(302, {...json, location: '/round.json'}).end(),
  '/login.json': (response) => response.writeHead(200, {...json, 'content-type': 'text/html'}).end('<h1>Log in</h1>'),
  '/photo.json': (response) => response.writeHead(200, {...json, 'content-type': 'image/png'}).end(profile),
  '/plain.json': (response) => response.writeHead(200, {...json, 'content-type': 'text/plain'}).end(profile),
  '/page.json': (response) => response.writeHead(200, json).end('<!doctype html><title>Not found</title>'),
  '/silent.json': (response) => response.writeHead(200, json).write(profile.subarray(0, 100)),
  '/huge.json': (response) => {
    response.writeHead(200, json);
    const send = () => {
      while (sentBytes < 50 * megabyte.length && !response.destroyed) {
        sentBytes += megabyte.length;
        if (!response.write(megabyte)) return response.once('drain', send);
      }
      response.end();
    };
    send();
  },
};

const server = createServer((request, response) => {
  requests.push(request);
  const answer = answers[request.url ?? ''];
  answer ? answer(response) : response.writeHead(404, json).end();
});
let address = '';
before(async () => {
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(null)));
  address = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
});
after(() => {
  server.close();
  server.closeAllConnections();
});

const open = (/** @type {string} */ name) =>
    openPage(shared.browser, shared.server.url, `<task-scope src="${address}/${name}"></task-scope>`);

for (const name of ['good.json', 'moved.json', 'plain.json']) {
  test(`${name} is shown`, async () => {
    const {page, problems} = await open(name);
    await waitForStatus(page, 'ready');
    assert.deepEqual(problems, []);
    await page.close();
  });
}

for (const [name, reason] of /** @type {[string, RegExp][]} */ ([
       ['round.json', /could not be reached/],
       ['login.json', /no profile at .*text\/html/],
       ['photo.json', /no profile at .*image\/png/],
       ['page.json', /line 1, column 1/],
       ['huge.json', /larger than 4 MiB/],
     ])) {
  test(`${name} ends in a reason`, async () => {
    const {page} = await open(name);
    await waitForStatus(page, 'error');
    assert.match(await noticeText(page), reason);
    await page.close();
  });
}

test('of fifty megabytes little more is taken than a profile may have', () => {
  assert.ok(sentBytes < 25 * megabyte.length, `${sentBytes} bytes were sent`);  // what lies in sockets was sent too
});

test('a server that falls silent ends in a reason', async () => {
  const page = await shared.browser.newPage();
  await page.clock.install();
  await page.goto(shared.server.url + 'embed.html');
  await page.evaluate((src) => {
    document.body.replaceChildren(Object.assign(document.createElement('task-scope'), {src, loading: 'eager'}));
  }, `${address}/silent.json`);
  await waitForStatus(page, 'loading');
  await page.waitForTimeout(300);
  await page.clock.fastForward('00:15');
  assert.equal(await page.evaluate(() => document.querySelector('task-scope')?.status), 'loading');
  await page.clock.fastForward('00:10');
  await page.waitForFunction(() => document.querySelector('task-scope')?.status === 'error');
  assert.match(await noticeText(page), /did not answer in time/);
  await page.close();
});

test('so does one that falls silent while the program comes', async () => {
  const page = await shared.browser.newPage();
  await page.clock.install();
  await page.route(`**/${moduleFile}`, () => {});
  await page.goto(shared.server.url + 'embed.html');
  // A profile that the page has already: nothing but the program is asked for.
  await page.evaluate(() => {
    const element = document.createElement('task-scope');
    document.body.replaceChildren(Object.assign(element, {data: {version: 1, title: 'Here'}, loading: 'eager'}));
  });
  await waitForStatus(page, 'loading');
  await page.clock.fastForward('00:15');
  assert.equal(await page.evaluate(() => document.querySelector('task-scope')?.status), 'loading');
  await page.clock.fastForward('00:10');
  await page.waitForFunction(() => document.querySelector('task-scope')?.status === 'error');
  assert.match(await noticeText(page), /could not start the dashboard.*did not answer in time/s);
  await page.close();
});

test('cookies go nowhere, neither to the profile’s server nor to the page’s own', async () => {
  const context = await shared.browser.newContext();
  await context.addCookies([
    {name: 'session', value: 'secret', url: address},
    {name: 'session', value: 'secret', url: shared.server.url},
  ]);
  const page = await context.newPage();
  /** @type {Promise<[string, Record<string, string>]>[]} */
  const asked = [];
  page.on('request', (request) => {
    if (request.resourceType() !== 'fetch') return;
    asked.push(request.allHeaders().then((headers) => [request.url(), headers]));
  });
  await page.goto(shared.server.url);
  requests.length = 0;
  await waitForStatus(page, 'ready');
  await page.evaluate((src) => document.querySelector('task-scope')?.load(src), `${address}/good.json`);
  for (const [url, headers] of await Promise.all(asked)) {
    if (/\.wasm|profiles\/medical|good/.test(url)) assert.equal(headers.cookie, undefined, url);
  }
  assert.ok(asked.length >= 3);
  assert.equal(requests.at(-1)?.headers.cookie, undefined);
  await context.close();
});
