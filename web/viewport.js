// Which part of a tall box is on the screen, and when that changes.

/**
 * The part of `box` that the window shows, in the box's own CSS pixels, whatever its ancestors' transforms.
 * @param {HTMLElement} box
 * @returns {{top: number, bottom: number}}
 */
export function visiblePart(box) {
  const rect = box.getBoundingClientRect();
  const scale = rect.height / box.offsetHeight || 1;
  const top = Math.max(0, -rect.top / scale);
  const bottom = Math.min(box.offsetHeight, (window.innerHeight - rect.top) / scale);
  return {top, bottom: Math.max(top, bottom)};
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
