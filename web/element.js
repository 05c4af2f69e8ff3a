// <task-scope src="profile.json">: fetches a profile and shows it as an interactive dashboard.
//
// Its life is a small state machine: `idle` until it has something to load, `loading`, then `ready` or `error`. What
// has been shown stays when a later load fails. Every step after an await checks that it is still wanted.
import {theEngine} from './engine.js';
import {FetchError, fetchProfile} from './fetch-profile.js';
import {Notice} from './notice.js';
import {Stage} from './stage.js';
import {styleSheet} from './style.js';
import {watchPixelRatio} from './viewport.js';

/** @typedef {import('./widget.js').Diagnostic} Diagnostic */
/** @typedef {import('./widget.js').Widget} Widget */
/** @typedef {'idle' | 'loading' | 'ready' | 'error'} Status */

const usualFontSize = 16;  // CSS pixels; the text scale is measured against it
const skeletonCards = 5;

/** Servers that render pages have no elements; importing this there is harmless. */
const ElementBase = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

export class TaskScopeElement extends ElementBase {
  static observedAttributes = ['src', 'theme'];

  #root = document.createElement('div');
  #slot = document.createElement('slot');
  #skeleton = document.createElement('div');
  #emSize = document.createElement('div');
  #notice = new Notice();
  /** What screen readers are told when they get to it: how loading goes, and what changes out of sight. */
  #announcement = document.createElement('div');
  #stage = new Stage((sentence) => this.#announce(sentence));
  /** @type {Status} */
  #status = 'idle';
  /** @type {Widget | null} */
  #widget = null;
  #hasShown = false;
  /** Between connectedCallback and disconnectedCallback. */
  #isActive = false;
  /** Ends what is under way. */
  #loading = new AbortController();
  /** Removes the listeners when the element leaves the page. */
  #connection = new AbortController();
  /** A text whose size tells that the font, or its size, has become another, by style or by arriving late. */
  #textSizes = new ResizeObserver(() => {
    this.#widget?.forgetFonts();
    this.#updateLook();
  });
  #darkQuery = matchMedia('(prefers-color-scheme: dark)');
  #motionQuery = matchMedia('(prefers-reduced-motion: reduce)');
  #contrastQuery = matchMedia('(prefers-contrast: more)');
  #forcedColorsQuery = matchMedia('(forced-colors: active)');

  constructor() {
    super();
    const shadow = this.attachShadow({mode: 'open'});
    shadow.adoptedStyleSheets = [styleSheet()];
    this.#root.className = 'root';
    this.#skeleton.className = 'skeleton';
    this.#skeleton.setAttribute('aria-hidden', 'true');
    for (let i = 0; i < skeletonCards; ++i) this.#skeleton.append(document.createElement('div'));
    this.#emSize.className = 'em';
    this.#emSize.textContent = 'Taskscope 0123456789';
    this.#emSize.setAttribute('aria-hidden', 'true');
    this.#announcement.className = 'announcement';
    this.#announcement.setAttribute('role', 'status');
    this.#stage.element.hidden = true;
    // A notice stands below what the page gave, which may be all that the reader came for.
    this.#root.append(
        this.#emSize, this.#announcement, this.#slot, this.#notice.element, this.#skeleton, this.#stage.element);
    shadow.append(this.#root);
  }

  /** How far loading is. */
  get status() {
    return this.#status;
  }

  /** The profile's address. */
  get src() {
    return this.getAttribute('src') ?? '';
  }

  set src(address) {
    this.setAttribute('src', address);
  }

  /** `light`, `dark`, or `auto` for what the reader's system prefers. */
  get theme() {
    const theme = this.getAttribute('theme');
    return theme === 'light' || theme === 'dark' ? theme : 'auto';
  }

  set theme(theme) {
    this.setAttribute('theme', theme);
  }

  connectedCallback() {
    this.#isActive = true;
    this.#connection = new AbortController();
    const {signal} = this.#connection;
    const updateLook = () => this.#updateLook();
    for (const query of [this.#darkQuery, this.#motionQuery, this.#contrastQuery, this.#forcedColorsQuery]) {
      query.addEventListener('change', updateLook, {signal});
    }
    signal.addEventListener('abort', watchPixelRatio(updateLook));
    this.#textSizes.observe(this.#emSize);
    this.#updateLook();
    this.reload();
  }

  disconnectedCallback() {
    this.#isActive = false;
    this.#connection.abort();
    this.#loading.abort();
    this.#textSizes.disconnect();
    this.#stage.detach();
    this.#widget?.destroy();
    this.#widget = null;
    this.#hasShown = false;
    this.#setStatus('idle');
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (!this.#isActive || before === now) return;  // connecting reads all attributes
    if (name === 'src') this.reload();
    if (name === 'theme') this.#updateLook();
  }

  /** Loads the profile at `src` anew. An element outside a page does so when it gets into one. */
  async reload() {
    this.#loading.abort();
    if (!this.#isActive) return;
    if (!this.src) {
      this.#notice.hide();
      this.#setStatus(this.#hasShown ? 'ready' : 'idle');
      this.#announce('');
      return;
    }
    this.#loading = new AbortController();
    const {signal} = this.#loading;
    this.#notice.hide();
    this.#setStatus('loading');
    this.#announce('The dashboard is loading.');
    try {
      const engine = theEngine();  // side by side with the profile
      engine.catch(() => {});      // heard of below, should the profile fail first
      const profile = await fetchProfile(this.src, signal);
      const started = await engine;
      if (signal.aborted) return;
      this.#widget ??= started.createWidget(this.#stage);
      this.#show(this.#widget, profile);
    } catch (error) {
      if (!signal.aborted) this.#failToLoad(error);
    }
  }

  /**
   * @param {Widget} widget
   * @param {Uint8Array} profile
   */
  #show(widget, profile) {
    const {isShown, diagnostics} = widget.load(profile);
    for (const {severity, pointer, line, column, message} of diagnostics) {
      const text = `${this.src}:${line}:${column}: ${severity}: ${message} [${pointer}]`;
      if (severity === 'error') console.error(text);
      if (severity === 'warning') console.warn(text);
    }
    if (!isShown) {
      const title = 'This profile cannot be shown.';
      const errors = diagnostics.filter(({severity}) => severity === 'error');
      this.#notice.show(title, {diagnostics: errors});
      this.#fail('profile', title, diagnostics);
      return;
    }
    if (!this.#hasShown) {
      this.#hasShown = true;
      this.#stage.attach(widget);
    }
    this.#updateLook();
    const keepsHeight = this.#hasFallback() && !this.#slot.hidden;
    this.#stage.keepHeight(keepsHeight ? this.#root.getBoundingClientRect().height : 0);
    this.#stage.element.hidden = false;
    this.#stage.measure();  // before the skeleton goes, so that the page keeps its height
    this.#setStatus('ready');
    this.#announce('The dashboard is ready.');
    this.dispatchEvent(new CustomEvent('load', {detail: {warnings: diagnostics}}));
  }

  /** @param {unknown} error */
  #failToLoad(error) {
    const text = error instanceof Error ? error.message : String(error);
    const isFetch = error instanceof FetchError;
    const title = isFetch ? 'The profile could not be loaded.' : 'This browser could not start the dashboard.';
    this.#notice.show(title, {text, retry: () => this.reload()});
    this.#fail(isFetch ? 'fetch' : 'engine', text, []);
  }

  /**
   * @param {'profile' | 'fetch' | 'engine'} reason
   * @param {string} message
   * @param {Diagnostic[]} diagnostics
   */
  #fail(reason, message, diagnostics) {
    this.#setStatus('error');
    this.#announce('');  // the notice is an alert
    this.dispatchEvent(new CustomEvent('error', {detail: {reason, message, diagnostics}}));
  }

  /** Whether the page gave the element something to show until it is ready. */
  #hasFallback() {
    const isText = (/** @type {Node} */ node) => node.nodeType === Node.ELEMENT_NODE || node.textContent?.trim();
    return this.#slot.assignedNodes().some(isText);
  }

  /** @param {string} sentence nothing is said where it is empty */
  #announce(sentence) {
    this.#announcement.textContent = sentence;
  }

  /** @param {Status} status */
  #setStatus(status) {
    this.#status = status;
    this.#stage.element.hidden = !this.#hasShown;
    this.#slot.hidden = this.#hasShown;
    this.#skeleton.hidden = this.#hasShown || status !== 'loading' || this.#hasFallback();
  }

  #updateLook() {
    const prefersDark = this.theme === 'auto' ? this.#darkQuery.matches : this.theme === 'dark';
    this.#root.classList.toggle('dark', prefersDark);
    this.#stage.forceColors(this.#forcedColorsQuery.matches);
    if (!this.#widget) return;
    const {fontFamily, fontSize} = getComputedStyle(this);
    this.#widget.setLook({
      dark: prefersDark,
      textScale: parseFloat(fontSize) / usualFontSize,
      devicePixelRatio,
      reducedMotion: this.#motionQuery.matches,
      moreContrast: this.#contrastQuery.matches,
      fontFamily,
    });
    this.#stage.contentChanged();
  }
}
