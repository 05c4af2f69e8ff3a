// The text area with what stands beside it: the numbers of its lines, and marks at those that have something wrong.
// Lines are not wrapped, so a line's place follows from its number.
import {findPlace} from './edit-text.js';

/** @typedef {import('./widget.js').Diagnostic} Diagnostic */

/** How much of what is selected has to be in view, in pixels. */
const leastShown = 40;

/** @param {string} text */
function countLines(text) {
  let lines = 1;
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) ++lines;
  return lines;
}

export class EditArea {
  #area;
  #numbers;
  #marks;
  #ruler;
  #lines = 0;

  /**
   * @param {HTMLTextAreaElement} area
   * @param {HTMLElement} sheet what is around it: `.gutter` with `.numbers` and `.marks`, and `.ruler`
   */
  constructor(area, sheet) {
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (sheet.querySelector(name));
    const gutter = part('.gutter');
    this.#area = area;
    this.#numbers = part('.numbers');
    this.#marks = part('.marks');
    this.#ruler = part('.ruler');
    area.addEventListener('scroll', () => gutter.scrollTop = area.scrollTop);
    area.addEventListener('input', () => this.#number());
    this.#number();
  }

  get text() {
    return this.#area.value;
  }

  set text(text) {
    this.#area.value = text;
    this.#area.setSelectionRange(0, 0);
    this.#area.scrollTo(0, 0);
    this.#number();
  }

  #number() {
    const lines = countLines(this.text);
    if (lines === this.#lines) return;
    this.#lines = lines;
    this.#numbers.textContent = Array.from({length: lines}, (_, i) => i + 1).join('\n');
  }

  /** @param {Diagnostic[]} diagnostics */
  mark(diagnostics) {
    this.#area.setAttribute('aria-invalid', String(diagnostics.some(({severity}) => severity === 'error')));
    // Errors cover warnings of the same line.
    const sorted = [...diagnostics].sort((a, b) => b.severity.localeCompare(a.severity));
    this.#marks.replaceChildren(...sorted.map(({severity, line}) => {
      const mark = document.createElement('span');
      mark.className = severity;
      mark.style.setProperty('--line', String(line));
      return mark;
    }));
  }

  /**
   * Puts the caret where a diagnostic is about, selects that, and brings it into view. @param {Diagnostic} diagnostic
   */
  show(diagnostic) {
    const {lineStart, start, end} = findPlace(this.text, diagnostic);
    this.#area.focus();
    this.#area.setSelectionRange(start, end);
    const left = this.#widthOf(this.text.slice(lineStart, start));
    this.#scrollTo(diagnostic.line, left, left + this.#widthOf(this.text.slice(start, end)));
  }

  /** @param {string} text */
  #widthOf(text) {
    this.#ruler.textContent = text;
    return this.#ruler.getBoundingClientRect().width;
  }

  /** Scrolls no further than it has to be. @param {number} line @param {number} left @param {number} right */
  #scrollTo(line, left, right) {
    const area = this.#area;
    const {lineHeight, paddingTop} = getComputedStyle(area);
    const height = parseFloat(lineHeight);
    const top = parseFloat(paddingTop) + (line - 1) * height;
    if (top < area.scrollTop || top + 2 * height > area.scrollTop + area.clientHeight) {
      area.scrollTop = top - area.clientHeight / 3;
    }
    const shown = Math.min(right, left + area.clientWidth / 2) + leastShown;
    if (left < area.scrollLeft || shown > area.scrollLeft + area.clientWidth) {
      area.scrollLeft = shown - area.clientWidth;
      if (left - leastShown < area.scrollLeft) area.scrollLeft = left - leastShown;
    }
  }
}
