// What the libraries' scatter plots have in common, in the browser: the catalogue's rows, and when they are drawn.

/** @typedef {import('./occupations.mjs').Catalogue} Catalogue */
/** @typedef {import('./occupations.mjs').FigureColumn} FigureColumn */

/**
 * A mark: two ratings in percent, employment, and what is told of it. What has no figure for an axis is not shown.
 * @typedef {{title: string, code: string, group: string, potential: number, adoption: number, employment: number}} Row
 */

/**
 * Draws the rows into the box and calls `drawn` once all are.
 * @typedef {(box: HTMLElement, rows: Row[], groups: string[], drawn: () => void) => void} DrawRows
 */

/** @param {FigureColumn[]} columns @param {string} headline */
const figuresOf = (columns, headline) => columns.find((column) => column.headline === headline)?.figures ?? [];

/** @param {Catalogue} catalogue @returns {Row[]} */
function rowsOf({occupations, groups, ratings, people}) {
  const potential = figuresOf(ratings, 'potential'), adoption = figuresOf(ratings, 'adoption');
  /** @type {Row[]} */
  const rows = [];
  occupations.codes.forEach((code, i) => {
    const across = potential[i], upward = adoption[i];
    if (across === null || upward === null) return;
    rows.push({
      title: occupations.titles[i],
      code,
      group: groups.titles[occupations.groups[i]],
      potential: across * 100,
      adoption: upward * 100,
      employment: people[0].figures[i] ?? 0,
    });
  });
  return rows;
}

/** @param {DrawRows} draw */
export async function drawScatter(draw) {
  const box = /** @type {HTMLElement} */ (document.getElementById('plot'));
  /** @type {Catalogue} */
  const catalogue = await (await fetch(box.dataset.catalogue ?? '')).json();
  draw(box, rowsOf(catalogue), catalogue.groups.titles, whenShown(1));
}
