// A widget's place in the page: a box as tall as the content and, over its visible part, a canvas that the widget draws
// into. The page scrolls the box; the canvas follows before its edge shows. Pointer events go to the widget as they
// come.
import {Mirror} from './mirror.js';
import {visiblePart} from './viewport.js';

/** @typedef {import('./engine.js').Widget} Widget */
/** @typedef {import('./engine.js').ShownNode} ShownNode */

/** How much of a window's height the canvas reaches beyond the visible part, above and below. */
const overscan = 0.5;

/** More than this many things are mirrored by the slice. */
const mostNodes = 3000;

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
  #mirror = new Mirror((id) => this.#widget?.activate(id));
  #mirrorIsStale = true;
  #mirrorsSliceOnly = false;
  #hasPointer = false;
  #sizes = new ResizeObserver((entries) => this.#resized(entries));
  #nearness = new IntersectionObserver(
      (entries) => this.#setNear(entries[entries.length - 1].isIntersecting),
      {rootMargin: `${overscan * 100}% 0px`},
  );
  #moved = () => {
    if (!this.#coversVisiblePart()) this.#widget?.requestFrame();
  };
  /**
   * Scrolls, transforms, whatever: of causes that fire no event here, the first sign is that something is uncovered.
   */
  #gaps = new IntersectionObserver((entries) => {
    if (entries.some(({isIntersecting}) => isIntersecting)) this.#moved();
  });
  #scrolled = () => {
    this.#moved();
    if (this.#hasPointer) this.#releasePointer();  // what it was over has moved away from under it
  };

  constructor() {
    this.element.className = 'stage';
    this.#canvas.setAttribute('aria-hidden', 'true');  // the mirror speaks for it
    this.element.append(...this.#uncovered, this.#canvas, this.#mirror.element);
    this.#listenToPointer();
  }

  /** @param {Widget} widget */
  attach(widget) {
    this.#widget = widget;
    this.#nearness.observe(this.element);
    for (const gap of this.#uncovered) this.#gaps.observe(gap);
    this.#observeSize();
    document.addEventListener('scroll', this.#scrolled, {capture: true, passive: true});
    addEventListener('resize', this.#moved);
  }

  /** What is shown, or how, has changed. */
  contentChanged() {
    this.#mirrorIsStale = true;
  }

  detach() {
    this.#setNear(false);
    this.#widget = null;
    this.#mirror.clear();
    this.#mirrorIsStale = true;
    this.#nearness.disconnect();
    this.#gaps.disconnect();
    this.#sizes.disconnect();
    document.removeEventListener('scroll', this.#scrolled, {capture: true});
    removeEventListener('resize', this.#moved);
  }

  /** Tells the browser to report the canvas's exact size, and to do so now. */
  #observeSize() {
    this.#sizes.unobserve(this.#canvas);
    try {
      this.#sizes.observe(this.#canvas, {box: 'device-pixel-content-box'});
    } catch {  // WebKit does not know this box
      this.#sizes.observe(this.#canvas);
    }
  }

  /** Draws the visible part; twice where the content's height turns out to be another, as more of it may be visible. */
  frame() {
    if (!this.#isNear) {
      this.measure();
      return;
    }
    if (!this.#coversVisiblePart()) this.#placeCanvas();
    if (this.#draw(this.#pixels) && !this.#coversVisiblePart()) {
      this.#placeCanvas();
      this.#draw(this.#pixels);
    }
  }

  /** Makes the box as tall as the content and mirrors it, without painting anything. */
  measure() {
    this.#draw({width: this.#pixels.width || Math.round(this.element.clientWidth * devicePixelRatio), height: 0});
  }

  /** What the widget shows, on the screen or not. */
  describe() {
    this.#mirrorIsStale = true;
    if (this.#isNear) {
      this.#draw(this.#pixels);
    } else {
      this.measure();
    }
    return this.#widget?.shownNodes() ?? [];
  }

  /**
   * @param {{width: number, height: number}} size in device pixels
   * @returns {boolean} whether the content's height changed
   */
  #draw({width, height}) {
    if (!this.#widget || !width) return false;
    const top = Math.round(this.#slice.top * devicePixelRatio);
    const screen = visiblePart(this.element);
    const report = this.#widget.draw(
        this.#canvas, {
          width,
          top,
          height,
          screenTop: screen.top * devicePixelRatio,
          screenBottom: screen.bottom * devicePixelRatio,
        },
        {records: this.#mirrorIsStale});
    if (!report) return false;
    if (this.#mirrorIsStale && !report.wantsAnother) this.#updateMirror();
    if (report.stateChanged) this.#mirrorIsStale = true;  // which the next frame shows
    const contentHeight = `${report.contentHeight / devicePixelRatio}px`;
    const changed = this.element.style.height !== contentHeight;
    if (changed) this.element.style.height = contentHeight;
    return changed;
  }

  /** Of a long list, only the rows on the canvas are mirrored: ten thousand would take seconds to lay out. */
  #updateMirror() {
    this.#mirrorIsStale = false;
    const nodes = this.#widget?.shownNodes() ?? [];
    const isLong = nodes.length > mostNodes;
    const top = this.#slice.top * devicePixelRatio;
    const bottom = top + this.#slice.height * devicePixelRatio;
    const isOnCanvas = (/** @type {ShownNode} */ node) => node.y < bottom && node.y + node.height > top;
    const shown = isLong ? nodes.filter((node) => node.role !== 'row' || isOnCanvas(node)) : nodes;
    this.#mirror.update(shown, devicePixelRatio);
    this.#mirrorsSliceOnly = isLong;
  }

  #coversVisiblePart() {
    const {top, bottom} = visiblePart(this.element);
    return this.#slice.height > 0 && top >= this.#slice.top && bottom <= this.#slice.top + this.#slice.height;
  }

  #placeCanvas() {
    const {top, bottom} = visiblePart(this.element);
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

  #listenToPointer() {
    const {element} = this;
    element.addEventListener('pointermove', (event) => {
      if (event.isPrimary) this.#movePointer(event);
    });
    element.addEventListener('pointerdown', (event) => {
      if (event.button !== 0 || !event.isPrimary) return;
      this.#movePointer(event);
      this.#widget?.pressPointer(true);
    });
    element.addEventListener('pointerup', (event) => {
      if (event.button === 0 && event.isPrimary) this.#widget?.pressPointer(false);
    });
    element.addEventListener('pointercancel', () => this.#releasePointer());
    element.addEventListener('pointerleave', (event) => {
      // A finger that was lifted leaves too, but what it tapped stays explained until it taps elsewhere.
      if (event.pointerType !== 'touch') this.#releasePointer();
    });
  }

  /** Away first, so that letting go presses nothing. */
  #releasePointer() {
    this.#hasPointer = false;
    this.#widget?.leavePointer();
    this.#widget?.pressPointer(false);
  }

  /** @param {PointerEvent} event */
  #movePointer(event) {
    const box = this.element.getBoundingClientRect();
    const scale = this.#pixels.width / box.width;
    this.#hasPointer = true;
    this.#widget?.movePointer((event.clientX - box.left) * scale, (event.clientY - box.top) * scale);
  }
}
