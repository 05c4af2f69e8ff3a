// The first part of the module works without the data that stands in the second (web/tools/split_data.mjs): whatever
// lies in its place until that comes, everything is read, drawn, recorded and told alike.
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';

import {instantiate} from '../../web/module.js';
import {readSegments} from '../../web/tools/split_data.mjs';
import {Widget} from '../../web/widget.js';

import {dist, moduleFile, playFile} from './harness.mjs';

/** @typedef {import('../../web/engine.js').Engine} Engine */
/** @typedef {import('../../web/glyphs.js').Glyphs} Glyphs */

// What the page says of itself (web/widget.js).
Object.assign(globalThis, {document: {fullscreenEnabled: true}});

const compiled = new WebAssembly.Module(readFileSync(`${dist}/${moduleFile}`));
const second = readFileSync(`${dist}/${playFile}`);
const folder = `${dist}/profiles`;
const profiles =
    readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => readFileSync(`${folder}/${name}`));

/** Each letter is as wide as half its size. */
const glyphs = /** @type {Glyphs} */ (/** @type {unknown} */ ({
  family: () => 0,
  fontMetrics: (/** @type {number} */ _, /** @type {number} */ __, /** @type {number} */ px) => [px, px / 4],
  measure:
      (/** @type {number} */ _, /** @type {number} */ __, /** @type {number} */ px,
       /** @type {Uint8Array} */ text) => [px * text.length / 2, 0, px * text.length / 2, px, px / 4, 0],
  resetAtlas() {},
  paint() {},
  takeChange() {},
}));

/** Profiles with mistakes of all kinds: cut off, and with other bytes here and there. */
function* damaged() {
  for (const profile of profiles) {
    for (let length = 0; length < profile.length; length += 83) yield profile.subarray(0, length);
    let seed = 1;
    const next = (/** @type {number} */ below) => (seed = seed * 48271 % 0x7fffffff) % below;
    for (let i = 0; i < 400; ++i) {
      const copy = Buffer.from(profile);
      for (let changes = 1 + next(4); changes; --changes)
        copy[next(copy.length)] = '{}[],:"x\\ -0e9\x07\xC3'.charCodeAt(next(16));
      yield copy;
    }
  }
}

/**
 * Puts such a byte in the place of each that the second part would write.
 * @param {Uint8Array} memory the first part's
 * @param {number} byte
 * @returns {number} of how many
 */
function spoil(memory, byte) {
  let count = 0;
  for (const {start, length, place} of readSegments(second)) {
    for (let i = 0; i < length; ++i) {
      if (memory[start + i] === second[place + i]) continue;  // between two pieces that move one may stay
      memory[start + i] = byte;
      ++count;
    }
  }
  return count;
}

/**
 * A widget of the first part alone, with such bytes where the second part's data is to be.
 * @param {number} byte
 */
async function widgetWith(byte) {
  const module = await instantiate(compiled, glyphs, null);
  const memory = () => new Uint8Array(module.memory.buffer);
  assert.ok(spoil(memory(), byte) > 4096);
  const text = (/** @type {number} */ pointer) =>
      Buffer.from(memory().subarray(pointer, memory().indexOf(0, pointer))).toString();
  const engine = {
    module,
    glyphs,
    text,
    records: (/** @type {number} */ pointer) => text(pointer).split('\x1E').slice(0, -1),
    surface: {fit: () => 1, present() {}},
    requestFrame() {},
    forgetFamilies() {},
    drawWithPlay() {},
  };
  const client = {frame() {}, mirror() {}, contentChanged() {}, isDrawn: true};
  const widget = new Widget(/** @type {Engine} */ (/** @type {unknown} */ (engine)), client);
  return Object.assign(widget, {fetchPlay: async () => {}});  // which is awaited as long as the test goes
}

/** @param {Widget} widget @param {number} width */
function draw(widget, width) {
  const canvas = /** @type {HTMLCanvasElement} */ (/** @type {unknown} */ (null));
  const slice = {width, top: 0, height: 2000, screenTop: 0, screenBottom: 900};
  const report = widget.draw(canvas, slice, {records: true, all: true, settles: true});
  return [report, widget.elements(), widget.announcement(), widget.state()];
}

/** What is told, in short. @param {unknown} told */
const digest = (told) => createHash('sha256').update(JSON.stringify(told)).digest('base64');

/** Everything that the first part tells of its work. @param {number} byte */
async function outcomesWith(byte) {
  const widget = await widgetWith(byte);
  /** @type {string[]} */
  const outcomes = [];
  for (const profile of profiles) {
    outcomes.push(digest(widget.load(profile)));
    for (const [width, dark] of /** @type {const} */ ([[1200, false], [680, true], [240, false]])) {
      widget.setLook({
        dark,
        textScale: 1,
        devicePixelRatio: 1,
        reducedMotion: dark,
        moreContrast: dark,
        fontFamily: 'serif',
        colors: [],
        lengths: [],
      });
      outcomes.push(digest(draw(widget, width)));
      for (let y = 0; y < 2000; y += 50) {
        widget.movePointer(width / 3, y);
        if (y % 100 === 0) widget.pressPointer(y % 200 === 0);
        outcomes.push(digest(draw(widget, width)));
      }
      for (const raw of widget.elements().filter((element) => element.includes('\x1Fbutton\x1F'))) {
        widget.activate(raw.slice(0, raw.indexOf('\x1F')));
        outcomes.push(digest(draw(widget, width)));
      }
      const state = widget.state();
      for (let length = 0; length <= state.length; length += 3)
        outcomes.push(digest(widget.setState(state.slice(0, length))));
    }
  }
  for (const profile of damaged()) outcomes.push(digest(widget.load(profile).diagnostics));
  return outcomes;
}

test('the first part does without what stands in the second', async () => {
  const outcomes = await outcomesWith(0);
  assert.ok(new Set(outcomes).size > 200);
  for (const byte of [0x5A, 0xFF]) assert.deepEqual(await outcomesWith(byte), outcomes);
});
