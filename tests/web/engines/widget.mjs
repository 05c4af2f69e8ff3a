// What the tests ask of the widgets on a page.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';

import {firstProfile, repository} from '../harness.mjs';

/** @typedef {import('./page.mjs').Page} Page */

export const profileText = readFileSync(`${repository}assets/${firstProfile}`, 'utf8');
export const profile = JSON.parse(profileText);
/** Those far below the window load too. */
export const widget = `<task-scope loading="eager" src="${firstProfile}"></task-scope>`;

/**
 * Waits until the nth widget has a status and, once it is ready, until its mirror has followed.
 * @param {Page} page
 * @param {string} status
 */
export async function waitForStatus(page, status, nth = 0) {
  await page.waitFor((wanted, n) => {
    const element = document.querySelectorAll('task-scope')[n];
    const isMirrored = [element, element?.shadowRoot].some((root) => root?.querySelector('.mirror *'));
    return element?.status === wanted && (wanted !== 'ready' || isMirrored || !element.clientWidth);
  }, status, nth);
  await page.frames();
}

/**
 * A name for what stands in a widget: the first element of its shadow root that fits the selector and, if that is
 * given, whose words are the text.
 * @typedef {{selector: string, text?: string, nth?: number}} Target
 */

/** Where the first such element is in the window. @param {Page} page @param {Target} target */
export const boxOf = (page, {selector, text, nth = 0}) => page.waitFor((wanted, words, n) => {
  const root = document.querySelectorAll('task-scope')[n]?.shadowRoot;
  const fits = (/** @type {Element} */ element) => words === null || element.textContent?.trim() === words;
  const box = [...root?.querySelectorAll(wanted) ?? []].find(fits)?.getBoundingClientRect();
  return box && /** @type {DOMRect} */ (box.toJSON());
}, selector, text ?? null, nth);

/** Brings it to the middle of the window, and tells where it is then. @param {Page} page @param {Target} target */
export async function bringIntoView(page, target) {
  const {top, bottom} = await boxOf(page, target);
  await page.evaluate((middle) => scrollBy(0, middle - innerHeight / 2), (top + bottom) / 2);
  await page.frames();
  return boxOf(page, target);
}

/** Presses its left part. @param {Page} page @param {Target} target */
export async function clickOn(page, target) {
  const {left, top, bottom} = await bringIntoView(page, target);
  await page.click(left + 10, (top + bottom) / 2);
}

/** The same by a finger. @param {Page} page @param {Target} target */
export async function tapOn(page, target) {
  const {left, top, bottom} = await bringIntoView(page, target);
  await page.tap(left + 10, (top + bottom) / 2);
}

/** A task's button. @param {{name: string}} task @returns {Target} */
export const buttonOf = ({name}) => ({selector: 'button[aria-expanded]', text: name});

/** Waits until as many tasks are open as wanted. @param {Page} page @param {number} count */
export const waitForOpenTasks = (page, count, nth = 0) => page.waitFor((wanted, n) => {
  const root = document.querySelectorAll('task-scope')[n].shadowRoot;
  return root?.querySelectorAll('[aria-expanded=true]').length === wanted;
}, count, nth);

/** The nth widget's height in CSS pixels. @param {Page} page */
export const heightOf = (page, nth = 0) =>
    page.evaluate((n) => document.querySelectorAll('task-scope')[n].clientHeight, nth);

/** All that the nth widget's mirror says, closed reasons too. @param {Page} page @returns {Promise<string>} */
export const textOf = (page, nth = 0) => page.evaluate((n) => {
  const mirror = document.querySelectorAll('task-scope')[n].shadowRoot?.querySelector('.mirror');
  return mirror?.textContent?.replace(/\s+/g, ' ') ?? '';
}, nth);

/** What the nth widget's notice says; nothing where there is none. @param {Page} page @returns {Promise<string>} */
export const noticeOf = (page, nth = 0) => page.evaluate((n) => {
  const notice = document.querySelectorAll('task-scope')[n].shadowRoot?.querySelector('.notice');
  return notice instanceof HTMLElement ? notice.innerText : '';
}, nth);

/**
 * The words, or the name, of what has the focus, in whatever shadow root. @param {Page}
 * page @returns {Promise<string>}
 */
export const focusedText = (page) => page.evaluate(() => {
  const host = document.activeElement;
  const element = host?.shadowRoot?.activeElement ?? host;
  return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
});

/** Waits until a widget says something. @param {Page} page @param {string} text */
export const waitForText = (page, text) => page.waitFor((wanted) => {
  const mirror = document.querySelector('task-scope')?.shadowRoot?.querySelector('.mirror');
  return (mirror?.textContent?.replace(/\s+/g, ' ') ?? '').includes(wanted);
}, text);

/** What the reader has changed. @param {Page} page */
export const stateOf = (page) => page.evaluate(() => document.querySelector('task-scope')?.state);

/** @param {Page} page @param {object} state what the reader is to have changed */
export const setState = (page, state) => page.evaluate((value) => {
  const element = document.querySelector('task-scope');
  if (element) element.state = value;
}, state);

/** Opens the page anew at that fragment. @param {Page} page @param {string} hash */
export async function follow(page, hash) {
  await page.evaluate((fragment) => {
    Object.assign(window, {isBefore: true});
    location.hash = fragment;
    location.reload();
  }, hash);
  await page.waitFor(() => !('isBefore' in window));
  await waitForStatus(page, 'ready');
}

/** Tabs until the focus is on what has these words. @param {Page} page @param {RegExp} words */
export async function tabTo(page, words) {
  for (let i = 0; i < 80 && !words.test(await focusedText(page)); ++i) await page.press('Tab');
  assert.match(await focusedText(page), words);
}
