// A widget's place in the page: a box as tall as the content and, over its visible part, a canvas that the widget draws
// into. The page scrolls the box; the canvas follows before its edge shows. Where there can be no drawing, or the
// reader is served better without, the mirror stands in the open: in normal flow, with no canvas (web/task-scope.css).
import {Mirror} from './mirror.js';
import {drawPicture} from './picture.js';
import {Pointer} from './pointer.js';
import {watchTranslation} from './translation.js';
import {isOnScreen, visiblePart} from './viewport.js';

/** @typedef {import('./widget.js').Look} Look */
/** @typedef {import('./widget.js').Widget} Widget */

/** How much of a window's height the canvas reaches beyond the visible part, above and below. */
const overscan = 0.5;

/**
 * A length in device pixels. The browser's own number knows how the box's edges were rounded, up or down; while
 * developer tools emulate a device it is another device's, and out of that range.
 * @param {number} cssPixels
 * @param {number | undefined} exact
 */
function pixelsOf(cssPixels, exact) {
  const product = cssPixels * devicePixelRatio;
  return exact !== undefined && Math.abs(exact - product) < 1 ? exact : Math.round(product);
}

/**
 * The least number of CSS pixels that is a whole number of device pixels: boxes of that grid are never rounded, so what
 * is drawn into them is never resampled. One where there is none up to 64.
 * @param {number} ratio
 */
function wholePixelStep(ratio) {
  for (let step = 1; step <= 64; ++step) {
    if (Math.abs(step * ratio - Math.round(step * ratio)) < 1e-6) return step;
  }
  return 1;
}

/**
 * How long pictures rest before the mirror follows, in milliseconds: the first one is to be seen before, and what is
 * scrolled past need not be mirrored. After such a rest, what the reader changes is mirrored in the same frame: the
 * browser then lays out and paints once.
 */
const mirrorRest = 50;
const mirrorRestOfSlices = 200;
/** What draws in other processes takes longer than a frame with the first picture, and shares the processor. */
const firstMirrorRest = 250;
/** Turns of the wheel come one after the other, and nobody reads or selects meanwhile. */
const mirrorRestOfGestures = 300;

/** When the style of the mirror in normal flow applies by itself. */
const withoutCanvas = 'print, (forced-colors: active)';

/**
 * The style of the mirror in normal flow; the first drawing does without it, and browsers fetch it with little haste.
 */
function createStyleLink() {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.media = withoutCanvas;
  link.href = new URL(STYLE_FILE, import.meta.url).href;
  return link;
}

export class Stage {
  element = document.createElement('div');
  #canvas = document.createElement('canvas');
  /** What the canvas does not cover, above and below it: should any of this come into view, the canvas has to move. */
  #uncovered = [document.createElement('div'), document.createElement('div')];
  /** @type {Widget | null} */
  #widget = null;
  /** The canvas's place, in CSS pixels from the top of the box. */
  #slice = {top: 0, height: 0};
  /** The canvas's size in device pixels, as the browser lays it out. */
  #pixels = {width: 0, height: 0};
  #isNear = false;
  #mirror = new Mirror({
    activate: (id) => this.#widget?.activate(id),
    enter: (id, text) => this.#widget?.enter(id, text),
    reveal: (id) => this.#reveal(id),
    translated: () => this.#setOpen('translated', true),
    blurred:
        (isField) => {
          if (isField || this.#mirrorsSliceOnly) this.contentChanged();  // a row may have stayed for the focus alone
        },
  });
  #mirrorIsStale = true;
  #mirrorsSliceOnly = false;
  /** When the reader changed something last, by the page's clock. */
  #lastChange = -Infinity;
  #lastGesture = -Infinity;
  #headingLevel = 0;
  /** Why the mirror stands in the open. @type {Set<string>} */
  #openFor = new Set();
  #style = createStyleLink();
  /** The same, for the mirror while the page has it. */
  #lentStyle = createStyleLink();
  #pointer = new Pointer(this.element, () => {
    const widget = this.#widget;
    return widget && !this.#openFor.size ? {widget, width: this.#pixels.width} : null;
  });
  #host;
  /** What the stage is seen in: the host, unless it stands elsewhere for a while. */
  #scroller;
  #listener;
  #stopWatching = () => {};
  #sizes = new ResizeObserver((entries) => this.#resized(entries));
  #nearness = new IntersectionObserver(
      (entries) => this.#setNear(entries[entries.length - 1].isIntersecting),
      {rootMargin: `${overscan * 100}% 0px`},
  );
  #moved = () => {
    if (this.isDrawn && !this.#coversVisiblePart()) this.#widget?.requestFrame();
  };
  /**
   * Scrolls, transforms, whatever: of causes that fire no event here, the first sign is that something is uncovered.
   */
  #gaps = new IntersectionObserver((entries) => {
    if (entries.some(({isIntersecting}) => isIntersecting)) this.#moved();
  });
  #scrolled = () => {
    this.#moved();
    this.#pointer.scrolled();
  };

  /**
   * @param {HTMLElement} host the element that the stage stands in
   * @param {{announce: (sentence: string) => void, changed: () => void, requested: (request: string) => void}}
   *     listener `announce` tells the reader what changes out of sight, `changed` hears that the reader has changed
   *     something, `requested` what the reader asks of the page
   */
  constructor(host, listener) {
    this.#host = this.#scroller = host;
    this.#listener = listener;
    this.element.className = 'stage';
    this.#canvas.setAttribute('aria-hidden', 'true');  // the mirror speaks for it
    const slot = document.createElement('slot');
    slot.name = 'mirror';
    this.#mirror.element.slot = 'mirror';
    this.#lentStyle.slot = 'mirror';
    this.#lentStyle.media = 'all';
    this.element.append(this.#style, ...this.#uncovered, this.#canvas, this.#mirror.element, slot);
  }

  /** @param {Widget} widget */
  attach(widget) {
    this.#widget = widget;
    this.#nearness.observe(this.element);  // which is heard of after the next picture
    this.#setNear(isOnScreen(this.#host));
    for (const gap of this.#uncovered) this.#gaps.observe(gap);
    this.#observeSize();
    const watching = new AbortController();
    const {signal} = watching;
    document.addEventListener('scroll', this.#scrolled, {capture: true, passive: true, signal});
    document.addEventListener('keydown', ({key}) => {
      if (key === 'Escape') this.#pointer.release();  // hides what it rests on
    }, {signal});
    addEventListener('resize', this.#moved, {signal});
    addEventListener('beforeprint', () => this.mirrorNow({all: true}), {signal});
    addEventListener('afterprint', () => this.contentChanged(), {signal});
    const stopTranslation = watchTranslation((isTranslated) => this.#setTranslated(isTranslated));
    this.#stopWatching = () => {
      watching.abort();
      stopTranslation();
    };
    this.#setOpen('no drawing', !widget.canDraw);
  }

  /** What is drawn, as elements. */
  get mirrored() {
    return this.#mirror.element;
  }

  get isAttached() {
    return Boolean(this.#widget);
  }

  /** Something moves under the reader's hand, by steps of which more may come. */
  heedGesture() {
    this.#lastGesture = performance.now();
  }

  /** What is shown, or how, has changed. */
  contentChanged() {
    this.#mirrorIsStale = true;
    this.#widget?.requestFrame();
  }

  /** @param {number} level of the title's heading, 1 to 6 */
  setHeadingLevel(level) {
    if (level === this.#headingLevel) return;
    this.#headingLevel = level;
    this.#widget?.setHeadingLevel(level);
    this.#mirror.clear();  // of elements that are others now
    this.contentChanged();
  }

  /** Forced colours: the system's palette instead of ours. @param {boolean} forced */
  forceColors(forced) {
    this.#setOpen('forced colours', forced);
  }

  /**
   * Keeps the box as tall as what it replaces, until its width changes: nothing below moves.
   * @param {number} height in CSS pixels
   */
  keepHeight(height) {
    this.element.style.setProperty('--kept-height', `${height}px`);
  }

  /**
   * @param {string} reason
   * @param {boolean} applies
   */
  #setOpen(reason, applies) {
    if (this.#openFor.has(reason) === applies) return;
    this.#pointer.release();
    if (applies) {
      this.#openFor.add(reason);
    } else {
      this.#openFor.delete(reason);
    }
    const isOpen = this.#openFor.size > 0;
    this.#mirror.isOverlay = !isOpen;
    this.element.classList.toggle('open', isOpen);
    this.#style.media = isOpen ? 'all' : withoutCanvas;
    this.#widget?.invalidate();
    this.contentChanged();
  }

  /**
   * Translators rarely look into shadow roots, so the mirror moves to where they do.
   * @param {boolean} isTranslated
   */
  #setTranslated(isTranslated) {
    if (isTranslated) {
      this.#host.append(this.#lentStyle, this.#mirror.element);
    } else if (this.#mirror.element.parentElement !== this.element) {
      this.#lentStyle.remove();
      this.#canvas.after(this.#mirror.element);
      this.#mirror.clear();  // of translated texts
    }
    this.#setOpen('translated', isTranslated);
  }

  /** Opens what was found while closed, at once: the browser is about to scroll to it. @param {string} id */
  #reveal(id) {
    this.#widget?.activate(id);
    this.measure();  // acts
    this.mirrorNow();
    if (this.isDrawn) this.frame();
  }

  detach() {
    this.#setNear(false);
    this.#setTranslated(false);
    this.keepHeight(0);
    this.#widget = null;
    this.#headingLevel = 0;
    this.#mirror.clear();
    this.#mirrorIsStale = true;
    this.#nearness.disconnect();
    this.#gaps.disconnect();
    this.#sizes.disconnect();
    this.#stopWatching();
  }

  /** Tells the browser to report the canvas's exact size, and to do so now. */
  #observeSize() {
    if (!this.#widget) return;
    this.#sizes.unobserve(this.#canvas);
    try {
      this.#sizes.observe(this.#canvas, {box: 'device-pixel-content-box'});
    } catch {  // WebKit does not know this box
      this.#sizes.observe(this.#canvas);
    }
  }

  /** Whether the canvas shows anything. */
  get isDrawn() {
    return this.#isNear && !this.#openFor.size;
  }

  /**
   * Draws the visible part; twice where the content's height turns out to be another, as more of it may be visible.
   * @param {{mirrors?: boolean}} [options]
   */
  frame({mirrors = false} = {}) {
    if (!this.isDrawn) {
      this.measure({mirrors});
      return;
    }
    if (!this.#coversVisiblePart()) this.#placeCanvas();
    if (this.#draw(this.#pixels, {mirrors}) && !this.#coversVisiblePart()) {
      this.#placeCanvas();
      this.#draw(this.#pixels, {mirrors});
    }
  }

  mirror() {
    if (this.#mirrorIsStale) this.frame({mirrors: true});
  }

  /**
   * The whole content as a picture, drawn at once: no frame of the page has the picture's look, and whatever becomes of
   * the dashboard while the file is made, its picture is there.
   * @param {{look: Look, usual: Look}} options how it is to look there, and on the page
   */
  drawPicture({look, usual}) {
    const widget = /** @type {Widget} */ (this.#widget);
    const width = Math.round(this.element.clientWidth * look.devicePixelRatio);
    widget.setLook(look);
    try {
      return drawPicture(widget, width);
    } finally {
      widget.setLook(usual);
      widget.invalidate();
      this.contentChanged();
    }
  }

  /**
   * Makes the box as tall as the content, without painting anything.
   * @param {{mirrors?: boolean, all?: boolean}} [options] the mirror in the open is the picture, so it is always made
   */
  measure({mirrors = false, all = this.#openFor.size > 0} = {}) {
    const width = this.#pixels.width || Math.round(this.element.clientWidth * devicePixelRatio);
    this.#draw({width, height: 0}, {mirrors: mirrors || this.#openFor.size > 0, all, settles: true});
  }

  /**
   * Hears that the stage stands in another place now, of any size.
   * @param {HTMLElement} [scroller] what it is seen in there, if that is not the host
   */
  moved(scroller = this.#host) {
    this.#scroller = scroller;
    this.#pixels = {width: 0, height: 0};
    this.#slice = {top: 0, height: 0};
    this.#observeSize();
    this.contentChanged();
  }

  /** Mirrors what is shown, at once; of long lists the visible rows, unless all are wanted. */
  mirrorNow({all = this.#openFor.size > 0} = {}) {
    this.#mirrorIsStale = true;
    this.measure({mirrors: true, all});
  }

  /**
   * @param {{width: number, height: number}} size in device pixels
   * @param {{mirrors?: boolean, all?: boolean, settles?: boolean}} [options] whether a mirror that is stale is made
   *     anew, else it is asked for; whether with rows out of sight; and whether transitions jump to their ends
   * @returns {boolean} whether the content's height changed
   */
  #draw({width, height}, {mirrors = false, all = false, settles = false} = {}) {
    const widget = this.#widget;
    if (!widget || !width) return false;
    const top = Math.round(this.#slice.top * devicePixelRatio);
    const screen = visiblePart(this.element, this.#scroller);
    const now = performance.now();
    const records = mirrors && this.#mirrorIsStale;
    const isGesture = now - this.#lastGesture < mirrorRest;
    const recordsChanges = !isGesture && !this.#mirrorsSliceOnly && now - this.#lastChange > mirrorRest;
    const report = widget.draw(
        this.#canvas, {
          width,
          top,
          height,
          screenTop: screen.top * devicePixelRatio,
          screenBottom: screen.bottom * devicePixelRatio,
        },
        {records, recordsChanges, all, settles});
    if (!report) return false;
    if (report.stateChanged) {
      this.#mirrorIsStale = true;
      this.#lastChange = now;
      this.keepHeight(0);  // what the reader does may move what is below
      this.#listener.announce(widget.announcement());
      this.#listener.changed();
    }
    if (this.#widget !== widget) return false;  // the focus may have moved, and the page may have done anything then
    if (report.recorded && (settles || !report.wantsAnother)) {
      this.#mirrorIsStale = false;
      this.#mirrorsSliceOnly = report.recordedSliceOnly;
      this.#mirror.update(widget.elements(), devicePixelRatio, report.recordedSliceOnly);
    }
    if (this.#widget !== widget) return false;
    if (report.hasRequest) this.#listener.requested(widget.request());
    if (this.#mirrorIsStale && !report.wantsAnother) widget.requestMirror(this.#mirrorRest(isGesture));
    const contentHeight = `${report.contentHeight / devicePixelRatio}px`;
    const changed = this.element.style.getPropertyValue('--height') !== contentHeight;
    if (changed) this.element.style.setProperty('--height', contentHeight);
    return changed;
  }

  /** @param {boolean} isGesture */
  #mirrorRest(isGesture) {
    if (isGesture) return mirrorRestOfGestures;
    if (this.#mirror.isEmpty) return firstMirrorRest;
    return this.#mirrorsSliceOnly ? mirrorRestOfSlices : mirrorRest;
  }

  #coversVisiblePart() {
    const {top, bottom} = visiblePart(this.element, this.#scroller);
    return this.#slice.height > 0 && top >= this.#slice.top && bottom <= this.#slice.top + this.#slice.height;
  }

  #placeCanvas() {
    const {top, bottom} = visiblePart(this.element, this.#scroller);
    const step = wholePixelStep(devicePixelRatio);
    // On tall windows the overscan gives way before the picture has to be drawn smaller.
    const longest = (this.#widget?.longestSide ?? 0) / devicePixelRatio;
    const spare = Math.max(0, (longest - (bottom - top)) / 2 - step);
    const margin = Math.min(window.innerHeight * overscan, spare);
    const first = Math.max(0, Math.floor((top - margin) / step) * step);
    const last = Math.ceil(Math.min(this.element.offsetHeight, bottom + margin) / step) * step;
    this.#slice = {top: first, height: Math.max(step, last - first)};
    this.#canvas.style.top = `${this.#slice.top}px`;
    this.#canvas.style.height = `${this.#slice.height}px`;
    const [above, below] = this.#uncovered;
    above.style.height = `${first}px`;
    below.style.top = `${last}px`;
    this.#pixels.height = Math.round(this.#slice.height * devicePixelRatio);
    this.#observeSize();  // should the browser round otherwise
    if (this.#mirrorsSliceOnly) this.#mirrorIsStale = true;
    this.#widget?.invalidate();
  }

  /** @param {ResizeObserverEntry[]} entries */
  #resized(entries) {
    const {devicePixelContentBoxSize, contentRect} = entries[entries.length - 1];
    const exact = devicePixelContentBoxSize?.[0];
    const width = pixelsOf(contentRect.width, exact?.inlineSize);
    const height = pixelsOf(contentRect.height, exact?.blockSize);
    if (width === this.#pixels.width && height === this.#pixels.height) return;
    if (width !== this.#pixels.width) this.#mirrorIsStale = true;
    if (this.#pixels.width && width !== this.#pixels.width) this.keepHeight(0);
    this.#pixels = {width, height};
    this.#widget?.invalidate();
    this.frame();  // at once: layout is done, and the browser has not painted yet
  }

  /** @param {boolean} isNear */
  #setNear(isNear) {
    if (this.#isNear === isNear) return;
    this.#isNear = isNear;
    if (isNear) {
      this.#widget?.requestFrame();
    } else {
      this.#widget?.clear(this.#canvas);
      this.#slice = {top: 0, height: 0};
    }
  }
}
