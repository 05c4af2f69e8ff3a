// The page that a browser shows, as tests use it. All waiting is for conditions: a loaded machine only takes longer.
import {mkdirSync, writeFileSync} from 'node:fs';
import {setTimeout as pause} from 'node:timers/promises';

import {screenshots} from '../harness.mjs';

import {readPng} from './png.mjs';

const longestWait = 30_000;  // ms

/**
 * Tries until the check throws no more, or it has been long enough: then what it threw last is thrown.
 * @template T
 * @param {() => Promise<T>} check
 */
export async function eventually(check) {
  for (const end = Date.now() + longestWait;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await pause(50);
  }
}

export class Page {
  #driver;

  /** @param {import('./browser.mjs').Driver} driver */
  constructor(driver) {
    this.#driver = driver;
  }

  /**
   * Runs a function in the page. It sees nothing of the test but its arguments, which JSON has to be able to tell.
   * @template {any[]} A
   * @template R
   * @param {(...args: A) => R} run
   * @param {A} args
   * @returns {Promise<Awaited<R>>}
   */
  evaluate(run, ...args) {
    return this.#driver.evaluate(`(${run})(...${JSON.stringify(args)})`);
  }

  /**
   * Waits until a function in the page comes to something true, and gives that.
   * @template {any[]} A
   * @template R
   * @param {(...args: A) => R} run
   * @param {A} args
   */
  waitFor(run, ...args) {
    return eventually(async () => {
      const result = await this.evaluate(run, ...args);
      if (!result) throw new Error(`waited in vain for ${run} of ${JSON.stringify(args)}`);
      return result;
    });
  }

  /** Lets the page draw. */
  frames() {
    return this.evaluate(async () => {
      for (let i = 0; i < 3; ++i) await new Promise((done) => requestAnimationFrame(done));
    });
  }

  /** Presses keys together, as in `Shift+Tab`. @param {string} keys */
  press(keys) {
    return this.#driver.press(keys.split('+'));
  }

  /** @param {number} x @param {number} y */
  move(x, y) {
    return this.#driver.move([['move', x, y]]);
  }

  /** @param {number} x @param {number} y */
  click(x, y) {
    return this.#driver.move([['move', x, y], ['down'], ['up']]);
  }

  /** @param {[number, number]} from @param {[number, number]} to */
  drag([x, y], [toX, toY]) {
    /** @type {import('./browser.mjs').PointerStep[]} */
    const moves = [1, 2, 3, 4, 5, 6].map((i) => ['move', x + (toX - x) * i / 6, y + (toY - y) * i / 6]);
    return this.#driver.move([['move', x, y], ['down'], ...moves, ['up']]);
  }

  /** @param {number} x @param {number} y */
  tap(x, y) {
    return this.#driver.tap(x, y);
  }

  /** @param {number} x @param {number} y @param {number} deltaY */
  wheel(x, y, deltaY) {
    return this.#driver.wheel(x, y, deltaY);
  }

  async screenshot() {
    await this.frames();
    return this.#driver.screenshot();
  }

  async pixels() {
    return readPng(await this.screenshot());
  }

  /** Keeps a picture in build/screenshots, to be looked at. @param {string} name */
  async keepPicture(name) {
    mkdirSync(screenshots, {recursive: true});
    writeFileSync(`${screenshots}/${process.env.ENGINE ?? 'chromium'}-${name}.png`, await this.screenshot());
  }

  /** The page on paper, as PDF. */
  print() {
    return this.#driver.print();
  }

  /** What went wrong on the page: errors, in the console or not, and violations of its security policy. */
  problems() {
    return this.evaluate(() => /** @type {string[]} */ (Reflect.get(window, 'problems')));
  }
}
