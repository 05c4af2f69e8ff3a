// The page's one instance of the module, and the frames of all widgets. A frame is drawn only when a widget asks for
// one; while none does, not even an animation frame is pending.
import createTaskscope from 'taskscope.mjs';

import {Page} from './page.js';
import {Surface} from './surface.js';

/** @typedef {import('taskscope.mjs').TaskscopeModule} TaskscopeModule */

/**
 * What is wrong with a profile.
 * @typedef {{
 *   severity: 'error' | 'warning', code: string, pointer: string, line: number, column: number, message: string
 * }} Diagnostic
 */

/**
 * What a widget gives the engine: `frame` draws by calling Widget.draw, `contentChanged` hears that texts have other
 * sizes.
 * @typedef {{frame(): void, contentChanged(): void}} FrameClient
 */

/**
 * What a frame came to; lengths in device pixels.
 * @typedef {{
 *   contentHeight: number, showsHand: boolean, wantsAnother: boolean, stateChanged: boolean, recordedSliceOnly: boolean
 * }} FrameReport
 */

/**
 * How a widget is to look.
 * @typedef {{
 *   dark: boolean, textScale: number, devicePixelRatio: number, reducedMotion: boolean, moreContrast: boolean,
 *   fontFamily: string
 * }} Look
 */

const mustPaint = 1;
const mustRecord = 2;
const mustRecordAll = 4;
const mustSettle = 8;
const flags = {
  painted: 1,
  showsHand: 2,
  wantsAnother: 4,
  stateChanged: 8,
  recordedSliceOnly: 16,
};

export class Engine {
  #module;
  #page;
  #surface;
  #decoder = new TextDecoder();
  /** @type {Set<FrameClient>} */
  #waiting = new Set();
  /** @type {Set<Widget>} */
  #widgets = new Set();
  #animationFrame = 0;
  #contextIsLost = false;

  /**
   * @param {TaskscopeModule} module
   * @param {Page} page
   * @param {Surface | null} surface null where there is no WebGL2
   */
  constructor(module, page, surface) {
    this.#module = module;
    this.#page = page;
    this.#surface = surface;
    if (surface) {
      module._taskscope_start();
      surface.watch(() => this.#contextIsLost = true, () => this.#restoreContext());
    }
    // Fonts that arrive late change the width of every word.
    document.fonts.addEventListener('loadingdone', () => this.forgetFonts());
  }

  /** @param {FrameClient} client */
  createWidget(client) {
    const widget = new Widget(this, client);
    this.#widgets.add(widget);
    return widget;
  }

  /** @param {Widget} widget */
  forget(widget) {
    this.#widgets.delete(widget);
    this.#waiting.delete(widget.client);
  }

  /** @param {FrameClient} client */
  requestFrame(client) {
    this.#waiting.add(client);
    this.#animationFrame ||= requestAnimationFrame(() => this.#runFrames());
  }

  #runFrames() {
    this.#animationFrame = 0;
    const clients = [...this.#waiting];
    this.#waiting.clear();
    for (const client of clients) {
      try {
        client.frame();
      } catch (error) {
        reportError(error);  // one widget's trouble is not the others'
      }
    }
  }

  #restoreContext() {
    this.#contextIsLost = false;
    this.#module._taskscope_start();
    this.#repaintAll();
  }

  /** The page's fonts, or a widget's, are others now. */
  forgetFonts() {
    this.#module._taskscope_forget_fonts();
    for (const widget of this.#widgets) this.#module._taskscope_forget_text(widget.handle);
    this.#repaintAll();
  }

  #repaintAll() {
    for (const widget of this.#widgets) {
      widget.invalidate();
      widget.client.contentChanged();
      this.requestFrame(widget.client);
    }
  }

  get module() {
    return this.#module;
  }

  get page() {
    return this.#page;
  }

  /** Null where there is none, or none at present. */
  get surface() {
    return this.#contextIsLost ? null : this.#surface;
  }

  get canDraw() {
    return Boolean(this.#surface);
  }

  /**
   * Reads one of the module's C strings.
   * @param {number} pointer
   */
  text(pointer) {
    const heap = this.#module.HEAPU8;
    return this.#decoder.decode(heap.subarray(pointer, heap.indexOf(0, pointer)));
  }

  /**
   * Reads a C string of records.
   * @param {number} pointer
   */
  records(pointer) {
    return this.text(pointer).split('\x1E').slice(0, -1);
  }
}

/** One widget in the module. */
export class Widget {
  #engine;
  client;
  handle;
  #isValid = false;

  /**
   * @param {Engine} engine
   * @param {FrameClient} client
   */
  constructor(engine, client) {
    this.#engine = engine;
    this.client = client;
    this.handle = engine.module._taskscope_create();
  }

  destroy() {
    this.#engine.forget(this);
    this.#engine.module._taskscope_destroy(this.handle);
  }

  /** The longest side of a picture that is drawn at full size, in device pixels. */
  get longestSide() {
    return this.#engine.surface?.longest ?? 0;
  }

  /** Whether there is a GPU, or something that stands in for it. */
  get canDraw() {
    return this.#engine.canDraw;
  }

  /** The next frame paints even what looks the same. */
  invalidate() {
    this.#isValid = false;
  }

  requestFrame() {
    this.#engine.requestFrame(this.client);
  }

  forgetFonts() {
    this.#engine.forgetFonts();
  }

  /**
   * Decodes a profile and shows it, unless it has errors: then the widget stays as it is.
   * @param {Uint8Array} utf8
   * @returns {{isShown: boolean, diagnostics: Diagnostic[]}}
   */
  load(utf8) {
    const {module} = this.#engine;
    const buffer = module._taskscope_buffer(utf8.length);
    module.HEAPU8.set(utf8, buffer);
    const isShown = module._taskscope_load(this.handle) === 1;
    const records = this.#engine.records(module._taskscope_diagnostics(this.handle));
    return {isShown, diagnostics: records.map(readDiagnostic)};
  }

  /** @param {Look} look */
  setLook(look) {
    const {module, page} = this.#engine;
    module._taskscope_set_theme(
        this.handle, Number(look.dark), look.textScale * look.devicePixelRatio, look.devicePixelRatio,
        Number(look.reducedMotion), Number(look.moreContrast), page.family(look.fontFamily));
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  movePointer(x, y) {
    this.#engine.module._taskscope_move_pointer(this.handle, x, y);
    this.requestFrame();
  }

  leavePointer() {
    this.#engine.module._taskscope_leave_pointer(this.handle);
    this.requestFrame();
  }

  /**
   * Does what pressing a node would do.
   * @param {string} id
   */
  activate(id) {
    this.#engine.module._taskscope_activate(this.handle, Number(id));
    this.requestFrame();
  }

  /** @param {boolean} down */
  pressPointer(down) {
    this.#engine.module._taskscope_press_pointer(this.handle, Number(down));
    this.requestFrame();
  }

  /**
   * Draws a slice of the widget into `canvas`; without any height nothing is painted, but all the rest is as if it
   * were. Lengths are in device pixels; the window shows the widget from `screenTop` to `screenBottom`. Null where
   * there is something to paint and the GPU is away.
   * @param {HTMLCanvasElement} canvas
   * @param {{width: number, top: number, height: number, screenTop: number, screenBottom: number}} slice
   * @param {{records?: boolean, all?: boolean, settles?: boolean}} [options] whether to record what is shown, of long
   *     lists all rows, and whether transitions jump to their ends
   * @returns {FrameReport | null}
   */
  draw(canvas, {width, top, height, screenTop, screenBottom}, {records, all, settles} = {}) {
    const {module, surface} = this.#engine;
    if (height && !surface) return null;
    const fit = surface?.fit(width, height) ?? 1;
    if (height) surface?.resize(Math.round(width * fit), Math.round(height * fit));
    const options = (this.#isValid ? 0 : mustPaint) | (records ? mustRecord : 0) | (all ? mustRecordAll : 0) |
        (settles ? mustSettle : 0);
    const pointer = module._taskscope_frame(
        this.handle, width, top, height, screenTop, screenBottom, fit, performance.now() / 1000, options);
    const view = new DataView(module.HEAPU8.buffer, pointer, 8);
    const set = view.getInt32(4, true);
    if (height && set & flags.painted) surface?.present(canvas);
    this.#isValid = height > 0;
    const report = {
      contentHeight: view.getFloat32(0, true),
      showsHand: Boolean(set & flags.showsHand),
      wantsAnother: Boolean(set & flags.wantsAnother),
      stateChanged: Boolean(set & flags.stateChanged),
      recordedSliceOnly: Boolean(set & flags.recordedSliceOnly),
    };
    if (report.wantsAnother) this.requestFrame();
    return report;
  }

  /**
   * Gives up the picture that was drawn into `canvas`.
   * @param {HTMLCanvasElement} canvas
   */
  clear(canvas) {
    this.#engine.surface?.clear(canvas);
    this.invalidate();
  }

  /** What the last frame that was drawn with `records` showed, for the mirror to read. */
  elements() {
    return this.#engine.records(this.#engine.module._taskscope_elements(this.handle));
  }

  /** What the last press changed where the reader may not see it. */
  announcement() {
    return this.#engine.text(this.#engine.module._taskscope_announcement(this.handle));
  }
}

/**
 * @param {string} record
 * @returns {Diagnostic}
 */
function readDiagnostic(record) {
  const [severity, code, pointer, line, column, message] = record.split('\x1F');
  return {
    severity: /** @type {'error' | 'warning'} */ (severity),
    code,
    pointer,
    line: Number(line),
    column: Number(column),
    message,
  };
}

/**
 * Fetches and starts the module.
 * @param {URL} wasm
 */
async function startEngine(wasm) {
  const response = fetch(wasm);
  const surface = Surface.open();
  const page = new Page(surface?.gl ?? null);
  const answer = await response;
  if (!answer.ok) throw new Error(`The server answered ${answer.status} for ${wasm.pathname}.`);
  const compiled = await compile(answer);
  const module = await instantiate(compiled, page);
  return new Engine(module, page, surface);
}

/**
 * The glue waits for ever for an instance that cannot be made, so its failure has to be told here.
 * @param {WebAssembly.Module} compiled
 * @param {Page} page
 * @returns {Promise<TaskscopeModule>}
 */
function instantiate(compiled, page) {
  return new Promise((resolve, reject) => {
    const instantiateWasm = (/** @type {WebAssembly.Imports} */ imports, /** @type {Function} */ done) => {
      WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled), reject);
      return {};
    };
    createTaskscope({page, instantiateWasm}).then(resolve, reject);
  });
}

/**
 * Compiles while the download runs, where the server names the type as it should.
 * @param {Response} answer
 */
async function compile(answer) {
  const isWasm = answer.headers.get('Content-Type')?.startsWith('application/wasm');
  return isWasm ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

/** @type {Promise<Engine> | null} */
let engine = null;

/** The page's engine, started by whoever asks first. A start that failed is tried again by the next who asks. */
export function theEngine() {
  engine ??= startEngine(new URL('taskscope.wasm', import.meta.url)).catch((error) => {
    engine = null;
    throw error;
  });
  return engine;
}
