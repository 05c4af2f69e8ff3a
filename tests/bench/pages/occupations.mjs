// The catalogues that overviews and scatter plots are drawn from: the shipped one, and one of more rows made of it.
import {readFileSync} from 'node:fs';

import {dist} from '../../web/harness.mjs';

import {page} from './document.mjs';

/**
 * What is read here of a catalogue (assets/catalogue.schema.json).
 * @typedef {{name: string, title: string, headline?: string, figures: (number | null)[]}} FigureColumn
 * @typedef {{
 *   title: string, groups: {codes: string[], titles: string[]},
 *   occupations: {codes: string[], titles: string[], groups: number[]},
 *   ratings: FigureColumn[], people: FigureColumn[], money: FigureColumn[], growth: FigureColumn[],
 *   tasks: Record<'core' | 'other', Record<string, number[]>>, related: {rows: number[][]}
 * }} Catalogue
 */

export const catalogueText = readFileSync(`${dist}/catalogue.json`, 'utf8');

/**
 * The shipped catalogue's rows over and over, no two of the same code, and each time with figures that differ a little.
 * What was not observed stays so.
 * @param {number} count
 * @returns {string}
 */
export function catalogueWithRows(count) {
  /** @type {Catalogue} */
  const catalogue = JSON.parse(catalogueText);
  const {occupations, tasks, related} = catalogue;
  const rows = occupations.codes.length;
  const lap = (/** @type {number} */ i) => Math.floor(i / rows);
  /**
   * @template T
   * @param {T[]} list
   * @param {(value: T, i: number) => T} [change]
   */
  const repeat = (list, change = (value) => value) => Array.from({length: count}, (_, i) => change(list[i % rows], i));
  // From 0 to 1, and another for each row of each column.
  let column = 0;
  const shift = (/** @type {number} */ i) => (Math.imul(i + 1, 2654435761 + 2 * column * 40503) >>> 8) / 2 ** 24;
  /**
   * @param {FigureColumn[]} columns
   * @param {(figure: number, shift: number) => number} change
   */
  const repeatFigures = (columns, change) => {
    for (const list of columns) {
      ++column;
      list.figures = repeat(list.figures, (figure, i) => figure && lap(i) ? change(figure, shift(i)) : figure);
    }
  };
  occupations.codes = repeat(occupations.codes, (code, i) => lap(i) ? `${code}/${lap(i)}` : code);
  occupations.titles = repeat(occupations.titles, (title, i) => lap(i) ? `${title}, ${lap(i)}` : title);
  occupations.groups = repeat(occupations.groups);
  const inShare = (/** @type {number} */ share) => Math.round(Math.min(1, Math.max(0.0001, share)) * 10000) / 10000;
  repeatFigures(catalogue.ratings, (share, by) => inShare(share + (by - 0.5) * 0.1));
  repeatFigures(catalogue.people, (people, by) => Math.max(1, Math.round(people * (0.5 + by))));
  repeatFigures(catalogue.money, (money, by) => Math.round(money * (0.9 + by / 5)));
  repeatFigures(catalogue.growth, (percent, by) => Math.round((percent + by) * 10) / 10);
  for (const levels of [tasks.core, tasks.other]) {
    for (const [level, counts] of Object.entries(levels)) levels[level] = repeat(counts);
  }
  related.rows = repeat(related.rows, (places, i) => places.map((place) => (place + lap(i) * rows) % count));
  related.rows = related.rows.map((places, i) => [...new Set(places)].filter((place) => place !== i));
  return JSON.stringify(catalogue);
}

/** As large as the overview's plot with its axes and legend on a page of 1,200 pixels. */
const style = `<style>main { padding: 20px; } h1 { margin: 0 0 8px; font-size: 22px; }
#plot { width: 1160px; height: 640px; }</style>`;

/**
 * A page whose script draws a scatter plot of the catalogue (pages/scatter.mjs).
 * @param {string} script its address
 * @param {string} catalogue its address
 */
export const scatterPage = (script, catalogue) => page(
    `${style}<script type="module" src="${script}"></script>`,
    `<main><h1>Occupations of the United States</h1><div id="plot" data-catalogue="${catalogue}"></div></main>`);
