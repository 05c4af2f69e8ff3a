// dist/ as a host serves it: names, compressed copies, headers.
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {get} from 'node:http';
import {after, before, test} from 'node:test';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';

import {headersFor} from '../../web/tools/headers.mjs';
import {hashedName} from '../../web/tools/release.mjs';

import {dist, moduleFile, release, serveDist} from './harness.mjs';

/** @type {Awaited<ReturnType<typeof serveDist>>} */
let server;
before(async () => {
  server = await serveDist();
});
after(() => server.close());

const read = (/** @type {string} */ file) => readFileSync(`${dist}/${file}`);

/**
 * Asks without fetch, which would decompress.
 * @param {string} file
 * @param {string} [encodings] `Accept-Encoding`
 * @returns {Promise<{headers: import('node:http').IncomingHttpHeaders, body: Buffer}>}
 */
const request = (file, encodings) => new Promise((resolve, reject) => {
  get(server.url + file, {headers: encodings === undefined ? {} : {'accept-encoding': encodings}}, async (answer) => {
    resolve({headers: answer.headers, body: Buffer.concat(await answer.toArray())});
  }).on('error', reject);
});

test('hashed names are those of the bytes, and integrity is right', () => {
  for (const [name, {name: hashed, integrity, bytes}] of Object.entries(release.files)) {
    const content = read(hashed);
    assert.match(hashed, hashedName);
    assert.ok(hashed.includes(createHash('sha256').update(content).digest('hex').slice(0, 8)), name);
    assert.equal(integrity, `sha384-${createHash('sha384').update(content).digest('base64')}`);
    assert.equal(bytes, content.length);
    if (existsSync(`${dist}/${name}`)) assert.deepEqual(read(name), content);
  }
  assert.ok(existsSync(`${dist}/task-scope.js`) && existsSync(`${dist}/task-scope.css`), 'the stable names');
});

test('the script names the files that are there, in a way that other bundlers read', () => {
  const script = read('task-scope.js').toString();
  const named = [...script.matchAll(/new URL\("\.\/([^"]+)",import\.meta\.url\)/g)].map(([, file]) => file);
  const languages = ['ar', 'de', 'en', 'es', 'fr', 'pt', 'zh'].map((language) => `words.${language}.txt`);
  const parts = ['task-scope.css', 'taskscope.wasm', 'taskscope-play.wasm', 'task-scope-share.js', ...languages];
  assert.deepEqual(named.sort(), parts.map((part) => release.files[part].name).sort());
});

test('compressed copies hold the same bytes, and are smaller', () => {
  const files = readdirSync(dist, {recursive: true, encoding: 'utf8'});
  const copied = files.filter((file) => files.includes(`${file}.br`));
  for (const name of ['index.html', 'task-scope.js', 'task-scope.css', moduleFile]) assert.ok(copied.includes(name));
  for (const file of copied) {
    const content = read(file);
    assert.deepEqual(brotliDecompressSync(read(`${file}.br`)), content, file);
    assert.deepEqual(gunzipSync(read(`${file}.gz`)), content, file);
    assert.ok(read(`${file}.br`).length < content.length, file);
  }
});

test('_headers keeps hashed names for ever, stable ones shortly, and lets others embed', () => {
  const rules = read('_headers').toString();
  for (const [name, {name: hashed}] of Object.entries(release.files)) {
    const headers = headersFor(rules, `/${hashed}`);
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.match(headers['cache-control'], /immutable/);
    assert.match(headers['content-type'], /^(text\/(javascript|css|plain); charset=utf-8|application\/wasm)$/);
    if (existsSync(`${dist}/${name}`)) assert.match(headersFor(rules, `/${name}`)['cache-control'], /max-age=\d{1,3}$/);
  }
  assert.equal(headersFor(rules, '/profiles/any.json')['access-control-allow-origin'], '*');
});

test('the server sends what is asked for: the best of the copies, with its headers', async () => {
  const content = read(moduleFile);
  const best = await request(moduleFile, 'gzip, deflate, br');
  assert.equal(best.headers['content-encoding'], 'br');
  assert.equal(best.headers['content-type'], 'application/wasm');
  assert.equal(best.headers.vary, 'accept-encoding');
  assert.match(best.headers['cache-control'] ?? '', /immutable/);
  assert.deepEqual(brotliDecompressSync(best.body), content);
  for (const accepted of ['gzip', 'br;q=0, gzip;q=0.5']) {
    const second = await request(moduleFile, accepted);
    assert.equal(second.headers['content-encoding'], 'gzip', accepted);
    assert.deepEqual(gunzipSync(second.body), content);
  }
  const plain = await request(moduleFile);
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.deepEqual(plain.body, content);
  assert.equal((await request('task-scope.js')).headers['cache-control'], 'no-cache');
});
