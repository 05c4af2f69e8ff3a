// The picture as a document: what assistive technology, the keyboard, find-in-page and the clipboard get.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';

import {firstProfile, nextFrames, openPage, readPixels, repository, settle, useBrowser, waitForStatus} from './harness.mjs';

const shared = useBrowser();

const profile = JSON.parse(readFileSync(`${repository}assets/profiles/medical-records-specialists.json`, 'utf8'));
const widget = `<task-scope src="${firstProfile}"></task-scope>`;

/** Opens a page with links around two widgets. */
async function openTwo() {
  const opened = await openPage(
      shared.browser, shared.server.url, `<a href="#b">before</a>${widget}${widget}<a href="#a">after</a>`);
  await waitForStatus(opened.page, 'ready', 0);
  await waitForStatus(opened.page, 'ready', 1);
  await opened.page.evaluate(() => document.querySelector('a')?.focus());
  return opened;
}

/** The name of what has focus, in whatever shadow root. @param {import('playwright-core').Page} page */
const focusedName = (page) => page.evaluate(() => {
  const host = document.activeElement;
  return (host?.shadowRoot?.activeElement ?? host)?.textContent ?? '';
});

test('Tab goes through every control in reading order, out of the widgets, and back', async () => {
  const {page} = await openTwo();
  // Tasks stand by band, the highest first.
  const tasks = [...profile.tasks].sort((a, b) => b.automation - a.automation).map(({name}) => name);
  const controls = ['Show all reasons', ...tasks];
  // The second widget is mirrored once it comes near, which focus in the first one's end brings about.
  const expected = [...controls, ...controls, 'after'];
  const forward = [];
  for (let i = 0; i < expected.length; ++i) {
    await page.keyboard.press('Tab');
    await nextFrames(page);
    forward.push((await focusedName(page)).trim());
  }
  assert.deepEqual(forward, expected);
  const backward = [];
  for (let i = 0; i < expected.length; ++i) {
    await page.keyboard.press('Shift+Tab');
    backward.push((await focusedName(page)).trim());
  }
  assert.deepEqual(backward, [...expected.slice(0, -1).reverse(), 'before']);
  await page.close();
});

test('Enter and Space open and close a task, which keeps the focus and shows a ring', async () => {
  const {page} = await openTwo();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const name = await focusedName(page);
  const expanded = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.ariaExpanded);
  assert.equal(await expanded(), 'false');
  for (const [key, state] of [['Enter', 'true'], ['Space', 'false'], ['Space', 'true']]) {
    await page.keyboard.press(key);
    await page.waitForFunction(
        (wanted) => document.activeElement?.shadowRoot?.activeElement?.ariaExpanded === wanted, state, {timeout: 5000});
    assert.equal(await focusedName(page), name);
  }
  const box =
      await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getBoundingClientRect().toJSON());
  const {pixel} = await readPixels(page, await page.screenshot());
  assert.deepEqual(pixel(Math.round(box.x + box.width / 2), Math.round(box.y - 2)).slice(0, 3), [0x0b, 0x63, 0xce]);
  await page.close();
});

test('nothing takes the focus at load, and a press by the pointer shows no ring', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, widget);
  await waitForStatus(page, 'ready');
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
  const button = page.locator('button', {hasText: 'Show all reasons'});
  await button.click();
  await page.locator('button', {hasText: 'Hide all reasons'}).waitFor();
  assert.equal(await page.locator('button:focus-visible').count(), 0);
  await page.close();
});

test('every text lies on the words that are drawn', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, widget);
  await waitForStatus(page, 'ready');
  await page.setViewportSize({width: 1200, height: 2300});
  await nextFrames(page);
  const plain = await readPixels(page, await page.screenshot());
  await page.evaluate(() => {
    const shown = new CSSStyleSheet();
    shown.replaceSync(
        'canvas, .mirror :is(caption, .meaning) { visibility: hidden } .mirror { color: #14202e !important }');
    document.querySelector('task-scope')?.shadowRoot?.adoptedStyleSheets.push(shown);
  });
  const mirrored = await readPixels(page, await page.screenshot());
  const lines = await page.evaluate(() => {
    const mirror = document.querySelector('task-scope')?.shadowRoot?.querySelector('.mirror');
    return [...mirror?.querySelectorAll('.line') ?? []]
        .filter((span) => !span.closest('[hidden]'))
        .map((span) => ({text: span.textContent, box: span.getBoundingClientRect().toJSON()}));
  });
  assert.ok(lines.length > 90);
  /** The first and last column and row with ink. @param {typeof plain} picture @param {DOMRect} box */
  const inkBox = ({pixel}, box) => {
    const ground = pixel(Math.round(box.x) - 1, Math.round(box.y) + 1).join();
    const ink = {left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity};
    for (let y = Math.ceil(box.top); y < box.bottom - 1; ++y) {
      for (let x = Math.floor(box.left); x < box.right + 2; ++x) {
        if (pixel(x, y).join() === ground) continue;
        ink.left = Math.min(ink.left, x);
        ink.right = Math.max(ink.right, x);
        ink.top = Math.min(ink.top, y);
        ink.bottom = Math.max(ink.bottom, y);
      }
    }
    return ink;
  };
  for (const {text, box} of lines) {
    const [drawn, real] = [inkBox(plain, box), inkBox(mirrored, box)];
    if (!Number.isFinite(drawn.left)) continue;  // an inverted tag: its ground is the ink's colour
    for (const side of /** @type {const} */ (['left', 'right', 'top', 'bottom'])) {
      assert.ok(Math.abs(drawn[side] - real[side]) <= 2, `“${text}”: ${side} ${drawn[side]} and ${real[side]}`);
    }
  }
  await page.close();
});

test('find-in-page finds headings, tasks and reasons, and brings them into view', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, `<div style="height: 3000px"></div>${widget}`);
  await page.evaluate(() => document.querySelector('task-scope')?.scrollIntoView());
  await waitForStatus(page, 'ready');
  await page.locator('button', {hasText: 'Show all reasons'}).click();
  await settle(page);
  for (const text
           of ['Market check', profile.tasks[0].name, profile.tasks[7].reason.slice(0, 20), 'BLS + karpathy/jobs']) {
    await page.evaluate(() => scrollTo(0, 0));
    const found = await page.evaluate(
        (wanted) => Reflect.apply(Reflect.get(window, 'find'), window, [wanted, false, false, true]), text);
    assert.ok(found, text);
    assert.ok(await page.evaluate(() => scrollY) > 2000, `${text} is not brought into view`);
  }
  await page.close();
});

test('what is selected across lines and paragraphs is copied as clean text', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, widget);
  await waitForStatus(page, 'ready');
  const {title, text} = profile.strategies[0];
  const selected = await page.evaluate((heading) => {
    const root = document.querySelector('task-scope')?.shadowRoot;
    const section = root?.querySelector(`section[aria-label="${heading}"]`);
    const selection = getSelection();
    if (!section || !selection) return '';
    selection.selectAllChildren(section);
    return selection.toString();
  }, title);
  assert.equal(selected.replace(/\s+/g, ' ').trim(), `${title} ${text}`);
  await page.close();
});

test('the accessibility tree holds every text of the profile', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, widget);
  await waitForStatus(page, 'ready');
  await page.locator('button', {hasText: 'Show all reasons'}).click();
  await settle(page);
  const client = await page.context().newCDPSession(page);
  const {nodes} = /** @type {{nodes: {role?: {value: string}, name?: {value: string}}[]}} */ (
      await client.send('Accessibility.getFullAXTree'));
  const spoken =
      nodes.filter(({role}) => role?.value === 'StaticText').map(({name}) => name?.value).join('').replace(/\s+/g, ' ');
  const texts = [
    profile.title,
    profile.summary,
    profile.market.summary,
    ...profile.tasks.flatMap(
        (/** @type {{name: string, reason: string, automation: number}} */ t) =>
            [t.name, t.reason, `${t.automation}%`]),
    ...profile.evidence.flatMap(
        (/** @type {{publisher: string, note: string, value: number}} */ e) => [e.publisher, e.note, `${e.value}%`]),
  ];
  for (const text of texts) assert.ok(spoken.includes(text.replace(/\s+/g, ' ')), text);
  const roles = new Set(nodes.map(({role}) => role?.value));
  for (const role of ['heading', 'region', 'list', 'listitem', 'table', 'row', 'cell', 'columnheader', 'button']) {
    assert.ok(roles.has(role), role);
  }
  await page.close();
});
