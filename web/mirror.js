// The picture as a document: real elements with transparent text over what is drawn, so that screen readers, the
// keyboard, find-in-page, selection and translation have something to work with. The module says which elements
// (src/view/markup.cpp); here they are brought up to date after frames that changed what is shown, one by one and only
// where something differs. Elements keep their identity by the record's ids.

/**
 * A record of the module, taken apart: the place (a box, and the type), attributes, and text with its lines, each as it
 * came.
 * @typedef {{id: string, parent: string, tag: string, place: string, attributes: string, text: string}} Record
 */

/** @typedef {{element: HTMLElement, raw: string, record: Record}} Mirrored */

/** Goes before an entry that is no text on its way (src/view/ui.h). */
export const keyMark = '\x01';

const attributeEnd = '\x1D';
const fieldEnd = '\x1F';

/**
 * @param {string} raw fields: id, parent, x, y, width, height, font size, line height, tag, attributes, text, and two
 *     for each line of it, or piece of a line
 * @returns {Record}
 */
function readRecord(raw) {
  const fields = raw.split(fieldEnd);
  const [tag, attributes, ...text] = fields.slice(8);
  return {
    id: fields[0],
    parent: fields[1],
    place: fields.slice(2, 8).join(),
    tag,
    attributes,
    text: text.join(fieldEnd)
  };
}

/** The words without their lines. @param {Record | undefined} record */
const contentOf = (record) => record?.text.slice(0, record.text.indexOf(fieldEnd));

/**
 * What stands between a text and the next when both are copied: a row of a table is a line.
 * @param {Element | null} element
 */
function separatorAfter(element) {
  if (element?.matches('td.name, .open, .tag')) return '\t';
  return element?.matches('h1, h2, h3, h4, h5, h6, p, li, td') ? '\n' : ' ';
}

/**
 * Tells the style sheet where an element lies, and of what size its text is; only the one that lays elements over the
 * canvas asks.
 * @param {HTMLElement} element
 * @param {string} place
 * @param {number} ratio device pixels a CSS pixel
 */
function setPlace(element, place, ratio) {
  const [x, y, width, height, size, line] = place.split(',').map((length) => Number(length) / 10 / ratio);
  const type = size ? `--size:${size}px;--line:${line}px` : '';
  element.style.cssText = `--x:${x}px;--y:${y}px;--w:${width}px;--h:${height}px;${type}`;
}

/** @param {unknown} element @returns {element is HTMLInputElement | HTMLTextAreaElement} */
const isField = (element) => element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** @param {unknown} element @returns {element is HTMLInputElement} */
const isNumberField = (element) => element instanceof HTMLInputElement && element.inputMode !== '';

/** Has a field show its value, whatever was typed. @param {HTMLInputElement | HTMLTextAreaElement} field */
function showValue(field) {
  const value = field.dataset.value ?? field.getAttribute('value') ?? '';
  if (field.value !== value) field.value = value;
}

/**
 * @param {HTMLElement} element
 * @param {string} before the attributes as they were
 * @param {string} now
 */
function setAttributes(element, before, now) {
  const names = new Set();
  const fields = now.split(attributeEnd);
  for (let i = 0; i + 1 < fields.length; i += 2) {
    names.add(fields[i]);
    element.setAttribute(fields[i], fields[i + 1]);
  }
  before.split(attributeEnd).forEach((name, i) => {
    if (i % 2 === 0 && name && !names.has(name)) element.removeAttribute(name);
  });
  if (element instanceof HTMLOptionElement) element.selected = element.defaultSelected;  // whatever was chosen before
  // What the reader is typing is no value yet.
  if (isField(element) && !element.matches('[data-value]:focus')) showValue(element);
}

/**
 * @param {string} className
 * @param {string} text
 */
function span(className, text) {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

/**
 * What stands between two pieces: a blank for what is searched and copied, and for the eyes a line's end.
 * @param {string} end what the piece before ends with
 */
function between(end) {
  const isBlank = end !== '' && end !== '\n';  // lines also end after hyphens
  return span(end.endsWith('\n') ? 'between line-end' : 'between', isBlank ? ' ' : '');
}

/**
 * Fills an element with its text. Lines are pieces of one flow, ended by the style sheet alone, so what crosses them
 * can be found and selected.
 * @param {HTMLElement} element
 * @param {string} separator
 * @param {string} text
 */
function setText(element, separator, text) {
  const [content, ...fields] = text.split(fieldEnd);
  /** @type {HTMLElement[]} */
  const lines = [];
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const words = fields[i + 1].trimEnd();
    const line = span('line', words);
    line.style.setProperty('--weight', fields[i]);
    lines.push(line, between(fields[i + 1].slice(words.length)));
  }
  if (lines.length) {
    element.replaceChildren(...lines.slice(0, -1), span('end', separator));
  } else if (content) {
    element.textContent = content;
  }
}

export class Mirror {
  element = document.createElement('div');
  /** By the record's ids. @type {Map<string, Mirrored>} */
  #mirrored = new Map();
  #ratio = 0;
  #isOverlay = true;
  /** Fields that the reader has left: what was typed becomes what it came to. */
  #left = new Set();
  /** Sees changes that others make: a browser's or an extension's translation. */
  #changes;

  /**
   * @param {{
   *   activate: (id: string) => void, enter: (id: string, text: string) => void, reveal: (id: string) => void,
   * translated: () => void, blurred: (isField: boolean) => void
   * }} listener `activate` does what pressing an element would do; `reveal` opens one that was found while it is
   * closed, before it returns
   */
  constructor({activate, enter, reveal, translated, blurred}) {
    this.element.className = 'mirror taskscope';
    this.element.addEventListener('click', (event) => {
      // The pointer presses what is drawn, by itself, while there is a drawing.
      const button = /** @type {Element} */ (event.target).closest('button');
      if (button instanceof HTMLElement && (event.detail === 0 || !this.#isOverlay)) activate(button.dataset.id ?? '');
    });
    this.element.addEventListener('keydown', (event) => {
      const open = /** @type {Element} */ (event.target).closest('[aria-expanded=true]');
      if (event.key !== 'Escape' || !(open instanceof HTMLElement)) return;
      activate(open.dataset.id ?? '');
      event.preventDefault();  // one press closes one thing: not a dialog around the widget as well
    });
    this.element.addEventListener('copy', (event) => {
      const text = String(getSelection()).trim();
      if (!this.#isOverlay || !text) return;
      // As text alone: a rich copy would be as transparent as the mirror, and broken where the drawn lines are.
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    });
    this.element.addEventListener('input', ({target}) => {
      if (isField(target) || target instanceof HTMLSelectElement) enter(target.dataset.id ?? '', target.value);
    });
    // As the field is left, or Enter is pressed in it: what was typed is not on its way to something else any more.
    this.element.addEventListener('change', ({target}) => {
      if (isNumberField(target)) enter(target.dataset.id ?? '', keyMark + target.value);
    });
    this.element.addEventListener('focusout', ({target}) => {
      if (isField(target)) this.#left.add(target);
      blurred(isField(target));
    });
    this.element.addEventListener('beforematch', (event) => {
      const found = /** @type {Element} */ (event.target).closest('[data-id]');
      if (found instanceof HTMLElement) reveal(found.dataset.id ?? '');
    });
    this.#changes = new MutationObserver(translated);
    this.#changes.observe(this.element, {childList: true, characterData: true, subtree: true});
  }

  get isEmpty() {
    return !this.#mirrored.size;
  }

  clear() {
    this.#mirrored.clear();
    this.element.replaceChildren();
    this.#changes.takeRecords();
  }

  /** Whether the elements lie over a drawing. @param {boolean} isOverlay */
  set isOverlay(isOverlay) {
    this.#isOverlay = isOverlay;
    this.#ratio = 0;  // everything is set anew
  }

  /**
   * Makes the elements what the records say.
   * @param {string[]} records parents before their children
   * @param {number} ratio device pixels a CSS pixel
   * @param {boolean} keepsFocus whether the row that has the focus stays though the records lack it
   */
  update(records, ratio, keepsFocus) {
    const ids = new Set(records.map((raw) => raw.slice(0, raw.indexOf(fieldEnd))));
    /** Where the next child of each parent goes. @type {Map<string, {element: Element, next: Element | null}>} */
    const parents = new Map([['0', {element: this.element, next: this.element.firstElementChild}]]);
    for (const raw of records) {
      const {element, record: {id, parent}} = this.#mirror(raw, ratio, parents);
      const siblings = parents.get(parent);
      if (!siblings) continue;
      while (siblings.next !== element && siblings.next instanceof HTMLElement &&
             !ids.has(siblings.next.dataset.id ?? '')) {
        siblings.next = siblings.next.nextElementSibling;  // a stale one
      }
      if (element === siblings.next) {
        siblings.next = element.nextElementSibling;
      } else {
        siblings.element.insertBefore(element, siblings.next);
      }
      parents.set(id, {element, next: element.firstElementChild});
    }
    // Last, as what has the focus tells so in leaving, and then the page may do anything.
    for (const [id, {element}] of this.#mirrored) {
      if (!ids.has(id)) this.#remove(element, keepsFocus);
    }
    for (const field of this.#left) showValue(field);
    this.#left.clear();
    this.#ratio = ratio;
    this.#changes.takeRecords();  // our own
  }

  /**
   * @param {HTMLElement} element
   * @param {boolean} keepsFocus
   */
  #remove(element, keepsFocus) {
    const focused = /** @type {ShadowRoot | Document} */ (this.element.getRootNode()).activeElement;
    if (keepsFocus && focused && (element.contains(focused) || focused.closest('tr')?.contains(element))) return;
    element.remove();
    this.#mirrored.delete(element.dataset.id ?? '');
  }

  /**
   * @param {string} raw
   * @param {number} ratio
   * @param {Map<string, {element: Element}>} parents
   * @returns {Mirrored}
   */
  #mirror(raw, ratio, parents) {
    const id = raw.slice(0, raw.indexOf(fieldEnd));
    const known = this.#mirrored.get(id);
    const sameRatio = ratio === this.#ratio;
    if (known && known.raw === raw && sameRatio) return known;
    const record = readRecord(raw);
    const element = known?.element ?? document.createElement(record.tag);
    const before = known?.record;
    if (!known) element.dataset.id = id;
    if (!sameRatio || before?.place !== record.place) setPlace(element, record.place, ratio);
    if (before?.attributes !== record.attributes) setAttributes(element, before?.attributes ?? '', record.attributes);
    // In the open, lines do not matter, and words that a translator put there stay while ours are the same.
    const sameWords = contentOf(before) === contentOf(record);
    if (this.#isOverlay ? !this.#ratio || before?.text !== record.text : !sameWords) {
      const named = /^(SPAN|A)$/.test(element.tagName) ? parents.get(record.parent)?.element : element;
      setText(element, separatorAfter(named ?? null), record.text);
    }
    const mirrored = {element, raw, record};
    this.#mirrored.set(id, mirrored);
    return mirrored;
  }
}
