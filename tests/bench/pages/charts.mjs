// What the libraries' pages have in common, in the browser: where charts go, and how a long list is scrolled. A canvas
// has its limits, so of many rows it gets those in the window; that is quicker with each library than its own means of
// showing a range of all rows.

/** @typedef {import('./content.mjs').Bar} Bar */

/**
 * Draws the bars into the box, calls `drawn` once they are, and returns what shows others in their place.
 * @typedef {(box: HTMLElement, bars: Bar[], drawn: () => void) => (bars: Bar[]) => void} Draw
 */

const rowHeight = 40;
const mostRows = 22;  // as many as a window has room for

/**
 * Shows the rows in view, once a frame.
 * @param {HTMLElement} frame as tall as all rows
 * @param {Bar[]} rows
 * @param {(bars: Bar[]) => void} show
 */
function followScroll(frame, rows, show) {
  let first = 0;
  let pending = 0;
  const update = () => {
    pending = 0;
    const inView = Math.floor(-frame.getBoundingClientRect().top / rowHeight);
    const now = Math.max(0, Math.min(rows.length - mostRows, inView));
    if (now === first) return;
    first = now;
    show(rows.slice(first, first + mostRows));
  };
  addEventListener('scroll', () => pending ||= requestAnimationFrame(update), {passive: true});
}

/** @param {Draw} draw */
export function drawCharts(draw) {
  const frames = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-chart]'));
  const bars = JSON.parse(document.getElementById('bars')?.textContent ?? '');
  const drawn = whenShown(frames.length);
  for (const frame of frames) {
    /** @type {Bar[]} */
    const rows = bars[frame.dataset.chart ?? ''];
    const first = rows.slice(0, mostRows);
    const box = /** @type {HTMLElement} */ (frame.querySelector(':scope > div > div'));
    frame.style.height = `${rows.length * rowHeight}px`;
    box.style.height = `${first.length * rowHeight}px`;
    const show = draw(box, first, drawn);
    if (rows.length > mostRows) followScroll(frame, rows, show);
  }
}
