// Words, measured and painted by a 2D canvas as the browser would: the atlas is a canvas of all words that are drawn,
// which the GPU gets a copy of (web/renderer.js). Nothing is read back.

/** A rectangle that nothing is in. */
const nowhere = {
  left: Infinity,
  top: Infinity,
  right: 0,
  bottom: 0
};

/** Emoji, which keep their own colours. */
const emoji = /\p{Emoji_Presentation}|\uFE0F/u;

/** Letters of scripts that are written from right to left. */
/** The first letter decides. */
const rightToLeft = /^\P{L}*(?=\p{L})[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/u;

/** @returns {CanvasRenderingContext2D} */
function create2dContext() {
  const context = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  if (!context) throw new Error('This browser offers no 2D canvas.');
  return context;
}

export class Glyphs {
  #decoder = new TextDecoder();
  /** CSS font-family lists, by the numbers that the module knows them by. @type {Map<number, string>} */
  #families = new Map();
  #nextFamily = 0;
  #ruler = create2dContext();
  #atlas = create2dContext();
  /** What each context's font is: browsers read a font list anew each time that it is set. */
  #fonts = new Map();
  /** The part of the atlas that was painted since it was last taken. */
  #changed = {...nowhere};

  get atlas() {
    return this.#atlas.canvas;
  }

  /** The page's fonts are others now. */
  forgetFonts() {
    this.#fonts.clear();
  }

  /** What was painted since the last call, or since the atlas was started anew. */
  takeChange() {
    const changed = this.#changed;
    this.#changed = {...nowhere};
    return changed;
  }

  /**
   * The number under which the module knows a font-family list.
   * @param {string} list
   */
  family(list) {
    for (const [family, known] of this.#families) {
      if (known === list) return family;
    }
    this.#families.set(this.#nextFamily, list);
    return this.#nextFamily++;
  }

  /** Forgets all other lists. @param {Set<number>} used the numbers of those that widgets have */
  keepFamilies(used) {
    for (const family of this.#families.keys()) {
      if (!used.has(family)) this.#families.delete(family);
    }
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} family
   * @param {number} weight
   * @param {number} px
   */
  #setFont(context, family, weight, px) {
    const font = `${weight} ${px}px ${this.#families.get(family)}`;
    if (this.#fonts.get(context) === font) return;
    this.#fonts.set(context, font);
    context.font = font;
  }

  /**
   * A word's own direction decides on which side its punctuation stands; its pen starts at the left in any case.
   * @param {CanvasRenderingContext2D} context
   * @param {string} text
   */
  #setDirection(context, text) {
    const direction = rightToLeft.test(text) ? 'rtl' : 'ltr';
    if (context.textAlign !== 'left') context.textAlign = 'left';
    if (context.direction !== direction) context.direction = direction;
  }

  /**
   * Ascent and descent. Browsers round them, so that baselines lie on whole pixels; so do we.
   * @param {number} family
   * @param {number} weight
   * @param {number} px
   */
  fontMetrics(family, weight, px) {
    this.#setFont(this.#ruler, family, weight, px);
    const {fontBoundingBoxAscent, fontBoundingBoxDescent} = this.#ruler.measureText('x');
    return [Math.round(fontBoundingBoxAscent), Math.round(fontBoundingBoxDescent)];
  }

  /**
   * A word's advance, what it reaches to the left, right, above and below its pen, and 1 for an emoji.
   * @param {number} family
   * @param {number} weight
   * @param {number} px
   * @param {Uint8Array} utf8
   */
  measure(family, weight, px, utf8) {
    const text = this.#decoder.decode(utf8);
    const isAscii = text.length === utf8.length;  // neither emoji nor written from the right
    this.#setFont(this.#ruler, family, weight, px);
    this.#setDirection(this.#ruler, isAscii ? '' : text);
    const metrics = this.#ruler.measureText(text);
    return [
      metrics.width, metrics.actualBoundingBoxLeft, metrics.actualBoundingBoxRight, metrics.actualBoundingBoxAscent,
      metrics.actualBoundingBoxDescent, Number(!isAscii && emoji.test(text))
    ];
  }

  /**
   * @param {number} width
   * @param {number} height
   * @param {number} whiteX
   * @param {number} whiteY
   */
  resetAtlas(width, height, whiteX, whiteY) {
    Object.assign(this.#atlas.canvas, {width, height});  // which also clears it, and its font
    this.#fonts.delete(this.#atlas);
    this.#atlas.fillStyle = '#fff';
    this.#atlas.fillRect(whiteX, whiteY, 2, 2);
    this.#changed = {left: whiteX, top: whiteY, right: whiteX + 2, bottom: whiteY + 2};
  }

  /**
   * @param {number} family
   * @param {number} weight
   * @param {boolean} lightInk
   * @param {number} px
   * @param {Uint8Array} utf8
   * @param {boolean} coloured
   * @param {number} penX
   * @param {number} penY
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   */
  paint(family, weight, lightInk, px, utf8, coloured, penX, penY, x, y, width, height) {
    const context = this.#atlas;
    this.#setFont(context, family, weight, px);
    const text = this.#decoder.decode(utf8);
    this.#setDirection(context, text);
    context.clearRect(x, y, width, height);
    // Rasterisers weigh strokes by the ink's lightness: dark ink is painted black first, then turned white.
    context.fillStyle = lightInk ? '#fff' : '#000';
    context.fillText(text, x + penX, y + penY);
    if (!lightInk && !coloured) {
      context.globalCompositeOperation = 'source-atop';
      context.fillStyle = '#fff';
      context.fillRect(x, y, width, height);
      context.globalCompositeOperation = 'source-over';
    }
    this.#noteChange(x, y, x + width, y + height);
  }

  /**
   * @param {number} left
   * @param {number} top
   * @param {number} right
   * @param {number} bottom
   */
  #noteChange(left, top, right, bottom) {
    const changed = this.#changed;
    changed.left = Math.min(changed.left, left);
    changed.top = Math.min(changed.top, top);
    changed.right = Math.max(changed.right, right);
    changed.bottom = Math.max(changed.bottom, bottom);
  }
}
