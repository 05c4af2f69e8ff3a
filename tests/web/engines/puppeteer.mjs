// Drives Chromium and Firefox with Puppeteer: the one over its developer tools' protocol, the other over WebDriver
// BiDi.
import {setTimeout} from 'node:timers/promises';
import puppeteer from 'puppeteer-core';

import {startDisplay} from './processes.mjs';

/** @typedef {import('./browser.mjs').Driver} Driver */
/** @typedef {import('./browser.mjs').LaunchOptions} LaunchOptions */

const chromiumArguments = [
  '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'
];

/** @param {LaunchOptions} options */
export async function launchChromium({forcedColors, ratio = 1}) {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser =
      await puppeteer.launch({executablePath, args: [...chromiumArguments, `--force-device-scale-factor=${ratio}`]});
  return drive(browser, async (page) => {
    if (!forcedColors) return;
    const client = await page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', {features: [{name: 'forced-colors', value: 'active'}]});
  });
}

/** It has no WebGL2 without a display. @param {LaunchOptions} options */
export async function launchFirefox({forcedColors, ratio = 1}) {
  const display = await startDisplay();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    headless: false,
    env: {...process.env, DISPLAY: display.name, LIBGL_ALWAYS_SOFTWARE: '1'},
    extraPrefsFirefox: {
      'browser.display.document_color_use': forcedColors ? 2 : 1,
      'layout.css.devPixelsPerPx': `${ratio}`,
    },
  });
  browser.once('disconnected', display.end);
  return drive(browser);
}

/** @typedef {import('puppeteer-core').KeyInput} Key */

/**
 * Firefox 140 knows the viewport, but not the screen's orientation, which Puppeteer sets along with it.
 * @param {import('puppeteer-core').Page} page
 * @param {{width: number, height: number}} size
 */
async function setViewport(page, {width, height}) {
  const viewport = {width, height, deviceScaleFactor: 0};  // 0: the browser's own
  await page.setViewport(viewport).catch((error) => {
    if (!/unknown command emulation.setScreenOrientationOverride/.test(error.message)) throw error;
  });
  const fits = () => page.evaluate((w, h) => innerWidth === w && innerHeight === h, width, height);
  while (!await fits()) await setTimeout(20);  // waitForFunction evaluates texts, which the page may forbid
}

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {(page: import('puppeteer-core').Page) => Promise<void>} prepare what a page needs before it loads
 * @returns {Promise<Driver>}
 */
async function drive(browser, prepare = async () => {}) {
  let [page] = await browser.pages();
  /** @type {{width: number, height: number} | null} */
  let size = null;
  return {
    // Every page has a tab of its own, where no pointer rests and no key is down.
    goto: async (url) => {
      const before = page;
      page = await browser.newPage();
      await before.close();
      if (size) await setViewport(page, size);
      await prepare(page);
      await page.goto(url);
    },
    evaluate: (expression) => page.evaluate(expression),
    resize: async (width, height) => {
      size = {width, height};
      await setViewport(page, size);
    },
    press: async (keys) => {
      for (const key of keys) await page.keyboard.down(/** @type {Key} */ (key));
      for (const key of keys.reverse()) await page.keyboard.up(/** @type {Key} */ (key));
    },
    move: async (steps) => {
      for (const [kind, x, y] of steps) {
        if (kind === 'move') await page.mouse.move(x ?? 0, y ?? 0);
        if (kind === 'down') await page.mouse.down();
        if (kind === 'up') await page.mouse.up();
      }
    },
    tap: (x, y) => page.touchscreen.tap(x, y),
    wheel: async (x, y, deltaY) => {
      await page.mouse.move(x, y);
      await page.mouse.wheel({deltaY});
    },
    screenshot: async () => Buffer.from(await page.screenshot()),
    print: async () => {
      const margin = {top: 40, bottom: 40, left: 40, right: 40};
      return Buffer.from(await page.pdf({format: 'a4', margin}));
    },
    close: () => browser.close(),
  };
}
