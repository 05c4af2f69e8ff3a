// What the module asks of the page (src/host/page.h): words measured and painted by a 2D canvas, and the one WebGL2
// context. Words are painted into a canvas that mirrors the module's glyph atlas, and only what changed is uploaded;
// nothing is read back.

/** Emoji, which keep their own colours. */
const emoji = /\p{Emoji_Presentation}|\uFE0F/u;

/** Letters of scripts that are written from right to left. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/;

/** @returns {CanvasRenderingContext2D} */
function create2dContext() {
  const context = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  if (!context) throw new Error('This browser offers no 2D canvas.');
  return context;
}

export class Page {
  /** Null where nothing can be drawn, only measured. @type {WebGL2RenderingContext | null} */
  gl;
  #decoder = new TextDecoder();
  /** CSS font-family lists; the module knows them by their index. @type {string[]} */
  #families = [];
  #ruler = create2dContext();
  #atlas = create2dContext();
  /** The part of the atlas that was painted and not uploaded yet. */
  #changed = {left: Infinity, top: Infinity, right: 0, bottom: 0};

  /** @param {WebGL2RenderingContext | null} gl */
  constructor(gl) {
    this.gl = gl;
  }

  /**
   * The number under which the module knows a font-family list.
   * @param {string} list
   */
  family(list) {
    const known = this.#families.indexOf(list);
    return known >= 0 ? known : this.#families.push(list) - 1;
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} family
   * @param {number} weight
   * @param {number} px
   */
  #setFont(context, family, weight, px) {
    context.font = `${weight} ${px}px ${this.#families[family]}`;
  }

  /**
   * A word's own direction decides on which side its punctuation stands; its pen starts at the left in any case.
   * @param {CanvasRenderingContext2D} context
   * @param {string} text
   */
  #setDirection(context, text) {
    context.textAlign = 'left';
    context.direction = rightToLeft.test(text) ? 'rtl' : 'ltr';
  }

  /**
   * Browsers round a line's ascent and descent, so that baselines lie on whole pixels; so do we.
   * @param {number} family
   * @param {number} weight
   * @param {boolean} _lightInk
   * @param {number} px
   * @param {Float32Array} out
   */
  fontMetrics(family, weight, _lightInk, px, out) {
    this.#setFont(this.#ruler, family, weight, px);
    const metrics = this.#ruler.measureText('x');
    out[0] = Math.round(metrics.fontBoundingBoxAscent);
    out[1] = Math.round(metrics.fontBoundingBoxDescent);
  }

  /**
   * @param {number} family
   * @param {number} weight
   * @param {boolean} _lightInk
   * @param {number} px
   * @param {Uint8Array} utf8
   * @param {Float32Array} out
   */
  measure(family, weight, _lightInk, px, utf8, out) {
    const text = this.#decoder.decode(utf8);
    this.#setFont(this.#ruler, family, weight, px);
    this.#setDirection(this.#ruler, text);
    const metrics = this.#ruler.measureText(text);
    out[0] = metrics.width;
    out[1] = metrics.actualBoundingBoxLeft;
    out[2] = metrics.actualBoundingBoxRight;
    out[3] = metrics.actualBoundingBoxAscent;
    out[4] = metrics.actualBoundingBoxDescent;
    out[5] = Number(emoji.test(text));
  }

  /**
   * @param {number} width
   * @param {number} height
   * @param {number} whiteX
   * @param {number} whiteY
   */
  resetAtlas(width, height, whiteX, whiteY) {
    Object.assign(this.#atlas.canvas, {width, height});  // which also clears it
    this.#atlas.fillStyle = '#fff';
    this.#atlas.fillRect(whiteX, whiteY, 2, 2);
    this.#noteChange(0, 0, width, height);
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

  uploadAtlas() {
    const {left, top, right, bottom} = this.#changed;
    const gl = this.gl;
    if (!gl) return;
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, left);
    gl.pixelStorei(gl.UNPACK_SKIP_ROWS, top);
    gl.texSubImage2D(
        gl.TEXTURE_2D, 0, left, top, right - left, bottom - top, gl.RGBA, gl.UNSIGNED_BYTE, this.#atlas.canvas);
    this.#changed = {left: Infinity, top: Infinity, right: 0, bottom: 0};
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
