// The page's one WebGL2 context and how its pictures get into the widgets' canvases. Browsers keep no more than 16
// contexts alive, so widgets share one: it draws off screen, and each picture moves into a widget's own canvas.

/** @typedef {OffscreenCanvas | HTMLCanvasElement} AnyCanvas */

const contextOptions = {
  alpha: true,
  antialias: false,  // Dear ImGui feathers its own edges
  depth: false,
  stencil: false,
  powerPreference: 'low-power',
};

/** @param {AnyCanvas} canvas */
const openContext = (canvas) =>
    /** @type {WebGL2RenderingContext | null} */ (canvas.getContext('webgl2', contextOptions));

export class Surface {
  /** @type {AnyCanvas} */
  #canvas;
  /** @type {WebGL2RenderingContext} */
  gl;
  /** The longest side that the GPU draws at once, in pixels. */
  longest;
  /** Whether the canvas can hand over its picture instead of having it copied. */
  #canTransfer;

  /**
   * @param {AnyCanvas} canvas
   * @param {WebGL2RenderingContext} gl the canvas's
   */
  constructor(canvas, gl) {
    this.#canvas = canvas;
    this.gl = gl;
    this.#canTransfer = !(canvas instanceof HTMLCanvasElement);
    this.longest = gl.getParameter(gl.MAX_TEXTURE_SIZE);
  }

  /** Null where the browser offers no WebGL2. */
  static open() {
    const candidates = [() => new OffscreenCanvas(1, 1), () => document.createElement('canvas')];
    if (!globalThis.OffscreenCanvas) candidates.shift();
    for (const create of candidates) {  // WebKitGTK has no WebGL2 on OffscreenCanvas
      const canvas = create();
      const gl = openContext(canvas);
      if (gl) return new Surface(canvas, gl);
    }
    return null;
  }

  /**
   * By how much a picture has to be drawn smaller to be drawn at all: 1 but on windows of many thousand pixels.
   * @param {number} width
   * @param {number} height
   */
  fit(width, height) {
    return Math.min(1, this.longest / Math.max(width, height, 1));
  }

  /**
   * Calls `lost` when the GPU takes the context away, and `restored` when it gives it back.
   * @param {() => void} lost
   * @param {() => void} restored
   */
  watch(lost, restored) {
    this.#canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();  // or it never comes back
      lost();
    });
    this.#canvas.addEventListener('webglcontextrestored', restored);
  }

  /**
   * Empties a widget's canvas: what nobody can see holds no pixels.
   * @param {HTMLCanvasElement} target
   */
  clear(target) {
    if (this.#canTransfer) {
      target.getContext('bitmaprenderer')?.transferFromImageBitmap(null);
    } else {
      Object.assign(target, {width: 0, height: 0});
    }
  }

  /**
   * Moves the picture into a widget's canvas.
   * @param {HTMLCanvasElement} target
   */
  present(target) {
    const source = this.#canvas;
    if (this.gl.isContextLost()) return;  // which the event is yet to tell
    if (this.#canTransfer && source instanceof OffscreenCanvas) {
      target.getContext('bitmaprenderer')?.transferFromImageBitmap(source.transferToImageBitmap());
      return;
    }
    Object.assign(target, {width: source.width, height: source.height});
    target.getContext('2d')?.drawImage(source, 0, 0);
  }
}
