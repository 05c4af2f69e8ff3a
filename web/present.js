// One section at a time over all of the screen, with a light that follows the pointer. The module says what the
// sections are and has the controls (src/play/slides.cpp); here are the screen, the keys, the size of the text and the
// light. What the element shows goes into full screen or, where a browser has none for it, over the window; its place
// in the page stays as tall as it was, so that nothing there moves.
import css from './present.css';

/** @typedef {import('./share.js').Dashboard} Dashboard */

/**
 * The widths, in CSS pixels at the text's usual size, that a section may be laid out in, with the largest text first.
 * The first with which it fits the screen is taken, so that one that does not fit any has the last one.
 */
const layoutWidths = [480, 680, 900, 1080, 1280];

/** How large texts are at least where that leaves room for two columns: what is longer is scrolled. */
const leastFactor = 1.25;
const leastWidth = 900;

/** A section this many times as tall as the screen does not fit it in any layout. */
const hopeless = 4;

/** How far an arrow scrolls, as a share of the screen, and a page. */
const lineShare = 0.12;
const pageShare = 0.85;

/** What takes the focus in turn. */
const focusable = 'button, a[href], input, select, textarea, [tabindex="0"]';

/** How long the light stays where the pointer rests, in milliseconds. */
const longestRest = 3000;

/** @type {CSSStyleSheet | undefined} */
let sheet;

function styleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}

/** What has the focus, in whatever shadow root. */
function focused() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement ? element : null;
}

/** The light, which moves by itself: no frame is drawn for it. */
class Laser {
  element = document.createElement('div');
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #rest;

  constructor() {
    this.element.className = 'laser';
    this.element.setAttribute('aria-hidden', 'true');
  }

  /** @param {PointerEvent} event */
  follow({clientX, clientY}) {
    clearTimeout(this.#rest);
    this.element.style.transform = `translate(${clientX}px, ${clientY}px)`;
    this.element.classList.add('on');
    this.#rest = setTimeout(() => this.hide(), longestRest);
  }

  hide() {
    clearTimeout(this.#rest);
    this.element.classList.remove('on');
  }
}

class Presentation {
  #dashboard;
  #root;
  #laser = new Laser();
  #ending = new AbortController();
  #place = 0;
  #isShown = false;
  /** Stands in the page for what is over it. */
  #spacer = document.createElement('div');
  #hasScreen = false;
  /** The occupation of an overview that is open. */
  #open;
  /** Where the page was. */
  #scroll = {left: scrollX, top: scrollY};
  /** What had the focus; it may come back as another element of the same id. */
  #focus = focused();
  #size = new ResizeObserver(() => this.fit());

  /** @param {Dashboard} dashboard */
  constructor(dashboard) {
    this.#dashboard = dashboard;
    this.#root = dashboard.root;
    this.#open = this.#openNow;
  }

  get #openNow() {
    return this.#dashboard.element.state.overview?.open;
  }

  get #shadow() {
    return /** @type {ShadowRoot} */ (this.#dashboard.element.shadowRoot);
  }

  get isOver() {
    return this.#ending.signal.aborted;
  }

  /** @param {HTMLElement} element */
  isOf(element) {
    return this.#dashboard.element === element;
  }

  begin() {
    this.#spacer.style.height = `${this.#root.offsetHeight}px`;
    this.#root.after(this.#spacer);
    this.#root.append(this.#laser.element);
    this.#shadow.adoptedStyleSheets.push(styleSheet());
    this.#root.classList.add('presenting');
    this.#root.tabIndex = -1;
    this.#root.setAttribute('role', 'dialog');
    this.#root.setAttribute('aria-modal', 'true');
    this.#dashboard.stage.moved(this.#root);
    this.#listen();
    this.#takeScreen();
    this.#size.observe(this.#root);
  }

  #listen() {
    const {signal} = this.#ending;
    // Before the page hears of them: it may be about keys as well.
    addEventListener('keydown', (event) => this.#pressed(event), {capture: true, signal});
    document.addEventListener('focusin', ({target}) => {
      // From the browser's own controls, Tab may lead to what is behind.
      if (target instanceof Element && target !== this.#dashboard.element && !this.#holds(focused())) this.#takeFocus();
    }, {signal});
    this.#root.addEventListener('statechange', () => this.#changed(), {signal});
    document.addEventListener('fullscreenchange', () => this.#screenChanged(), {signal});
    this.#dashboard.lasts().addEventListener('abort', () => this.#end(), {signal});
    for (const type of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'pointerleave']) {
      this.#root.addEventListener(type, (event) => {
        if (event instanceof PointerEvent) this.#pointed(event);
      }, {capture: true, signal});
    }
    this.#root.addEventListener('click', (event) => this.#clicked(event), {capture: true, signal});
  }

  /** Full screen where that is allowed, else above everything else in the window. */
  async #takeScreen() {
    try {
      await this.#root.requestFullscreen({navigationUI: 'hide'});
      if (this.isOver) document.exitFullscreen().catch(() => {});  // an element that left the page has left it already
    } catch {
      if (this.isOver) return;
      this.#root.popover = 'manual';
      this.#root.showPopover?.();
    }
  }

  #screenChanged() {
    const hasScreen = this.#shadow.fullscreenElement === this.#root;
    if (this.#hasScreen && !hasScreen) this.#end();
    this.#hasScreen = hasScreen;
  }

  /** An occupation of an overview that opens, or closes, has other sections: they begin anew. */
  async #changed() {
    if (this.#openNow === this.#open) return;
    this.#open = this.#openNow;
    await null;  // until the frame that told of it is over
    if (this.isOver) return;
    this.#isShown = false;
    this.show(0);
  }

  /** @param {number} place a section's number, from 0; the nearest that there is */
  show(place) {
    const {stage, announce} = this.#dashboard;
    const last = this.#present(this.#place).length - 1;
    const nearest = Math.max(0, Math.min(place, last));
    if (nearest === this.#place && this.#isShown) return;
    this.#isShown = true;
    this.#place = nearest;
    const sentence = this.#present(nearest)[nearest];
    this.#root.scrollTop = 0;
    this.fit();
    stage.mirrorNow();
    this.#root.setAttribute('aria-label', sentence);
    announce(sentence);
    if (!this.#holds(focused())) this.#takeFocus();
  }

  /**
   * Has the widget show one section, or for -1 all of them.
   * @param {number} slide
   * @returns {string[]} what to say of each
   */
  #present(slide) {
    return this.#dashboard.widget()?.present(slide) ?? [];
  }

  /** Makes the text as large as the screen allows. */
  fit() {
    const {stage, enlarge} = this.#dashboard;
    const room = this.#root.clientHeight - parseFloat(getComputedStyle(this.#root).paddingBottom);
    enlarge(1);
    const width = this.#root.clientWidth / (parseFloat(getComputedStyle(this.#root).fontSize) / 16);
    const least = Math.max(1, Math.min(leastFactor, width / leastWidth));
    for (let i = 0; i < layoutWidths.length; ++i) {
      const factor = Math.max(least, width / layoutWidths[i]);
      enlarge(factor);
      stage.measure();
      const height = stage.element.offsetHeight;
      if (height <= room || factor === least) return;
      if (height > hopeless * room) i = Math.max(i, layoutWidths.length - 2);
    }
  }

  /** @param {Element | null} element */
  #holds(element) {
    return element !== null && (this.#root.contains(element) || this.#dashboard.element.contains(element));
  }

  #takeFocus() {
    this.#root.focus({preventScroll: true});
  }

  /** Whether the controls are meant, which lie over the picture. @param {Event} event */
  #controlOf(event) {
    const [target] = event.composedPath();
    return target instanceof Element ? target.closest('.slide-controls') && target : null;
  }

  /** @param {PointerEvent} event */
  #pointed(event) {
    const isOver = this.#controlOf(event) !== null;
    if (isOver) {  // what is drawn beneath is not meant
      event.stopPropagation();
      this.#dashboard.stage.element.dispatchEvent(new PointerEvent('pointercancel'));
    }
    const isHeld = event.pointerType !== 'touch' || event.type === 'pointerdown' || event.type === 'pointermove';
    const hasLeft = event.type === 'pointercancel' || (event.type === 'pointerleave' && event.target === this.#root);
    if (isOver || !isHeld || hasLeft) {
      this.#laser.hide();
    } else if (event.type !== 'pointerleave') {
      this.#laser.follow(event);
    }
  }

  /** Presses of the mirror's buttons are the drawing's, but these are not drawn. @param {MouseEvent} event */
  #clicked(event) {
    const button = this.#controlOf(event)?.closest('button');
    if (!button) return;
    event.stopPropagation();
    this.#dashboard.widget()?.activate(button.dataset.id ?? '');
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const [target] = event.composedPath();
    const act = target instanceof Element && this.#actOf(event, target);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  /**
   * What a key does, unless it is another's.
   * @param {KeyboardEvent} event
   * @param {Element} target
   * @returns {(() => void) | null}
   */
  #actOf({key, shiftKey, altKey, ctrlKey, metaKey, repeat, isComposing}, target) {
    if (altKey || ctrlKey || metaKey || isComposing) return null;
    if (key === 'Tab') return this.#wrapOf(target, shiftKey);
    if (key === 'Escape') return target.closest('[aria-expanded=true]') ? null : () => this.leave();
    const isOwn = target.closest('input, textarea, select, [contenteditable]') ||
        (key === ' ' && target.closest('button, a')) || (key.startsWith('Arrow') && target.closest('.mark-plot'));
    if (isOwn || (shiftKey && key !== ' ')) return null;
    const onwards = this.#dashboard.stage.mirrored.querySelector('.dashboard[dir=rtl]') ? -1 : 1;
    /** @type {Record<string, () => void>} */
    const acts = {
      'ArrowRight': () => this.#turn(onwards),
      'ArrowLeft': () => this.#turn(-onwards),
      'ArrowDown': () => this.#advance(lineShare, repeat),
      'ArrowUp': () => this.#advance(-lineShare, repeat),
      'PageDown': () => this.#advance(pageShare, repeat),
      'PageUp': () => this.#advance(-pageShare, repeat),
      ' ': () => this.#advance(shiftKey ? -pageShare : pageShare, repeat),
      'Home': () => this.show(0),
      'End': () => this.show(Infinity),
    };
    return acts[key] ?? null;
  }

  /** From the last thing that takes the focus to the first, and back. @param {Element} target @param {boolean} back */
  #wrapOf(target, back) {
    const all = [...this.#dashboard.stage.mirrored.querySelectorAll(focusable)].filter(
        (element) => element instanceof HTMLElement && !element.closest('[hidden]'));
    const first = /** @type {HTMLElement | undefined} */ (all[0]);
    const last = /** @type {HTMLElement | undefined} */ (all[all.length - 1]);
    if (!back && target === last) return () => first?.focus();
    if (back && (target === first || target === this.#root)) return () => last?.focus();
    return null;
  }

  /** @param {number} step */
  #turn(step) {
    this.show(this.#place + step);
  }

  /**
   * Scrolls on while there is more of the section, then turns to the next.
   * @param {number} share of the screen; a negative one goes back
   * @param {boolean} isRepeated whether the key is held, which turns nothing
   */
  #advance(share, isRepeated) {
    const {scrollTop, scrollHeight, clientHeight} = this.#root;
    const rest = share > 0 ? scrollHeight - clientHeight - scrollTop : scrollTop;
    if (rest >= 1) {
      this.#root.scrollBy({top: share * clientHeight});
    } else if (!isRepeated) {
      this.#turn(Math.sign(share));
    }
  }

  leave() {
    if (this.#hasScreen) {
      document.exitFullscreen().catch(() => this.#end());  // the end comes with the screen's
    } else {
      this.#end();
    }
  }

  /** Everything is as it was. */
  #end() {
    if (this.isOver) return;
    this.#ending.abort();
    current = null;
    this.#size.disconnect();
    if (this.#shadow.fullscreenElement === this.#root) document.exitFullscreen().catch(() => {});
    this.#laser.hide();
    this.#laser.element.remove();
    this.#root.classList.remove('presenting');
    for (const name of ['role', 'aria-modal', 'aria-label', 'tabindex', 'popover']) this.#root.removeAttribute(name);
    this.#shadow.adoptedStyleSheets = this.#shadow.adoptedStyleSheets.filter((other) => other !== sheet);
    const {stage, enlarge, announce} = this.#dashboard;
    this.#present(-1);
    stage.moved();
    enlarge(1);
    announce('');
    stage.mirrorNow();  // and so the content has its height again
    this.#spacer.remove();
    this.#restoreFocus();
    this.#restoreScroll();
    requestAnimationFrame(() => this.#restoreScroll());  // should the window get its size only now
  }

  #restoreFocus() {
    const id = this.#focus?.dataset.id;
    const again = id ? this.#dashboard.stage.mirrored.querySelector(`[data-id="${id}"]`) : this.#focus;
    if (again instanceof HTMLElement) again.focus({preventScroll: true});
  }

  #restoreScroll() {
    scrollTo({...this.#scroll, behavior: 'instant'});
  }
}

/** There is one screen. @type {Presentation | null} */
let current = null;

/** Makes what is presented fit the screen again, once it has become something else. @param {Dashboard} dashboard */
export function refit({element}) {
  if (current?.isOf(element)) current.fit();
}

/**
 * Presents a section, or leaves.
 * @param {Dashboard} dashboard
 * @param {string} place the section's number, from 0; nothing to leave
 */
export function present(dashboard, place) {
  if (place === '') return current?.leave();
  if (!dashboard.widget()?.present(-1).length) throw new Error('This part could not be downloaded.');
  if (!current) {
    current = new Presentation(dashboard);
    current.begin();
  }
  current.show(Number(place));
}
