// What the figures are to be, as ratios within one run: absolute times are the machine's as much as the program's.

/** @typedef {(row: string, contestant?: string) => number | undefined} Figure a median; Taskscope's, if not said */

/** @typedef {{what: string, most: string, ratio: (figure: Figure) => number, limit: number}} Target */

/** @param {number | undefined} a @param {number | undefined} b */
const divide = (a, b) => (a ?? NaN) / (b ?? NaN);

/**
 * Taskscope's figure, of another row if need be, against a peer's.
 * @param {string} row
 * @param {number} limit
 * @param {string} peer
 * @param {{own?: string, what?: string}} [more]
 * @returns {Target}
 */
const against = (row, limit, peer, {own = row, what = own} = {}) => ({
  what,
  most: `${limit} × ${peer}`,
  ratio: (figure) => divide(figure(own), figure(row, peer)),
  limit,
});

/**
 * @param {string} row
 * @param {number} limit
 * @param {string} most
 * @returns {Target}
 */
const below = (row, limit, most) => ({what: row, most, ratio: (figure) => figure(row) ?? NaN, limit});

const downloadRow = 'download, bytes brotli';
const aliveRow = '20 on a page: alive';
const idleCpuRow = 'idle: CPU, % of a core';
const slow4gRow = 'shown, slow 4G, ms';

/** The kernel counts CPU in ticks of 10 ms, of which some fall into a few idle seconds by chance. */
const idleNoise = 1;

/** @param {'linked' | 'inline'} style @returns {Target} */
const readable = (style) => against(`readable, slow 4G, static file, style ${style}, ms`, 1.1, 'Taskscope', {
  own: `readable, slow 4G, in the element, style ${style}, ms`,
});

/** What a catalogue's marks take, against who also draws them. @type {Target[]} */
const ofMarks = ['756 occupations', '20,000 occupations'].flatMap(
    (name) => ['shown, cold', 'shown, warm', 'main thread a hovered mark', 'main thread a zoom step'].flatMap(
        (what) => ['ECharts', 'vega-embed'].map((peer) => against(`${name}: ${what}, ms`, 1, peer))));

/** @type {Target[]} */
export const targets = [
  below(downloadRow, 131072, '131,072'),
  against('shown, cold, ms', 0.9, 'Chart.js'),
  against(slow4gRow, 1.3, 'Chart.js', {own: 'shown, slow 4G, preload hints, ms'}),
  against(slow4gRow, 1, 'ECharts'),
  {...readable('linked'), most: '1.1 × the static file'},
  {...readable('inline'), most: '1.1 × the static file'},
  against('main thread a mouse move, ms', 2, 'plain HTML'),
  below('idle: frames a second', 0, '0'),
  {
    what: idleCpuRow,
    most: `plain HTML + ${idleNoise}`,
    ratio: (figure) => (figure(idleCpuRow) ?? NaN) - (figure(idleCpuRow, 'plain HTML') ?? NaN),
    limit: idleNoise,
  },
  against('20 on a page: all shown, ms', 2, 'plain HTML'),
  {what: aliveRow, most: 'all 20', ratio: (figure) => 20 - (figure(aliveRow) ?? NaN), limit: 0},
  against('20 on a page: GPU process, MiB', 1.5, 'plain HTML'),
  against('10,000 tasks: shown, ms', 1.3, 'Chart.js'),
  against('10,000 tasks: shown, ms', 0.8, 'ECharts'),
  against('10,000 tasks: main thread a scrolled frame, ms', 1, 'Chart.js'),
  ...ofMarks,
];
export {downloadRow};
