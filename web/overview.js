// What an overview asks of the page beyond presses: keys and gestures on the plot, keys in the search, and where the
// focus goes as an occupation opens and closes. Part of the script that is fetched with the module's second part. What
// happens on a thing is entered into it as text (src/play/overview_plot.cpp, overview_search.cpp).

import {Discs} from './discs.js';
import {keyMark} from './mirror.js';

/** @typedef {import('./share.js').Dashboard} Dashboard */

const searchKeys = ['ArrowDown', 'ArrowUp', 'Enter', 'Home', 'End', 'Escape'];
const plotKeys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', '+', '-', '0', 'Enter', 'Escape'];

/** How much a wheel's step zooms, by its pixels. */
const wheelZoom = 0.0025;

/** A button that is down moves the plot once it has travelled this far, in CSS pixels. */
const leastDrag = 8;  // as in web/pointer.js, so that what moves presses nothing

/** How long the picture's elements may take to follow, in milliseconds. */
const mostWait = 3000;

/** @param {EventTarget | null} target @param {string} selector */
function closest(target, selector) {
  const found = target instanceof Element ? target.closest(selector) : null;
  return found instanceof HTMLElement ? found : null;
}

/** The stages that are listened to. @type {WeakSet<object>} */
const known = new WeakSet();

/** Gestures come faster than frames, which take one entry each: what is asked for is put together until the next. */
class Gestures {
  #enter;
  #factor = 1;
  #center = {x: 0.5, y: 0.5};
  #way = {x: 0, y: 0};
  #frame = 0;

  /** @param {(id: string, text: string) => void} enter */
  constructor(enter) {
    this.#enter = enter;
  }

  /** @param {HTMLElement} plot @param {number} factor @param {number} clientX @param {number} clientY */
  zoom(plot, factor, clientX, clientY) {
    const {left, top, width, height} = plot.getBoundingClientRect();
    this.#factor *= factor;
    this.#center = {x: (clientX - left) / width, y: (clientY - top) / height};
    this.#ask(plot);
  }

  /** @param {HTMLElement} plot @param {number} x @param {number} y in CSS pixels */
  pan(plot, x, y) {
    const {width, height} = plot.getBoundingClientRect();
    this.#way.x += x / width;
    this.#way.y += y / height;
    this.#ask(plot);
  }

  /** @param {HTMLElement} plot */
  #ask(plot) {
    const numbers = (/** @type {number[]} */...values) => values.map((value) => value.toFixed(5)).join(' ');
    const entry = this.#factor === 1 ? `pan ${numbers(this.#way.x, this.#way.y)}` :
                                       `zoom ${numbers(this.#factor, this.#center.x, this.#center.y)}`;
    this.#enter(plot.dataset.id ?? '', entry);
    this.#frame ||= requestAnimationFrame(() => this.#begin());  // after the frame that was just asked for
  }

  #begin() {
    this.#frame = 0;
    this.#factor = 1;
    this.#way = {x: 0, y: 0};
  }
}

/** The middle of two fingers, and how far they are apart. @param {TouchList} touches */
function spread(touches) {
  const [a, b] = [touches[0], touches[1]];
  return {
    x: (a.clientX + b.clientX) / 2,
    y: (a.clientY + b.clientY) / 2,
    apart: Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)),
  };
}

/**
 * The wheel with Ctrl, which is also how trackpads tell a pinch, two fingers, and a mouse that drags what is zoomed in.
 * All else is left to the page.
 * @param {HTMLElement} mirror
 * @param {Gestures} gestures
 * @param {AbortSignal} signal
 */
function heedGestures(mirror, gestures, signal) {
  const plotAt = (/** @type {Event} */ {target}) => closest(target, '.mark-plot');
  mirror.addEventListener('wheel', (event) => {
    const plot = event.ctrlKey ? plotAt(event) : null;
    if (!plot) return;
    event.preventDefault();
    gestures.zoom(plot, Math.exp(-event.deltaY * wheelZoom * (event.deltaMode ? 20 : 1)), event.clientX, event.clientY);
  }, {passive: false, signal});

  let before = {x: 0, y: 0, apart: 1};
  mirror.addEventListener('touchstart', (event) => {
    if (event.touches.length === 2 && plotAt(event)) before = spread(event.touches);
  }, {passive: true, signal});
  mirror.addEventListener('touchmove', (event) => {
    const plot = event.touches.length === 2 ? plotAt(event) : null;
    if (!plot) return;
    if (event.cancelable) event.preventDefault();
    const now = spread(event.touches);
    gestures.zoom(plot, now.apart / before.apart, now.x, now.y);
    before = now;
  }, {passive: false, signal});

  // Safari on a Mac tells a trackpad's pinch by events of its own; on a touch screen these come with the touches.
  let scale = 1;
  for (const name of navigator.maxTouchPoints ? [] : ['gesturestart', 'gesturechange']) {
    mirror.addEventListener(name, (event) => {
      const plot = plotAt(event);
      if (!plot) return;
      event.preventDefault();
      const now = Number(Reflect.get(event, 'scale'));
      const [x, y] = [Number(Reflect.get(event, 'clientX')), Number(Reflect.get(event, 'clientY'))];
      if (name === 'gesturechange') gestures.zoom(plot, now / scale, x, y);
      scale = now;
    }, {signal});
  }

  /** @type {{plot: HTMLElement, x: number, y: number, moves: boolean} | null} */
  let drag = null;
  mirror.addEventListener('pointerdown', (event) => {
    const plot = event.pointerType !== 'touch' && event.button === 0 ? plotAt(event) : null;
    drag = plot && {plot, x: event.clientX, y: event.clientY, moves: false};
  }, {signal});
  addEventListener('pointermove', (event) => {
    if (!event.buttons) drag = null;  // it was let go elsewhere
    if (!drag || event.pointerType === 'touch') return;
    drag.moves ||= Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > leastDrag;
    if (!drag.moves) return;
    gestures.pan(drag.plot, event.clientX - drag.x, event.clientY - drag.y);
    Object.assign(drag, {x: event.clientX, y: event.clientY});
  }, {signal});
  for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => drag = null, {signal});
}

/**
 * @param {HTMLElement} mirror
 * @param {(id: string, text: string) => void} enter
 * @param {AbortSignal} signal
 */
function heedKeys(mirror, enter, signal) {
  mirror.addEventListener('keydown', (event) => {
    if (event.altKey || event.metaKey || event.ctrlKey || event.isComposing) return;
    const search = closest(event.target, '[role=combobox]');
    const plot = closest(event.target, '.mark-plot');
    const name = event.key === '=' ? '+' : event.key;
    if (search && searchKeys.includes(event.key)) {
      if (event.key === 'Home' || event.key === 'End') {
        enter(search.dataset.id ?? '', keyMark + event.key);
        return;  // the caret moves
      }
      const isIdle = event.key === 'Escape' && !(/** @type {HTMLInputElement} */ (search)).value;
      if (isIdle) return;
      enter(search.dataset.id ?? '', keyMark + event.key);
      if (event.key === 'Escape') /** @type {HTMLInputElement} */
        (search).value = '';
    } else if (plot && plotKeys.includes(name)) {
      enter(plot.dataset.id ?? '', keyMark + (event.shiftKey && name.startsWith('Arrow') ? `Shift+${name}` : name));
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();  // one press does one thing
  }, {capture: true, signal});
  mirror.addEventListener('mousedown', (event) => {
    if (closest(event.target, '[role=listbox]')) event.preventDefault();  // the focus stays in the search
  }, {signal});
  mirror.addEventListener('focusout', ({target}) => {
    const search = closest(target, '[role=combobox][aria-expanded=true]');
    if (search) enter(search.dataset.id ?? '', `${keyMark}Close`);
    const plot = closest(target, '.mark-plot');
    if (plot) enter(plot.dataset.id ?? '', `${keyMark}Escape`);
  }, {signal});
}

/**
 * Waits until the mirror has what is wanted.
 * @param {HTMLElement} mirror
 * @param {AbortSignal} signal ends it
 * @param {() => HTMLElement | null} find
 * @param {(element: HTMLElement) => void} act
 */
function whenThere(mirror, signal, find, act) {
  const changes = new MutationObserver(() => look());
  const stop = () => {
    changes.disconnect();
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  };
  const timer = setTimeout(stop, mostWait);
  signal.addEventListener('abort', stop);
  const look = () => {
    const element = find();
    if (!element) return;
    stop();
    act(element);
  };
  changes.observe(mirror, {childList: true, subtree: true});
  look();
}

/**
 * The focus, and the page's place, follow to the profile that opens and back to where it was opened.
 * @param {Dashboard} dashboard
 * @param {HTMLElement} mirror
 * @param {AbortSignal} signal
 */
function followOpening({element, root}, mirror, signal) {
  const openNow = () => String(element.state.overview?.open ?? '');
  let open = openNow(), lastFocused = '', place = 0;
  mirror.addEventListener('focusin', ({target}) => {
    if (!open) lastFocused = closest(target, '[data-id]')?.dataset.id ?? '';
  }, {signal});
  root.addEventListener('statechange', () => {
    const next = openNow();
    if (next === open) return;
    const wasOpen = Boolean(open), isOpen = Boolean(next);
    open = next;
    if (isOpen) {
      if (!wasOpen) place = scrollY;
      const {top} = element.getBoundingClientRect();
      if (top < 0) scrollBy(0, top);
      whenThere(mirror, signal, () => mirror.querySelector('.back'), (button) => button.focus({preventScroll: true}));
    } else {
      whenThere(mirror, signal, () => mirror.querySelector('.mark-plot'), (plot) => {
        const before = mirror.querySelector(`[data-id="${CSS.escape(lastFocused)}"]`);
        (before instanceof HTMLElement ? before : plot).focus({preventScroll: true});
        scrollTo(0, place);
      });
    }
  }, {signal});
}

/**
 * The profiles that were written for the occupations which are open, as they came. @type {WeakMap<object, Uint8Array>}
 */
const writtenProfiles = new WeakMap();

/** The one that is shown. @param {Dashboard} dashboard */
export const writtenProfile = ({element}) => /** @type {BlobPart | undefined} */ (writtenProfiles.get(element));

/** Where the profile goes that was written for an occupation of a catalogue (src/host/exports.cpp). */
const placeOfWritten = 3;

/**
 * Shows the profile that was written for the occupation which the reader opened, in place of the catalogue's figures;
 * these stay where it cannot be had, and the reader is told so while that occupation is open.
 * @param {Dashboard} dashboard
 * @param {string} address relative to the catalogue's
 * @param {(show: () => void) => void} around is to call what it is given, which shows the profile
 */
export async function openWritten(dashboard, address, around) {
  const {element, widget, bytes, root, stage, lasts, fetchProfile, showFailure} = dashboard;
  const signal = lasts();
  const openNow = () => element.state.overview?.open;
  const wanted = openNow(), catalogue = bytes();
  // The page, or the reader, is elsewhere by now.
  const isOver = () => signal.aborted || bytes() !== catalogue || openNow() !== wanted;
  const {href} = new URL(address, new URL(element.src, document.baseURI));
  try {
    const profile = await fetchProfile(href, {signal, progress() {}});
    if (isOver()) return;
    around(() => {
      const problem = widget()?.load(profile, placeOfWritten).diagnostics.find(({severity}) => severity === 'error');
      if (problem) throw new Error(problem.message);
    });
    writtenProfiles.set(element, profile);
    stage.contentChanged();
  } catch (error) {
    if (isOver()) return;
    console.error(`The profile ${href} cannot be shown:`, error);
    const hide = showFailure(error, () => {
      hide();
      if (!isOver()) openWritten(dashboard, address, around);
    });
    root.addEventListener('statechange', () => isOver() && hide(), {signal});
  }
}

/**
 * Listens to all of that, as long as the dashboard lasts. @param {Dashboard} dashboard
 */
export function explore(dashboard) {
  const signal = dashboard.lasts();
  const renderer = dashboard.widget()?.renderer;
  if (renderer) renderer.discs ??= new Discs(renderer);
  if (known.has(signal)) return;
  known.add(signal);
  const mirror = dashboard.stage.mirrored;
  const enter = (/** @type {string} */ id, /** @type {string} */ text) => dashboard.widget()?.enter(id, text);
  const gestures = new Gestures((id, text) => {
    dashboard.stage.heedGesture();
    enter(id, text);
  });
  heedGestures(mirror, gestures, signal);
  heedKeys(mirror, enter, signal);
  followOpening(dashboard, mirror, signal);
}
