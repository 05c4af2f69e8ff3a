// One widget in the module, and what a frame of it tells: the numbers are those of src/host/exports.cpp.
import {learn} from './languages.js';
import {MissingPart} from './module.js';
import {builtIn} from './words.js';

/** @typedef {import('./engine.js').Engine} Engine */
/** @typedef {import('./engine.js').FrameClient} FrameClient */

/**
 * What is wrong with a profile.
 * @typedef {{
 *   severity: 'error' | 'warning', code: string, pointer: string, line: number, column: number, message: string
 * }} Diagnostic
 */

/**
 * What a frame came to; lengths in device pixels.
 * @typedef {{
 *   contentHeight: number, showsHand: boolean, wantsAnother: boolean, stateChanged: boolean, recorded: boolean,
 *   recordedSliceOnly: boolean, awaitsPlay: boolean, hasRequest: boolean
 * }} FrameReport
 */

/**
 * The names of what pages may set about a widget's looks (src/view/theme.h).
 * @typedef {{colors: string[], lengths: string[]}} Tokens
 */

/**
 * How a widget is to look. Colours (0xAABBGGRR) and lengths (CSS pixels before the text scale) stand in the tokens'
 * order, null where the page leaves them as they are.
 * @typedef {{
 *   dark: boolean, textScale: number, devicePixelRatio: number, reducedMotion: boolean, moreContrast: boolean,
 *   fontFamily: string, colors: (number | null)[], lengths: (number | null)[]
 * }} Look
 */

const mustPaint = 1;
const mustRecord = 2;
const mustRecordAll = 4;
const mustSettle = 8;
const asPicture = 16;
const mustRecordChanges = 32;
const flags = {
  painted: 1,
  showsHand: 2,
  wantsAnother: 4,
  stateChanged: 8,
  recordedSliceOnly: 16,
  awaitsPlay: 32,
  hasRequest: 64,
  recorded: 128,
};

/** A frame that may not use the screen is as tall as its content: sections alone would be lost in it. */
const canPresent = () => document.fullscreenEnabled || parent === window;

/** How far a profile to compare with is that is not there. */
export const compared = {
  none: 0,
  awaited: 1,
  failed: 2,
};

/** One widget in the module. */
export class Widget {
  #engine;
  client;
  /** Nothing once the widget is gone. @type {number | null} */
  #handle;
  #isValid = false;
  #awaitsPlay = false;
  #hasPlay = false;
  /** What it speaks. */
  words = builtIn;
  /** The page's number for its font-family list. */
  family = -1;

  /**
   * @param {Engine} engine
   * @param {FrameClient} client
   */
  constructor(engine, client) {
    this.#engine = engine;
    this.client = client;
    this.#handle = engine.module.taskscope_create(Number(canPresent()));
  }

  destroy() {
    this.#engine.forget(this);
    this.#engine.module.taskscope_destroy(this.handle);
    this.#handle = null;
  }

  /** What the module knows it by. The memory of one that is gone may be another's, so that there is no way to it. */
  get handle() {
    if (this.#handle === null) throw new DOMException('This dashboard is gone.', 'InvalidStateError');
    return this.#handle;
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

  /**
   * Has the client's elements follow its picture, once pictures rest.
   * @param {number} rest for how long, in milliseconds
   */
  requestMirror(rest) {
    this.#engine.requestMirror(this.client, rest);
  }

  forgetFonts() {
    this.#engine.forgetFonts();
  }

  /**
   * Decodes a profile and shows it, unless it has errors: then the widget stays as it is.
   * @param {Uint8Array} utf8
   * @param {number} [place] 1 or 2 for a profile to compare with, 3 for one written for the occupation that is open
   * @returns {{isShown: boolean, diagnostics: Diagnostic[]}}
   */
  load(utf8, place = 0) {
    this.#write(utf8);
    const isShown = this.#engine.module.taskscope_load(this.handle, place) === 1;
    return {isShown, diagnostics: this.#diagnostics()};
  }

  /**
   * The same for a catalogue, which is shown as an overview; the module's second part has to be there.
   * @param {Uint8Array} utf8
   * @returns {{isShown: boolean, diagnostics: Diagnostic[]}}
   */
  loadCatalogue(utf8) {
    this.#write(utf8);
    const isShown = this.#engine.module.taskscope_load_catalogue(this.handle) === 1;
    return {isShown, diagnostics: this.#diagnostics()};
  }

  /**
   * Says how far a profile to compare with is.
   * @param {number} place 1 or 2
   * @param {number} status one of `compared`
   * @param {string} [problem] of one that failed: which it is and why
   */
  setStatus(place, status, problem = '') {
    this.#write(new TextEncoder().encode(problem));
    this.#engine.module.taskscope_set_status(this.handle, place, status);
    this.client.contentChanged();
  }

  /** What draws, for what is fetched later; null where nothing can. */
  get renderer() {
    return this.#engine.renderer;
  }

  /** Whether what draws panels and overviews is there. */
  get hasPlay() {
    return this.#hasPlay;
  }

  /** Fetches what draws the panels that readers open; then, or when that fails, this shows something else. */
  async fetchPlay() {
    if (this.#hasPlay) return;
    const words = this.words.module ? this.words : learn(this.words.tag, {isWhole: true});
    const parts = await Promise.all([words, this.#engine.awaitPlay()]).catch(reportError);
    if (this.#handle === null) return;
    if (parts && !this.words.module) this.speak(parts[0]);
    this.#hasPlay = Boolean(parts);
    this.#engine.module.taskscope_set_play(this.handle, Number(this.#hasPlay), Number('share' in navigator));
    this.client.contentChanged();
  }

  /** Has it say everything in a language. @param {import('./words.js').Words} words */
  speak(words) {
    // What is built in is less than the same language's file.
    const knowsMore = !words.module && words.tag === this.words.tag;
    if (this.words === words || knowsMore) return;
    this.words = words;
    this.#write(new TextEncoder().encode(words.module));
    this.#engine.module.taskscope_set_language(this.handle);
    this.client.contentChanged();
  }

  /** What the reader has changed, as JSON. */
  state() {
    return this.#engine.text(this.#engine.module.taskscope_state(this.handle));
  }

  /**
   * Brings back what the reader had changed.
   * @param {string} json
   * @returns {Diagnostic[]} what is wrong with it; where anything is, the widget stays as it is
   */
  setState(json) {
    this.#write(new TextEncoder().encode(json));
    return this.#engine.module.taskscope_set_state(this.handle) ? [] : this.#diagnostics();
  }

  /**
   * A state from JSON to a link's code, or back; nothing where it is neither, or before the module's second part is
   * there.
   * @param {string} state
   */
  translate(state) {
    this.#write(new TextEncoder().encode(state));
    return this.#engine.text(this.#engine.module.taskscope_translate(this.handle));
  }

  /** What the reader asks of the page (src/play/request.h). */
  request() {
    return this.#engine.text(this.#engine.module.taskscope_request(this.handle));
  }

  /**
   * Presents one section alone, or no longer.
   * @param {number} slide the section's number, from 0, or -1
   * @returns {string[]} what to tell as each section comes; nothing before the module's second part is there
   */
  present(slide) {
    return this.#engine.records(this.#engine.module.taskscope_present(this.handle, slide));
  }

  /** What became of it. @param {string} sentence */
  setNotice(sentence) {
    this.#write(new TextEncoder().encode(sentence));
    this.#engine.module.taskscope_set_notice(this.handle);
  }

  /** @param {Uint8Array} utf8 */
  #write(utf8) {
    const {module} = this.#engine;
    const address = module.taskscope_buffer(utf8.length);  // which may give memory another buffer
    new Uint8Array(module.memory.buffer, address).set(utf8);
  }

  #diagnostics() {
    return this.#engine.records(this.#engine.module.taskscope_diagnostics(this.handle)).map(readDiagnostic);
  }

  get tokens() {
    return this.#engine.tokens;
  }

  /** @param {number} level of the title's heading, 1 to 6 */
  setHeadingLevel(level) {
    this.#engine.module.taskscope_set_heading_level(this.handle, level);
  }

  /** @param {Look} look */
  setLook(look) {
    const {module, glyphs} = this.#engine;
    this.family = glyphs.family(look.fontFamily);
    this.#engine.forgetFamilies();
    module.taskscope_set_theme(
        this.handle, Number(look.dark), look.textScale * look.devicePixelRatio, look.devicePixelRatio,
        Number(look.reducedMotion), Number(look.moreContrast), this.family);
    look.colors.forEach((color, token) => {
      if (color !== null) module.taskscope_set_color(this.handle, token, color);
    });
    look.lengths.forEach((length, token) => {
      if (length !== null) module.taskscope_set_length(this.handle, token, length);
    });
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  movePointer(x, y) {
    this.#engine.module.taskscope_move_pointer(this.handle, x, y);
    this.requestFrame();
  }

  leavePointer() {
    this.#engine.module.taskscope_leave_pointer(this.handle);
    this.requestFrame();
  }

  /**
   * Does what pressing a node would do.
   * @param {string} id
   */
  activate(id) {
    this.#engine.module.taskscope_activate(this.handle, Number(id));
    this.requestFrame();
  }

  /**
   * Does what entering a text into a field, or a number into a slider, would do.
   * @param {string} id
   * @param {string} text
   */
  enter(id, text) {
    this.#write(new TextEncoder().encode(text));
    this.#engine.module.taskscope_enter(this.handle, Number(id));
    this.requestFrame();
  }

  /** @param {boolean} down */
  pressPointer(down) {
    this.#engine.module.taskscope_press_pointer(this.handle, Number(down));
    this.requestFrame();
  }

  /**
   * Draws a slice of the widget into `canvas`; without any height nothing is painted, but all the rest is as if it
   * were. Lengths are in device pixels; the window shows the widget from `screenTop` to `screenBottom`. Null where
   * there is something to paint and the GPU is away, or where a part of the module turns out to be.
   * @param {HTMLCanvasElement} canvas
   * @param {{width: number, top: number, height: number, screenTop: number, screenBottom: number}} slice
   * @param {{
   *   records?: boolean, recordsChanges?: boolean, all?: boolean, settles?: boolean, isPicture?: boolean
   * }} [options] whether to record what is shown, in any case or if the reader changed something, of long lists all
   *     rows, whether transitions jump to their ends, and whether what is there to be pressed alone stays out
   * @returns {FrameReport | null}
   */
  draw(canvas, {width, top, height, screenTop, screenBottom}, {records, recordsChanges, all, settles, isPicture} = {}) {
    const {module, surface} = this.#engine;
    if (height && !surface) return null;
    const fit = surface?.fit(width, height) ?? 1;
    const options = (this.#isValid ? 0 : mustPaint) | (records ? mustRecord : 0) |
        (recordsChanges ? mustRecordChanges : 0) | (all ? mustRecordAll : 0) | (settles ? mustSettle : 0) |
        (isPicture ? asPicture : 0);
    let pointer;
    try {
      pointer = module.taskscope_frame(
          this.handle, width, top, height, screenTop, screenBottom, fit, performance.now() / 1000, options);
    } catch (error) {
      if (!(error instanceof MissingPart)) throw error;
      reportError(error);
      this.#engine.drawWithPlay();
      return null;
    }
    const view = new DataView(module.memory.buffer, pointer, 8);
    const set = view.getInt32(4, true);
    if (height && set & flags.painted) surface?.present(canvas);
    this.#isValid = height > 0;
    const report = {
      contentHeight: view.getFloat32(0, true),
      showsHand: Boolean(set & flags.showsHand),
      wantsAnother: Boolean(set & flags.wantsAnother),
      stateChanged: Boolean(set & flags.stateChanged),
      recorded: Boolean(set & flags.recorded),
      recordedSliceOnly: Boolean(set & flags.recordedSliceOnly),
      awaitsPlay: Boolean(set & flags.awaitsPlay),
      hasRequest: Boolean(set & flags.hasRequest),
    };
    if (report.wantsAnother) this.requestFrame();
    if (report.awaitsPlay && !this.#awaitsPlay) this.fetchPlay();
    this.#awaitsPlay = report.awaitsPlay;
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
    return this.#engine.records(this.#engine.module.taskscope_elements(this.handle));
  }

  /** What the last press changed where the reader may not see it. */
  announcement() {
    return this.#engine.text(this.#engine.module.taskscope_announcement(this.handle));
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
