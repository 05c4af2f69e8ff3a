// standalone.html, the page that is one file, opened from the disk without a network; and what `taskscope standalone`
// makes of it.
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {after, before, test} from 'node:test';
import {pathToFileURL} from 'node:url';

import {assertNoViolation, withHeadingLevel} from './axe.mjs';
import {describe, dist, firstProfile, launch, nextFrames, repository, screenshots, waitForStatus} from './harness.mjs';

const taskscope = process.env.TASKSCOPE_BIN ?? `${repository}build/native/taskscope`;
const player = `${dist}/standalone.html`;
const profilePath = `${repository}assets/${firstProfile}`;
const profile = JSON.parse(readFileSync(profilePath, 'utf8'));
const badPath = `${repository}tests/data/invalid/several-at-once.json`;
const folder = mkdtempSync(`${tmpdir()}/taskscope-`);

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  mkdirSync(screenshots, {recursive: true});
  browser = await launch();
});
after(async () => {
  await browser.close();
  rmSync(folder, {recursive: true});
});

/**
 * Opens a file in a browser without a network. What it asks for besides itself, and what goes wrong, are problems.
 * @param {string} file
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
async function open(file, options) {
  const context = await browser.newContext({viewport: {width: 1200, height: 900}, offline: true, ...options});
  const page = await context.newPage();
  const url = pathToFileURL(file).href;
  /** @type {string[]} */
  const problems = [];
  page.on('request', (request) => {
    if (request.url() !== url && !/^(data|blob):/.test(request.url())) problems.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(url);
  return {page, problems, close: () => context.close()};
}

/** @param {import('playwright-core').Page} page @param {string} title */
const waitForTitle = (page, title) => page.waitForFunction((wanted) => document.title === wanted, title);

/** @param {import('playwright-core').Page} page */
const titles = async (page) => (await describe(page)).filter(({role}) => role === 'heading').map(({text}) => text);

/** @param {import('playwright-core').Page} page */
const notice = (page) => page.locator('task-scope .notice').innerText();

/** Drops a file onto the page. @param {import('playwright-core').Page} page @param {string} content */
const drop = (page, content) => page.evaluate((text) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], 'dropped.json', {type: 'application/json'}));
  for (const type of ['dragover', 'drop']) {
    const event = new DragEvent(type, {dataTransfer, bubbles: true, cancelable: true});
    if (document.body.dispatchEvent(event)) throw new Error(`the browser would have opened the file on ${type}`);
  }
}, content);

/** What `taskscope standalone` writes. @param {string} path @param {string[]} options */
function make(path, ...options) {
  const output = `${folder}/made.html`;
  execFileSync(taskscope, ['standalone', path, '-o', output, '--player', player, ...options]);
  return output;
}

test('it starts empty, and shows the example when asked', async () => {
  const {page, problems, close} = await open(player);
  assert.equal(await page.title(), 'Taskscope');
  assert.equal(await page.locator('header').isVisible(), true);
  assert.equal(await page.evaluate(() => document.querySelector('task-scope')?.status), 'idle');
  await page.locator('text=Show an example').press('Enter');
  await waitForStatus(page, 'ready');
  await waitForTitle(page, profile.title);
  assert.ok((await titles(page)).includes(profile.title));
  assert.deepEqual(problems, []);
  await close();
});

test('a profile that is chosen, and one that is dropped, is shown; a bad one leaves it there', async () => {
  const {page, problems, close} = await open(player);
  await page.locator('#file').setInputFiles(profilePath);
  await waitForTitle(page, profile.title);
  const second = {...profile, title: 'Zweites Profil', locale: 'de'};
  await drop(page, JSON.stringify(second));
  await waitForTitle(page, second.title);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
  assert.equal(await page.locator('#file').inputValue(), '');
  assert.deepEqual(problems, []);
  await drop(page, readFileSync(badPath, 'utf8'));
  await waitForStatus(page, 'error');
  assert.match(await notice(page), /^Dieses Profil kann nicht angezeigt werden[^]*line \d+, column \d+/);
  await page.locator('task-scope h2', {hasText: second.title}).waitFor({
    state: 'attached'
  });  // a moment after its picture
  assert.equal(await page.title(), second.title);
  await page.locator('#file').setInputFiles(profilePath);
  await waitForTitle(page, profile.title);
  assert.equal(await page.evaluate(() => document.querySelector('task-scope')?.status), 'ready');
  await close();
});

test('what is dropped and is no file is left to the browser', async () => {
  const {page, close} = await open(player);
  const isLeft = await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', 'words');
    return document.body.dispatchEvent(new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true}));
  });
  assert.equal(isLeft, true);
  await close();
});

test('print and forced colours have their style inside the file too', async () => {
  const {page, problems, close} = await open(player, {forcedColors: 'active'});
  await page.click('text=Show an example');
  await waitForStatus(page, 'ready');
  assert.equal(await page.locator('task-scope canvas').isVisible(), false);
  const display = () => page.locator('task-scope .dashboard').evaluate((element) => getComputedStyle(element).display);
  assert.equal(await display(), 'grid');
  assert.deepEqual(problems, []);
  await close();
});

test('without scripts it says that it needs them', async () => {
  const {page, close} = await open(player, {javaScriptEnabled: false});
  assert.match(await page.locator('body').innerText(), /needs scripts/);
  await close();
});

test('taskscope standalone makes a file that is about its profile, with and without scripts', async () => {
  const file = make(profilePath);
  const {page, problems, close} = await open(file);
  await waitForStatus(page, 'ready');
  assert.equal(await page.title(), profile.title);
  assert.ok((await titles(page)).includes(profile.title));
  assert.equal(await page.locator('header').isVisible(), false);
  assert.deepEqual(problems, []);
  await page.screenshot({path: `${screenshots}/standalone-made.png`});
  await close();
  const plain = await open(file, {javaScriptEnabled: false});
  const text = await plain.page.locator('body').innerText();
  for (const {name} of profile.tasks) assert.ok(text.includes(name));
  assert.doesNotMatch(text, /needs scripts/);
  await plain.page.screenshot({path: `${screenshots}/standalone-without-script.png`, fullPage: true});
  await plain.close();
});

test('a hostile profile stays text', async () => {
  const hostile =
      '</script><script>document.title = "run"</script><!--<script> "><img src=x onerror=alert(1)> &amp; \'';
  const content = {
    version: 1,
    title: hostile,
    summary: hostile,
    locale: 'pt-BR',
    tasks: [{name: hostile, importance: 'core', automation: 5, reason: hostile}]
  };
  writeFileSync(`${folder}/hostile.json`, `\u{feff}${JSON.stringify(content)}`);
  const {page, problems, close} = await open(make(`${folder}/hostile.json`));
  await waitForStatus(page, 'ready');
  await nextFrames(page);
  assert.equal(await page.title(), hostile);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'pt-BR');
  assert.ok((await titles(page)).some((text) => text === hostile));
  assert.equal(await page.locator('img').count(), 0);
  assert.equal(await page.locator('script').count(), 6);
  assert.deepEqual(problems, []);
  await close();
});

test('taskscope standalone tells what is wrong', () => {
  const run = (/** @type {string[]} */...options) =>
      spawnSync(taskscope, ['standalone', ...options], {encoding: 'utf8'});
  const bad = run(badPath, '--player', player);
  assert.equal(bad.status, 1);
  assert.equal(bad.stdout, '');
  assert.match(bad.stderr, /several-at-once\.json:\d+:\d+: error: /);
  const checked = spawnSync(taskscope, ['check', badPath], {encoding: 'utf8'});
  assert.equal(bad.stderr, checked.stdout, 'as check does');
  const without = run(profilePath, '--player', `${folder}/none.html`);
  assert.equal(without.status, 1);
  assert.match(without.stderr, /none\.html.*cannot be read[^]*build-wasm\.sh[^]*--player/);
  const wrong = run(profilePath, '--player', profilePath);
  assert.equal(wrong.status, 1);
  assert.match(wrong.stderr, /is no standalone\.html[^]*build-wasm\.sh/);
  const unwritable = run(profilePath, '--player', player, '-o', `${folder}/no/such/folder.html`);
  assert.equal(unwritable.status, 1);
  assert.match(unwritable.stderr, /cannot be written/);
  for (const options of [[], ['-o'], [profilePath, '--player'], [profilePath, profilePath], ['--other', profilePath]]) {
    assert.equal(run(...options).status, 2, options.join(' '));
  }
  assert.equal(run(profilePath, '--player', player).stdout, readFileSync(make(profilePath), 'utf8'));
});

test('axe-core finds nothing in the page that is one file', async () => {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    const {page, close} = await open(player, {colorScheme, viewport: {width: 320, height: 900}});
    await page.waitForSelector('text=Show an example');  // which the page's script shows
    await assertNoViolation(page);
    await page.screenshot({path: `${screenshots}/standalone-320-${colorScheme}.png`});
    await page.click('text=Show an example');
    await waitForTitle(page, profile.title);
    await assertNoViolation(page);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await close();
  }
  const {page, close} = await open(make(profilePath));
  await waitForStatus(page, 'ready');
  await assertNoViolation(page, await withHeadingLevel(page));
  await close();
});
