// A widget's whole content as an image file: drawn in pieces that the GPU can draw at once.

/** @typedef {import('./widget.js').Widget} Widget */

/** What every browser can make a canvas of: pixels on its longer side, and in all. */
const mostOnASide = 16_384;
const mostInAll = 2 ** 28;

/**
 * @param {Widget} widget whose look is set for the picture
 * @param {number} width in the picture's pixels
 * @param {{type: string, quality?: number}} format
 * @returns {Promise<Blob>}
 */
export function takePicture(widget, width, format) {
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
  return new Promise((resolve, reject) => {
    const failure = new DOMException('The picture could not be made.', 'EncodingError');
    picture.toBlob((blob) => blob ? resolve(blob) : reject(failure), format.type, format.quality);
  });
}
