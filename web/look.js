// How a widget is to look: what the element's style says, what the page sets by custom properties
// (`--task-scope-ink`, …), and what the reader's system asks for. A hidden text measures the first two, and its size
// and its transitions tell when they have become others.
import {watchPixelRatio} from './viewport.js';

/** @typedef {import('./widget.js').Look} Look */
/** @typedef {import('./widget.js').Tokens} Tokens */

const usualFontSize = 16;  // CSS pixels; the text scale is measured against it
const prefix = '--task-scope-';

/**
 * The colour of `color(srgb 1 0.5 0 / 1)`, as 0xAABBGGRR.
 * @param {string} computed
 */
function packColor(computed) {
  const channels = computed.slice(computed.indexOf('srgb') + 4).match(/[-\d.e]+|none/g) ?? [];
  const byte = (/** @type {string | undefined} */ channel, /** @type {number} */ missing) =>
      Math.round(Math.min(1, Math.max(0, Number(channel ?? missing) || 0)) * 255);
  const [red, green, blue, alpha] = channels;
  return (byte(alpha, 1) << 24 | byte(blue, 0) << 16 | byte(green, 0) << 8 | byte(red, 0)) >>> 0;
}

export class LookReader {
  element = document.createElement('div');
  /** A text as large as its words, and what colours and lengths are computed on. */
  #scratch = document.createElement('span');
  #host;
  #dark = matchMedia('(prefers-color-scheme: dark)');
  #motion = matchMedia('(prefers-reduced-motion: reduce)');
  #contrast = matchMedia('(prefers-contrast: more)');
  #forcedColors = matchMedia('(forced-colors: active)');

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#host = host;
    this.element.className = 'probe';
    this.#scratch.textContent = 'Taskscope 0123456789';
    this.element.append(this.#scratch);
    this.element.setAttribute('aria-hidden', 'true');
  }

  /**
   * Calls `changed` when anything may look different, and `resized` where texts may have other sizes as well.
   * @param {{changed: () => void, resized: () => void}} listener
   * @param {AbortSignal} signal ends it
   */
  watch({changed, resized}, signal) {
    for (const query of [this.#dark, this.#motion, this.#contrast, this.#forcedColors]) {
      query.addEventListener('change', changed, {signal});
    }
    this.element.addEventListener('transitionrun', changed, {signal});
    let isKnown = false;
    const sizes = new ResizeObserver(() => {
      if (isKnown) resized();
      isKnown = true;  // observers are told the size that there is, first of all
    });
    sizes.observe(this.#scratch);
    const stopWatchingRatio = watchPixelRatio(changed);
    signal.addEventListener('abort', () => {
      sizes.disconnect();
      stopWatchingRatio();
    });
  }

  get forcesColors() {
    return this.#forcedColors.matches;
  }

  /**
   * Whether the dashboard is dark. A page that has one colour scheme alone decides before the reader does.
   * @param {'auto' | 'light' | 'dark'} theme
   */
  isDark(theme) {
    if (theme !== 'auto') return theme === 'dark';
    const {colorScheme} = getComputedStyle(this.#host);
    if (colorScheme === 'light' || colorScheme === 'dark') return colorScheme === 'dark';
    return this.#dark.matches;
  }

  /**
   * @param {boolean} dark
   * @param {Tokens} tokens
   * @returns {Look}
   */
  read(dark, tokens) {
    this.#scratch.style.colorScheme = dark ? 'dark' : 'light';
    const style = getComputedStyle(this.element);
    const textScale = parseFloat(style.fontSize) / usualFontSize;
    const own = (/** @type {string[]} */ names) => names.map((name) => style.getPropertyValue(prefix + name).trim());
    return {
      dark,
      textScale,
      devicePixelRatio,
      reducedMotion: this.#motion.matches,
      moreContrast: this.#contrast.matches,
      fontFamily: style.fontFamily,
      colors: own(tokens.colors).map((value) => this.#color(value)),
      lengths: own(tokens.lengths).map((value) => this.#length(value, textScale)),
    };
  }

  /**
   * Any CSS colour as 0xAABBGGRR; null where it is not set, or none.
   * @param {string} value
   */
  #color(value) {
    if (!value) return null;
    this.#scratch.style.color = `color-mix(in srgb, ${value}, ${value})`;
    const color = this.#scratch.style.color && packColor(getComputedStyle(this.#scratch).color);
    this.#scratch.style.color = '';
    return color === '' ? null : color;
  }

  /**
   * Any CSS length, in CSS pixels before the text scale; null where it is not set, or none.
   * @param {string} value
   * @param {number} textScale
   */
  #length(value, textScale) {
    if (!value) return null;
    this.#scratch.style.textIndent = value;
    const length = this.#scratch.style.textIndent && parseFloat(getComputedStyle(this.#scratch).textIndent);
    this.#scratch.style.textIndent = '';
    return length === '' ? null : Math.max(0, length) / textScale;
  }
}
