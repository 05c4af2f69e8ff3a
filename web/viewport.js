// Which part of a tall box is on the screen, and when that changes.

/**
 * The part of `box` that can be seen, in the box's own CSS pixels, whatever its ancestors' transforms.
 * @param {HTMLElement} box
 * @param {HTMLElement} scroller holds the box, and may be a window of its own on it
 * @returns {{top: number, bottom: number}}
 */
export function visiblePart(box, scroller) {
  const rect = box.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  const scale = rect.height / box.offsetHeight || 1;
  const top = Math.max(0, Math.max(0, frame.top) - rect.top) / scale;
  const bottom = Math.min(rect.bottom, window.innerHeight, frame.bottom) - rect.top;
  return {top, bottom: Math.max(top, bottom / scale)};
}

/**
 * Whether anything of an element is in the window.
 * @param {HTMLElement} element
 */
export function isOnScreen(element) {
  const {top, bottom, width} = element.getBoundingClientRect();
  return width > 0 && bottom > 0 && top < window.innerHeight;
}

/**
 * Calls `changed` once whenever the pixel ratio changes. Returns a function that stops it.
 * @param {() => void} changed
 */
export function watchPixelRatio(changed) {
  let query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  const listener = () => {
    query.removeEventListener('change', listener);
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', listener);
    changed();
  };
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
