// The page's one instance of the module, and the frames of all widgets. A frame is drawn only when a widget asks for
// one; while none does, not even an animation frame is pending.
import {fetchModule} from './fetch-module.js';
import {fetchShare} from './fetch-share.js';
import {Glyphs} from './glyphs.js';
import {instantiate, join} from './module.js';
import {Renderer} from './renderer.js';
import {Surface} from './surface.js';
import {Widget} from './widget.js';

/** @typedef {import('./module_exports.js').TaskscopeModule} TaskscopeModule */

/**
 * What a widget gives the engine: `frame` draws by calling Widget.draw, `mirror` does so and makes the picture's
 * elements what it shows, `contentChanged` hears that texts have other sizes; `isDrawn` says whether anything is seen.
 * @typedef {{frame(): void, mirror(): void, contentChanged(): void, readonly isDrawn: boolean}} FrameClient
 */


/** One widget's trouble is not the others'. @param {() => void} work */
function attempt(work) {
  try {
    work();
  } catch (error) {
    reportError(error);
  }
}

export class Engine {
  #module;
  #glyphs;
  #surface;
  #tokens;
  #decoder = new TextDecoder();
  /** @type {Set<FrameClient>} */
  #waiting = new Set();
  /** @type {Set<Widget>} */
  #widgets = new Set();
  #animationFrame = 0;
  /** @type {Set<FrameClient>} */
  #mirrorsWaiting = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #mirrorTimer;
  #contextIsLost = false;
  /** The module's second part here, once somebody asked for it. @type {Promise<unknown> | undefined} */
  #play;

  /**
   * @param {TaskscopeModule} module
   * @param {Glyphs} glyphs
   * @param {Surface | null} surface null where there is no WebGL2
   * @param {Renderer | null} renderer the surface's
   */
  constructor(module, glyphs, surface, renderer) {
    this.#module = module;
    this.#glyphs = glyphs;
    this.#surface = surface;
    this.#tokens = {
      colors: this.records(module.taskscope_color_tokens()),
      lengths: this.records(module.taskscope_length_tokens()),
    };
    this.renderer = renderer;
    surface?.watch(() => this.#contextIsLost = true, () => {
      this.#contextIsLost = false;
      renderer?.start();
      module.taskscope_start();
      this.#repaintAll();
    });
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
    this.#mirrorsWaiting.delete(widget.client);
    this.forgetFamilies();
  }

  /** Font families that no widget has any more. */
  forgetFamilies() {
    this.#glyphs.keepFamilies(new Set([...this.#widgets].map(({family}) => family)));
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
    for (const client of clients) attempt(() => client.frame());
  }

  /**
   * Has a client's elements follow its picture, once no client has asked for so many milliseconds: the next frame is
   * not to wait for them. A client a task, as the reader may want to scroll meanwhile.
   * @param {FrameClient} client
   * @param {number} rest
   */
  requestMirror(client, rest) {
    this.#mirrorsWaiting.add(client);
    this.#scheduleMirrors(rest);
  }

  /** @param {number} delay in ms */
  #scheduleMirrors(delay) {
    clearTimeout(this.#mirrorTimer);
    this.#mirrorTimer = setTimeout(() => this.#runMirror(), delay);
  }

  #runMirror() {
    const clients = [...this.#mirrorsWaiting];
    const client = clients.find(({isDrawn}) => isDrawn) ?? clients[0];
    if (!client) return;
    this.#mirrorsWaiting.delete(client);
    attempt(() => client.mirror());
    if (this.#mirrorsWaiting.size) this.#scheduleMirrors(0);
  }

  /** Has the module's second part come; one that did not is tried again by the next who asks. */
  awaitPlay() {
    const come = () => fetchPlay().then((compiled) => join(compiled, this.#module));
    fetchShare().catch(() => {});  // at hand, as browsers copy and share only right after a press
    this.#play ??= come().catch((error) => {
      this.#play = undefined;
      throw error;
    });
    return this.#play;
  }

  /** Has all be drawn again with the second part, which turned out to be needed (web/tools/unreached.mjs). */
  drawWithPlay() {
    this.awaitPlay().then(() => this.#repaintAll(), reportError);
  }

  /** The page's fonts, or a widget's, are others now. */
  forgetFonts() {
    this.#glyphs.forgetFonts();
    this.#module.taskscope_forget_fonts();
    for (const widget of this.#widgets) this.#module.taskscope_forget_text(widget.handle);
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

  /** What pages may set about looks. @type {import('./widget.js').Tokens} */
  get tokens() {
    return this.#tokens;
  }

  get glyphs() {
    return this.#glyphs;
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
    const heap = new Uint8Array(this.#module.memory.buffer);
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

/**
 * Fetches and starts the module; what the page needs for it is set up meanwhile.
 * @param {URL} address
 * @param {Progress} progress
 */
async function startEngine(address, progress) {
  const file = {address, hash: MODULE_INTEGRITY, size: MODULE_BYTES};
  const download = fetchModule(file, progress);
  download.catch(() => {});  // heard of below, should the set-up fail first
  await null;                // what else is to be fetched is asked for before the set-up takes its time
  const glyphs = new Glyphs();
  const surface = Surface.open();
  const renderer = surface && new Renderer(surface.gl);
  return new Engine(await instantiate(await download, glyphs, renderer), glyphs, surface, renderer);
}

/** @type {ReturnType<typeof fetchModule> | null} */
let play = null;

/** The module's second part, compiled; one that did not come is tried again by the next who asks. */
function fetchPlay() {
  const file = {address: new URL(PLAY_FILE, import.meta.url), hash: PLAY_INTEGRITY, size: PLAY_BYTES};
  play ??= fetchModule(file).catch((error) => {
    play = null;
    throw error;
  });
  return play;
}

/** Has all that an overview needs beyond the module's first part come side by side with that. */
export function expectPlay() {
  for (const part of [fetchPlay(), fetchShare()]) part.catch(() => {});  // heard of by who needs it
}

/** @typedef {(loaded: number, total: number) => void} Progress */

/** @type {Promise<Engine> | null} */
let engine = null;

/** Who wants to know how the module's download goes. @type {Set<Progress>} */
const listeners = new Set();

/**
 * The page's engine, started by whoever asks first. A start that failed is tried again by the next who asks.
 * @param {Progress} progress called while the module comes in, with bytes
 */
export async function theEngine(progress) {
  const tell = (/** @type {number} */ loaded, /** @type {number} */ total) => [...listeners].forEach(
      (listener) => listener(loaded, total));
  const start = engine ??= startEngine(new URL(MODULE_FILE, import.meta.url), tell);
  listeners.add(progress);
  try {
    return await start;
  } catch (error) {
    if (engine === start) engine = null;
    throw error;
  } finally {
    listeners.delete(progress);
  }
}
