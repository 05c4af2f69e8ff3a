// The npm package, as those who use it do: packed, installed without a network, bundled by Vite, typed, and imported
// where there is no browser. What pages they make of it stands in tests/consumers.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {promisify} from 'node:util';

import {serve} from '../../web/tools/serve.mjs';

import {dist, firstProfile, launch, release, repository} from './harness.mjs';

const consumers = path.join(repository, 'tests/consumers');
const work = path.join(repository, 'build/consumers');
const site = path.join(work, 'site');
const installed = path.join(site, 'node_modules/taskscope');

/** @param {string} command @param {string[]} commandArguments */
const run = (command, commandArguments, cwd = site) => promisify(execFile)(command, commandArguments, {
                                                         cwd,
                                                         env: {...process.env, npm_config_offline: 'true'}
                                                       }).catch((error) => {
  throw new Error(`${command} ${commandArguments.join(' ')}:\n${error.stdout}${error.stderr}`);
});

/** A site with the package installed; other packages are found one folder further up. */
async function makeSite() {
  rmSync(work, {recursive: true, force: true});
  mkdirSync(site, {recursive: true});
  symlinkSync(path.join(consumers, 'node_modules'), path.join(work, 'node_modules'));
  for (const file of ['src', 'tsconfig.json', 'vite.config.js', 'index.html', 'class.html', 'react.html']) {
    cpSync(path.join(consumers, file), path.join(site, file), {recursive: true});
  }
  cpSync(path.join(dist, firstProfile), path.join(site, 'public/profile.json'));
  writeFileSync(path.join(site, 'package.json'), JSON.stringify({private: true, type: 'module'}));
  await run('npm', ['pack', '--pack-destination', work, path.join(dist, 'npm')]);
  const tarball = path.join(work, `taskscope-${release.version}.tgz`);
  await run('npm', ['install', '--no-audit', '--no-fund', tarball]);
}

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  [browser] = await Promise.all([launch(), makeSite()]);
});
after(() => browser?.close());

/**
 * Opens a page of a folder and waits until its dashboard is ready.
 * @param {string} folder
 * @param {string} file
 */
async function opens(folder, file, tag = 'task-scope') {
  const server = await serve({root: folder});
  const page = await browser.newPage();
  /** @type {string[]} */
  const problems = [];
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(server.url + file);
  await page.waitForFunction(
      (name) => /** @type {{status?: string} | null} */ (document.querySelector(name))?.status === 'ready', tag);
  assert.deepEqual(problems, [], file);
  await page.close();
  await server.close();
}

test('the package holds what its description names, and what it has to by law', () => {
  const files = readdirSync(installed, {recursive: true, encoding: 'utf8'});
  const {version, exports, customElements, sideEffects} =
      JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'));
  assert.equal(version, JSON.parse(readFileSync(`${repository}web/package.json`, 'utf8')).version);
  const named = Object.values(exports).flatMap((target) => typeof target === 'string' ? target : Object.values(target));
  for (const file of [...named, ...sideEffects, customElements]) assert.ok(files.includes(path.normalize(file)), file);
  for (const file of ['README.md', 'LICENSE', 'THIRD_PARTY_NOTICES.txt']) assert.ok(files.includes(file), file);
});

test('Vite builds pages with it: the element, the class, React', async () => {
  await run('node', [path.join(consumers, 'node_modules/vite/bin/vite.js'), 'build']);
  const built = path.join(site, 'dist');
  const modules = readdirSync(built, {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('.wasm'));
  assert.equal(modules.length, 2);  // its two parts
  await Promise.all([
    opens(built, 'index.html'),
    opens(built, 'class.html', 'our-dashboard'),
    opens(built, 'react.html'),
  ]);
});

test('it works unbundled, from the folder where it was installed', async () => {
  cpSync(path.join(dist, firstProfile), path.join(installed, 'profile.json'));
  const server = await serve({root: installed});
  const page = await browser.newPage();
  const body = '<!doctype html><title>Plain</title><script type="module" src="define.js"></script>' +
      '<task-scope src="profile.json"></task-scope>';
  await page.route('**/plain.html', (route) => route.fulfill({contentType: 'text/html', body}));
  await page.goto(`${server.url}plain.html`);
  await page.waitForFunction(() => document.querySelector('task-scope')?.status === 'ready');
  await page.close();
  await server.close();
});

test('its types hold, whichever way modules are looked up', async () => {
  const tsc = path.join(repository, 'web/node_modules/.bin/tsc');
  await Promise.all([
    run(tsc, ['-p', '.']),
    run(tsc, ['-p', '.', '--module', 'nodenext', '--moduleResolution', 'nodenext']),
  ]);
});

test('importing it where there is no browser does no harm', async () => {
  const names = ['taskscope', 'taskscope/define', 'taskscope/react'];
  const script = names.map((name) => `console.log(typeof (await import('${name}')).TaskScopeElement);`).join('\n');
  const {stdout} = await run('node', ['--input-type=module', '--eval', script]);
  assert.equal(stdout, 'function\n'.repeat(names.length));
  const {TaskScopeElement} = await import(pathToFileURL(path.join(installed, 'element.js')).href);
  assert.throws(() => new TaskScopeElement(), 'there is no document to make one in');
});
