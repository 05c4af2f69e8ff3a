// The element's attributes as properties, which reflect them as those of HTML's own elements do: what is wrong or
// missing reads as the default, and what a page sets is written as it is.

/** Servers that render pages have no elements; importing this there is harmless. */
const ElementBase = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

const leastTextSize = 0.5;
const mostTextSize = 4;
const usualHeadingLevel = 2;

export class ElementWithAttributes extends ElementBase {
  static observedAttributes = ['src', 'view', 'compare', 'theme', 'loading', 'text-size', 'heading-level', 'address'];

  /** The profile's address, made absolute. */
  get src() {
    const address = this.getAttribute('src');
    return address && URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI).href : address ?? '';
  }

  set src(address) {
    this.setAttribute('src', address);
  }

  /**
   * What is at `src`: `profile`, one occupation's, or `overview` for a catalogue of many.
   * @returns {'profile' | 'overview'}
   */
  get view() {
    return this.getAttribute('view')?.toLowerCase() === 'overview' ? 'overview' : 'profile';
  }

  set view(view) {
    this.setAttribute('view', view);
  }

  /** Addresses of up to two further profiles to compare with, with blanks between them. */
  get compare() {
    return this.getAttribute('compare') ?? '';
  }

  set compare(addresses) {
    this.setAttribute('compare', addresses);
  }

  /**
   * `light`, `dark`, or `auto` for the page's `color-scheme` and, where that leaves it open, what the reader prefers.
   * @returns {'auto' | 'light' | 'dark'}
   */
  get theme() {
    const theme = this.getAttribute('theme')?.toLowerCase();
    return theme === 'light' || theme === 'dark' ? theme : 'auto';
  }

  set theme(theme) {
    this.setAttribute('theme', theme);
  }

  /**
   * `eager`, or `lazy` for nothing to be fetched until the element comes near the window.
   * @returns {'lazy' | 'eager'}
   */
  get loading() {
    return this.getAttribute('loading')?.toLowerCase() === 'eager' ? 'eager' : 'lazy';
  }

  set loading(loading) {
    this.setAttribute('loading', loading);
  }

  /** How large texts are against those around the element: 0.5 to 4, usually 1. */
  get textSize() {
    const size = Number(this.getAttribute('text-size') ?? 1);
    return size > 0 ? Math.min(mostTextSize, Math.max(leastTextSize, size)) : 1;
  }

  set textSize(size) {
    this.setAttribute('text-size', String(size));
  }

  /** The level of the dashboard's title among the page's headings: 1 to 6, usually 2. */
  get headingLevel() {
    const level = Math.trunc(Number(this.getAttribute('heading-level')));
    return level >= 1 && level <= 6 ? level : usualHeadingLevel;
  }

  set headingLevel(level) {
    this.setAttribute('heading-level', String(level));
  }

  /** Whether the page's address follows what the reader changes. Links are read in any case. */
  get address() {
    return this.hasAttribute('address');
  }

  set address(follows) {
    this.toggleAttribute('address', follows);
  }
}

/**
 * Takes up what a page has set as plain properties before the element's class was there.
 * @param {HTMLElement} element
 * @param {string[]} names
 */
export function takeEarlyProperties(element, names) {
  for (const name of names) {
    if (!Object.hasOwn(element, name)) continue;
    const value = Reflect.get(element, name);
    Reflect.deleteProperty(element, name);
    Reflect.set(element, name, value);
  }
}
