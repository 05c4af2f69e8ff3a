// One way to drive three engines. Which one is the environment's choice: ENGINE=chromium, firefox or webkit.
import {after, before} from 'node:test';

import {Page} from './page.mjs';
import {launchChromium, launchFirefox} from './puppeteer.mjs';
import {Site} from './site.mjs';
import {launchWebKit} from './webdriver.mjs';

/** @typedef {['move', number, number] | ['down'] | ['up']} PointerStep lengths in CSS pixels of the window */

/**
 * What a driver does, with one page at a time. `evaluate` takes the source of an expression, waits for what it promises
 * and brings back what JSON can tell of it; `press` holds the keys down together.
 * @typedef {{
 *   goto(url: string): Promise<void>,
 *   evaluate(expression: string): Promise<any>,
 *   resize(width: number, height: number): Promise<void>,
 *   press(keys: string[]): Promise<void>,
 *   move(steps: PointerStep[]): Promise<void>,
 *   tap(x: number, y: number): Promise<void>,
 *   wheel(x: number, y: number, deltaY: number): Promise<void>,
 *   screenshot(): Promise<Buffer>,
 *   print(): Promise<Buffer>,
 *   close(): Promise<void>,
 * }} Driver
 */

/** `ratio` is that of device pixels to CSS pixels. @typedef {{forcedColors?: boolean, ratio?: number}} LaunchOptions */

const engines = {
  chromium: launchChromium,
  firefox: launchFirefox,
  webkit: launchWebKit
};

/**
 * What an engine cannot do, or its driver cannot make it do, and why: tests that need it are left out there.
 * @type {Record<keyof typeof engines, Partial<Record<Ability, string>>>}
 */
const limits = {
  chromium: {'find what is closed': 'only its find bar does, which no driver reaches; window.find does not'},
  firefox: {'parting focus': 'what is removed tells nobody that it had the focus'},
  webkit: {
    'find': 'window.find does not look into shadow roots',
    'find what is closed': 'window.find does not look into shadow roots',
    'forced colours': 'WebKit has none',
    'parting focus': 'what is removed tells nobody that it had the focus',
    'moving in place': 'it has no moveBefore()',
    'loose ends': 'a selection that ends below a card’s text, or between cards, jumps',
    'print': 'WebKitWebDriver does not print',
    'touch': 'WebKitWebDriver makes presses of a mouse of it',
  },
};

/**
 * @typedef {'find' | 'find what is closed' | 'forced colours' | 'loose ends' | 'moving in place' | 'parting focus' |
 * 'print' | 'touch'} Ability
 */

const engine = /** @type {keyof typeof engines} */ (process.env.ENGINE ?? 'chromium');
if (!engines[engine]) throw new Error(`ENGINE is ${engine}; it can be ${Object.keys(engines).join(', ')}`);

/** A test's options, if it cannot do without something that not every engine has. @param {Ability} ability */
export const needs = (ability) => ({skip: limits[engine][ability] ?? false});

/** @typedef {import('./site.mjs').PageOptions & {width?: number, height?: number, query?: string}} OpenOptions */

/**
 * A browser and a site for all tests of a file; they are there once its tests run. What comes back opens a page in the
 * place of the one before.
 * @param {LaunchOptions} [options]
 */
export function useBrowser(options = {}) {
  /** @type {Driver} */
  let driver;
  /** @type {Site} */
  let site;
  before(async () => [driver, site] = await Promise.all([engines[engine](options), Site.open()]));
  after(async () => {
    await driver?.close();
    await site?.close();
  });
  return async (
             /** @type {string} */ body,
             /** @type {OpenOptions} */ {width = 1200, height = 900, query = '', ...more} = {}) => {
    const {url, requests, files} = site.add(body, more);
    await driver.resize(width, height);
    await driver.goto(url + query);
    return Object.assign(new Page(driver), {requests, files});
  };
}
