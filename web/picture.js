// A widget's whole content as a picture, drawn in pieces that the GPU can draw at once, and that as an image file. What
// the reader does meanwhile waits for the next frame (src/view/dashboard.cpp), so pictures have nothing to report.

/** @typedef {import('./widget.js').Widget} Widget */

/** What every browser can make a canvas of: pixels on its longer side, and in all. */
const mostOnASide = 16_384;
const mostInAll = 2 ** 28;

/**
 * @param {Widget} widget whose look is set for the picture
 * @param {number} width in the picture's pixels
 */
export function drawPicture(widget, width) {
  if (!widget.canDraw || !widget.longestSide) throw new DOMException('Nothing can be drawn here.', 'NotSupportedError');
  const piece = document.createElement('canvas');
  const picture = document.createElement('canvas');
  const context = /** @type {CanvasRenderingContext2D} */ (picture.getContext('2d'));
  const draw = (/** @type {number} */ top, /** @type {number} */ height) => {
    const slice = {width, top, height, screenTop: top, screenBottom: top + height};
    return widget.draw(piece, slice, {settles: true, isPicture: true})?.contentHeight ?? 0;
  };
  const height = draw(0, 0);
  if (width > widget.longestSide || height > mostOnASide || width * height > mostInAll) {
    throw new RangeError(
        `A picture of ${width} by ${height} pixels is more than browsers can make. Take a lesser scale.`);
  }
  Object.assign(picture, {width, height});
  for (let top = 0; top < height; top += widget.longestSide) {
    widget.invalidate();
    draw(top, Math.min(widget.longestSide, height - top));
    context.drawImage(piece, 0, top);
  }
  widget.clear(piece);
  return picture;
}

/**
 * @param {HTMLCanvasElement} picture
 * @param {{type: string, quality?: number}} format
 * @returns {Promise<Blob>}
 */
export const fileOf = (picture, {type, quality}) => new Promise((resolve, reject) => {
  const failure = new DOMException('The picture could not be made.', 'EncodingError');
  picture.toBlob((blob) => blob ? resolve(blob) : reject(failure), type, quality);
});
