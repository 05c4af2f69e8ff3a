// What a page was asked for by what readers take away. Drivers cannot see the clipboard, downloads, the printer and the
// system's sheet, so they are stood in for.

/** @typedef {import('./page.mjs').Page} Page */

/**
 * What the page was asked for, in order.
 * @typedef {{kind: string, name?: string, type?: string, text?: string, bytes?: number[], files?: number}} Taken
 */

/** Notes what is copied, saved, printed and shared instead of doing it. */
export function standIn() {
  /** @type {Taken[]} */
  const taken = [];
  Object.assign(window, {taken});
  const clipboard = {writeText: async (/** @type {string} */ text) => void taken.push({kind: 'copy', text})};
  Object.defineProperty(navigator, 'clipboard', {configurable: true, value: clipboard});
  const share = async (/** @type {ShareData} */ {title, url, files}) =>
      void taken.push({kind: 'share', name: title, text: url, files: files?.length ?? 0});
  Object.defineProperty(navigator, 'share', {configurable: true, value: share});
  Object.defineProperty(navigator, 'canShare', {configurable: true, value: () => true});
  window.print = () => void taken.push({kind: 'print'});
  HTMLAnchorElement.prototype.click = async function() {
    const blob = await (await fetch(this.href)).blob();
    const bytes = [...new Uint8Array(await blob.arrayBuffer())];
    taken.push({kind: 'save', name: this.download, type: blob.type, bytes});
  };
}

/** Waits until the page was asked for as much, and gives the last. @param {Page} page @param {number} count */
export const lastTaken = (page, count) => page.waitFor((wanted) => {
  const taken = /** @type {Taken[]} */ (Reflect.get(window, 'taken'));
  return taken.length === wanted ? taken[wanted - 1] : null;
}, count);

/** @param {Taken} taken */
export const contentOf = ({bytes = []}) => Buffer.from(bytes).toString();
