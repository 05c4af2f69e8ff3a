// The dashboard where there is no drawing, or no need of one: forced colours, print, no WebGL2, no WebAssembly, no
// script, a translated page. Pictures go into build/screenshots, to be looked at.
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {before, test} from 'node:test';

import {firstProfile, nextFrames, openPage, repository, screenshots, useBrowser, waitForStatus} from './harness.mjs';

const shared = useBrowser();
before(() => mkdirSync(screenshots, {recursive: true}));

const profilePath = `${repository}assets/profiles/medical-records-specialists.json`;
const profile = JSON.parse(readFileSync(profilePath, 'utf8'));
const widget = `<task-scope src="${firstProfile}"></task-scope>`;

const taskscope = process.env.TASKSCOPE_BIN ?? `${repository}build/native/taskscope`;
const html = (/** @type {string[]} */...options) =>
    execFileSync(taskscope, ['html', ...options, profilePath], {encoding: 'utf8'});

/** A page that its owner filled with what `taskscope html` prints. */
const filled = () => `<link rel="stylesheet" href="task-scope.css">
  <task-scope src="${firstProfile}">${html('--fragment')}</task-scope><p id="below">What comes after.</p>`;

/** Takes WebGL2 away, whatever the browser has. */
const withoutWebGl = `<script>for (const {prototype} of [HTMLCanvasElement, OffscreenCanvas]) {
  const {getContext} = prototype;
  prototype.getContext = function(kind, ...more) {
    return kind === 'webgl2' ? null : getContext.call(this, kind, ...more);
  };
}</script>`;

/** Every text and figure that a reader is to get. */
const facts = [
  profile.title,
  profile.summary,
  profile.market.summary,
  '14%',
  '78%',
  '64 points of possible automation not in use yet',
  ...profile.market.indicators.flatMap((/** @type {{name: string, note: string}} */ i) => [i.name, i.note]),
  ...profile.strategies.flatMap((/** @type {{title: string, text: string}} */ s) => [s.title, s.text]),
  ...profile.tasks.flatMap(
      (/** @type {{name: string, automation: number}} */ task) => [task.name, `${task.automation}%`]),
  ...profile.ai_uses.flatMap(
      (/** @type {{title: string, examples: string[], good_options: string[]}} */ use) =>
          [use.title, ...use.examples, ...use.good_options]),
  ...profile.evidence.flatMap(
      (/** @type {{publisher: string, measure: string, note: string, value: number}} */ e) =>
          [e.publisher, e.measure, e.note, `${e.value}%`]),
];

const reasons = profile.tasks.map((/** @type {{reason: string}} */ task) => task.reason);

/** @param {string} text @param {string[]} wanted */
function assertHolds(text, wanted) {
  const found = text.replace(/\s+/g, ' ');
  for (const fact of wanted) assert.ok(found.includes(fact.replace(/\s+/g, ' ')), fact);
}

/** What the first widget's mirror shows as a reader sees it. @param {import('playwright-core').Page} page */
const visibleText = (page) => page.evaluate(() => {
  const host = document.querySelector('task-scope');
  const mirror = host?.shadowRoot?.querySelector('.mirror') ?? host?.querySelector('.mirror');
  return /** @type {HTMLElement} */ (mirror).innerText;
});

/**
 * No text may be cut or lie on another, and nothing may stick out.
 * @param {import('playwright-core').Page} page
 * @param {string} root
 */
async function assertReadable(page, root) {
  const problems = await page.evaluate((selector) => {
    const host = document.querySelector(selector);
    const found = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.body.scrollWidth} wide`);
    for (const element of (host?.shadowRoot ?? host)?.querySelectorAll('.mirror *, .dashboard *') ?? []) {
      const style = getComputedStyle(element);
      if (style.clipPath !== 'none' || element.tagName === 'METER') continue;
      if (element.clientWidth && element.scrollWidth > element.clientWidth + 1) {
        found.push(`${element.className}: “${element.textContent?.slice(0, 40)}” is cut`);
      }
    }
    return found;
  }, root);
  assert.deepEqual(problems, []);
}

for (const {width, colorScheme} of /** @type {const} */ ([
       {width: 1200, colorScheme: 'light'},
       {width: 768, colorScheme: 'dark'},
       {width: 320, colorScheme: 'light'},
     ])) {
  test(`forced colours at ${width} pixels: the text itself, in the system's colours`, async () => {
    const options = {viewport: {width, height: 900}, colorScheme, forcedColors: /** @type {const} */ ('active')};
    const {page, problems} = await openPage(shared.browser, shared.server.url, widget, {options});
    await waitForStatus(page, 'ready');
    assertHolds(await visibleText(page), facts);
    assert.equal(await page.locator('task-scope canvas').isVisible(), false);
    await assertReadable(page, 'task-scope');
    await page.locator('button', {hasText: profile.tasks[0].name}).click();
    await page.locator('button[aria-expanded=true]').waitFor();
    assertHolds(await visibleText(page), [profile.tasks[0].reason]);
    await page.screenshot({path: `${screenshots}/forced-colors-${width}-${colorScheme}.png`, fullPage: true});
    assert.deepEqual(problems, []);
    await page.close();
  });

  test(`without WebGL2 at ${width} pixels in ${colorScheme}: the text in its own style`, async () => {
    const options = {viewport: {width, height: 900}, colorScheme};
    const {page, problems} = await openPage(shared.browser, shared.server.url, withoutWebGl + widget, {options});
    await waitForStatus(page, 'ready');
    await page.waitForLoadState('networkidle');
    assertHolds(await visibleText(page), facts);
    await assertReadable(page, 'task-scope');
    await page.locator('button', {hasText: 'Show all reasons'}).click();
    await page.locator('button', {hasText: 'Hide all reasons'}).waitFor();
    assertHolds(await visibleText(page), reasons);
    await page.screenshot({path: `${screenshots}/without-webgl-${width}-${colorScheme}.png`, fullPage: true});
    assert.deepEqual(problems, []);
    await page.close();
  });
}

test('the preference for forced colours is followed live, both ways', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, widget);
  await waitForStatus(page, 'ready');
  const canvasIsShown = () => page.locator('task-scope canvas').isVisible();
  assert.equal(await canvasIsShown(), true);
  const drawn = await page.evaluate(() => document.body.scrollHeight);
  await page.emulateMedia({forcedColors: 'active'});
  await nextFrames(page);
  assert.equal(await canvasIsShown(), false);
  await page.emulateMedia({forcedColors: 'none'});
  await nextFrames(page);
  assert.equal(await canvasIsShown(), true);
  assert.equal(await page.evaluate(() => document.body.scrollHeight), drawn);
  await page.close();
});

test('more contrast is drawn for readers who ask for it', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, widget);
  await waitForStatus(page, 'ready');
  const usual = await page.screenshot();
  await page.emulateMedia({contrast: 'more'});
  await nextFrames(page);
  const strong = await page.screenshot({path: `${screenshots}/more-contrast.png`});
  assert.notDeepEqual(usual, strong);
  await page.close();
});

test('print holds the whole dashboard, reasons included, in light colours and on pages of whole cards', async () => {
  const options = {viewport: {width: 1200, height: 900}, colorScheme: /** @type {const} */ ('dark')};
  const body = `<p>Before</p>${widget}<p>After</p>`;
  const {page} = await openPage(shared.browser, shared.server.url, body, {options});
  await waitForStatus(page, 'ready');
  await page.waitForLoadState('networkidle');
  const margin = {top: '15mm', bottom: '15mm', left: '15mm', right: '15mm'};
  const file = `${screenshots}/print.pdf`;
  writeFileSync(file, await page.pdf({format: 'A4', margin}));
  execFileSync('pdftoppm', ['-r', '80', '-png', file, `${screenshots}/print`]);
  const pages = execFileSync('pdftotext', ['-layout', file, '-'], {encoding: 'utf8'}).split('\f').slice(0, -1);
  const text = execFileSync('pdftotext', [file, '-'], {encoding: 'utf8'});
  const plain = (/** @type {string} */ s) => s.replace(/[\s\u00AD-]+/g, '');  // however it was broken
  for (const fact of [...facts, ...reasons]) assert.ok(plain(text).includes(plain(fact)), fact);
  // Short cards do not cross pages: each is found whole on one.
  const whole = (/** @type {string} */ s) => pages.some((p) => plain(p).includes(plain(s)));
  for (const {title, text: words} of profile.strategies) {
    const lines = pages.filter((p) => p.includes(title));
    assert.equal(lines.length, 1, title);
    assert.ok(whole(words), title);
  }
  assert.ok(pages.length <= 6, `${pages.length} pages`);
  await page.emulateMedia({media: 'print'});
  const ground = await page.evaluate(() => {
    const mirror = document.querySelector('task-scope')?.shadowRoot?.querySelector('.card');
    return mirror ? getComputedStyle(mirror).backgroundColor : '';
  });
  assert.equal(ground, 'rgb(255, 255, 255)');
  await page.close();
});

test('print holds all rows of a list that is too long to be mirrored whole', async () => {
  const tasks = Array.from(
      {length: 500}, (_, i) => ({name: `Task ${i}`, importance: 'core', automation: i % 100, reason: 'Why.'}));
  const files = {'many.json': JSON.stringify({version: 1, title: 'Many', tasks})};
  const body = '<task-scope src="many.json"></task-scope>';
  const {page} = await openPage(shared.browser, shared.server.url, body, {files});
  await waitForStatus(page, 'ready');
  await page.waitForLoadState('networkidle');
  const rows = () => page.locator('[role=row].task').count();
  assert.ok(await rows() < 200);
  await page.locator('button[aria-expanded]').first().click();  // a transition is no reason to leave rows out
  const file = `${screenshots}/print-long.pdf`;
  writeFileSync(file, await page.pdf({format: 'A4'}));
  const text = execFileSync('pdftotext', [file, '-'], {encoding: 'utf8'});
  for (const {name} of tasks) assert.match(text, new RegExp(`\\b${name}\\b`));
  await nextFrames(page);
  assert.ok(await rows() < 200, 'the rows stay after printing');
  await page.close();
});

test('print holds all occupations of an overview that are in view, and no way to other pages', async () => {
  const body = '<task-scope view="overview" src="catalogue.json"></task-scope>';
  const {page} = await openPage(shared.browser, shared.server.url, body);
  await waitForStatus(page, 'ready');
  await page.waitForLoadState('networkidle');
  const height = () => page.evaluate(() => document.querySelector('task-scope')?.clientHeight);
  const before = await height();
  const rows = () => page.locator('.open-occupation').count();
  assert.equal(await rows(), 12);
  const file = `${screenshots}/print-overview.pdf`;
  writeFileSync(file, await page.pdf({format: 'A4'}));
  execFileSync('pdftoppm', ['-r', '60', '-l', '3', '-png', file, `${screenshots}/print-overview`]);
  const text = execFileSync('pdftotext', ['-raw', file, '-'], {encoding: 'utf8'}).replace(/[\s\u00AD-]+/g, '');
  const {titles} = JSON.parse(readFileSync(`${repository}assets/catalogue.json`, 'utf8')).occupations;
  for (const title of titles) assert.ok(text.includes(title.replace(/[\s-]+/g, '')), title);
  assert.doesNotMatch(text, /1to12of756/);
  await page.waitForFunction(
      () => document.querySelector('task-scope')?.shadowRoot?.querySelectorAll('.open-occupation').length === 12);
  assert.equal(await height(), before);
  await page.close();
});

test('static HTML shows whatever a profile says as text, and nothing of a profile with errors', async () => {
  const folder = mkdtempSync(`${tmpdir()}/taskscope-`);
  const hostile = '<script>document.title = "run"</script>"><img src=x onerror=alert(1)> &amp; \'';
  const task = {name: hostile, importance: 'core', automation: 50, reason: hostile};
  const evidence = {
    publisher: hostile,
    measure: hostile,
    value: 1,
    kind: 'measured use',
    match: 'proxy',
    note: hostile,
    url: 'https://example.org/?a="><script>&b'
  };
  const content = {version: 1, title: hostile, summary: hostile, tasks: [task], evidence: [evidence]};
  writeFileSync(`${folder}/hostile.json`, JSON.stringify(content));
  writeFileSync(`${folder}/bad.json`, '{"version": 1}');
  const body = execFileSync(taskscope, ['html', `${folder}/hostile.json`], {encoding: 'utf8'});
  const page = await shared.browser.newPage();
  await page.route('**/hostile.html', (route) => route.fulfill({contentType: 'text/html', body}));
  await page.goto(`${shared.server.url}hostile.html`);
  assert.equal(await page.locator('h1').innerText(), hostile);
  assert.equal(await page.title(), hostile);
  assert.equal(await page.locator('script, img').count(), 0);
  assert.equal(await page.locator('a').getAttribute('rel'), 'noopener noreferrer nofollow');
  await page.close();
  const failed = spawnSync(taskscope, ['html', `${folder}/bad.json`], {encoding: 'utf8'});
  assert.equal(failed.status, 1);
  assert.equal(failed.stdout, '');
  assert.match(failed.stderr, /title/);
  assert.equal(spawnSync(taskscope, ['html']).status, 2);
  assert.equal(spawnSync(taskscope, ['html', '--unknown', 'a.json']).status, 2);
  rmSync(folder, {recursive: true});
});

test('a static page holds everything without a script, and its reasons open by themselves', async () => {
  const body = html();
  for (const [width, colorScheme] of /** @type {const} */ ([[1200, 'light'], [320, 'dark']])) {
    const page = await shared.browser.newPage({viewport: {width, height: 900}, colorScheme, javaScriptEnabled: false});
    await page.route('**/static.html', (route) => route.fulfill({contentType: 'text/html', body}));
    await page.goto(`${shared.server.url}static.html`);
    assertHolds(await page.locator('main').innerText(), facts);
    await page.locator('summary').first().click();
    assert.ok(reasons.includes((await page.locator('details[open]').innerText()).replace(/^Reason\s*/, '')));
    assert.equal(await page.locator('h1').innerText(), profile.title);
    await page.screenshot({path: `${screenshots}/static-${width}-${colorScheme}.png`, fullPage: true});
    await page.close();
  }
});

test('in forced colours, static HTML shows no label over another text', async () => {
  const page = await shared.browser.newPage({viewport: {width: 1200, height: 900}, forcedColors: 'active'});
  const body = html();
  await page.route('**/static.html', (route) => route.fulfill({contentType: 'text/html', body}));
  await page.goto(`${shared.server.url}static.html`);
  const label = await page.locator('summary span').first().boundingBox();
  assert.ok(label && label.width <= 1 && label.height <= 1);
  await page.screenshot({path: `${screenshots}/static-forced-colors.png`, fullPage: true});
  await page.close();
});

test('what a site puts between the tags is what readers without scripts get', async () => {
  const options = {javaScriptEnabled: false};
  const {page} = await openPage(shared.browser, shared.server.url, filled(), {options});
  assertHolds(await page.locator('task-scope').innerText(), facts);
  await page.screenshot({path: `${screenshots}/without-script.png`, fullPage: true});
  await page.close();
});

test('where WebAssembly is forbidden, what stands between the tags stays, with a word of why beneath', async () => {
  const page = await shared.browser.newPage({viewport: {width: 1200, height: 900}});
  const headers = {'Content-Security-Policy': 'script-src \'self\''};
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>No WebAssembly</title>
    <script type="module" src="task-scope.js"></script>${filled()}`;
  await page.route('**/host.html', (route) => route.fulfill({contentType: 'text/html', body, headers}));
  await page.goto(`${shared.server.url}host.html`);
  await waitForStatus(page, 'error');
  assertHolds(await page.locator('task-scope').innerText(), facts);
  const above = await page.evaluate(() => {
    const root = document.querySelector('task-scope')?.shadowRoot;
    const content = document.querySelector('.taskscope')?.getBoundingClientRect();
    return (root?.querySelector('.notice')?.getBoundingClientRect().top ?? 0) >= (content?.bottom ?? Infinity);
  });
  assert.ok(above, 'the notice stands above the content');
  await page.screenshot({path: `${screenshots}/without-wasm.png`, fullPage: true});
  await page.close();
});

test('the dashboard takes the place of its static content without a shift of the layout', async () => {
  for (const width of [320, 390, 768, 1024, 1200, 1600]) {
    const options = {viewport: {width, height: 900}};
    const measured = `<script>
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) window.shifts.push(shift.value);
      }).observe({type: 'layout-shift', buffered: true});
      customElements.whenDefined('task-scope').then(() => window.topBefore = below.getBoundingClientRect().top);
    </script>`;
    const {page} = await openPage(shared.browser, shared.server.url, filled() + measured, {options});
    await waitForStatus(page, 'ready');
    const {shifts, topBefore, top} =
        await page.evaluate(() => ({
                              shifts: Reflect.get(window, 'shifts'),
                              topBefore: Reflect.get(window, 'topBefore'),
                              top: document.querySelector('#below')?.getBoundingClientRect().top,
                            }));
    assert.equal(top, topBefore, `at ${width} pixels`);
    assert.deepEqual(shifts, [], `at ${width} pixels`);
    await page.close();
  }
});

test('a page that a translator of the light DOM works on shows the translated text', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, widget);
  await waitForStatus(page, 'ready');
  const drawn = await page.evaluate(() => document.body.scrollHeight);
  // What Chromium's translator does: it marks the root element and puts its text into font elements.
  await page.evaluate(() => document.documentElement.classList.add('translated-ltr'));
  await nextFrames(page);
  await page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (const text of [...(function*() {
           for (let node; (node = texts.nextNode());) yield node;
         })()]) {
      const font = document.createElement('font');
      font.textContent = text.textContent?.toUpperCase() ?? '';
      text.parentNode?.replaceChild(font, text);
    }
  });
  assertHolds(await visibleText(page), [profile.title.toUpperCase(), profile.strategies[0].text.toUpperCase()]);
  assert.equal(await page.locator('task-scope canvas').isVisible(), false);
  await page.waitForLoadState('networkidle');
  await page.screenshot({path: `${screenshots}/translated.png`, fullPage: true});
  await page.evaluate(() => document.documentElement.classList.remove('translated-ltr'));
  await nextFrames(page);
  assert.equal(await page.locator('task-scope canvas').isVisible(), true);
  assert.equal(await page.evaluate(() => document.body.scrollHeight), drawn);
  assert.equal(await page.evaluate(() => document.querySelector('task-scope')?.childElementCount), 0);
  await page.close();
});

test('a translated page that replaced what stands between the tags gets its dashboard back', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, widget);
  await waitForStatus(page, 'ready');
  await page.evaluate(() => document.documentElement.classList.add('translated-rtl'));
  await nextFrames(page);
  await page.evaluate(() => document.querySelector('task-scope')?.replaceChildren('Other content'));
  await page.evaluate(() => document.documentElement.classList.remove('translated-rtl'));
  await nextFrames(page);
  assert.equal((await page.locator('task-scope .mirror h2').innerText()).trim(), profile.title);
  assert.equal(await page.evaluate(() => document.querySelector('task-scope')?.textContent), 'Other content');
  await page.close();
});

test('a translation inside the shadow root is shown in the open, and survives the opening of a task', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, widget);
  await waitForStatus(page, 'ready');
  await page.evaluate(() => {
    const title = document.querySelector('task-scope')?.shadowRoot?.querySelector('.title');
    if (title) title.textContent = 'Fachkräfte für Krankenakten';
  });
  await nextFrames(page);
  assert.equal(await page.locator('task-scope canvas').isVisible(), false);
  await page.locator('button', {hasText: profile.tasks[0].name}).click();
  await page.locator('button[aria-expanded=true]').waitFor();
  assertHolds(await visibleText(page), ['Fachkräfte für Krankenakten', profile.tasks[0].reason]);
  await page.setViewportSize({width: 500, height: 900});
  await page.emulateMedia({colorScheme: 'dark'});
  await nextFrames(page);
  assertHolds(await visibleText(page), ['Fachkräfte für Krankenakten']);
  await page.close();
});
