// Whether what a widget's mirror says is what its canvas shows: looks for ink where the words are.
import assert from 'node:assert/strict';

import {eventually} from './page.mjs';

/** @typedef {import('./page.mjs').Page} Page */
/** @typedef {ReturnType<typeof import('./png.mjs').readPng>} Picture */

/** A line of a text, and where it is in the window. @typedef {DOMRect & {words: string}} Line */

/** The lines of the first widget that the window shows in full. @param {Page} page @returns {Promise<Line[]>} */
export const visibleLines = (page) => page.evaluate(() => {
  const root = document.querySelector('task-scope')?.shadowRoot;
  const lines = [...root?.querySelectorAll('.mirror .line') ?? []].filter((line) => !line.closest('[hidden]'));
  const boxes = lines.map((line) => ({...line.getBoundingClientRect().toJSON(), words: line.textContent}));
  return boxes.filter(({top, bottom, width}) => top >= 0 && bottom <= innerHeight && width > 0);
});

/**
 * The first and last column and row of a box that hold ink; null without any.
 * @param {Picture} picture
 * @param {DOMRect} box
 */
export function inkOf({pixel, width}, box) {
  const paper = pixel(Math.max(0, Math.round(box.left) - 1), Math.round(box.top) + 1).join();
  const columns = [];
  const rows = [];
  for (let y = Math.ceil(box.top); y < box.bottom - 1; ++y) {
    for (let x = Math.floor(box.left); x < Math.min(width, box.right + 2); ++x) {
      if (pixel(x, y).join() === paper) continue;
      columns.push(x);
      rows.push(y);
    }
  }
  if (!columns.length) return null;
  return {left: Math.min(...columns), right: Math.max(...columns), top: Math.min(...rows), bottom: Math.max(...rows)};
}

/** Waits until every line that the window should show is drawn; gives those lines. @param {Page} page */
export const waitUntilDrawn = (page) => eventually(async () => {
  const picture = await page.pixels();
  const lines = await visibleLines(page);
  assert.ok(lines.length > 0, 'the window shows no line');
  for (const line of lines) assert.ok(inkOf(picture, line), `“${line.words}” is not drawn`);
  return lines;
});
