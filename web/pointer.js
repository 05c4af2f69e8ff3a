// The primary pointer over a drawing: where it is, when it presses, and when it drags instead.

/** @typedef {import('./widget.js').Widget} Widget */

/** A pointer that travels farther than this while its button is down, in CSS pixels, drags. */
const mostClickTravel = 8;

export class Pointer {
  #element;
  /** @type {() => {widget: Widget, width: number} | null} */
  #drawing;
  /** Where the button went down. */
  #down = {x: 0, y: 0};
  /** Where the element was in the window when the pointer was heard of last. */
  #place = {left: 0, top: 0};
  #isOver = false;

  /**
   * @param {HTMLElement} element
   * @param {() => {widget: Widget, width: number} | null} drawing what is drawn over the element's width, and how many
   *     device pixels wide; null while nothing is
   */
  constructor(element, drawing) {
    this.#element = element;
    this.#drawing = drawing;
    element.addEventListener('pointermove', (event) => {
      if (event.isPrimary) this.#move(event);
    });
    element.addEventListener('pointerdown', (event) => {
      if (event.button !== 0 || !event.isPrimary) return;
      this.#move(event);
      this.#drawing()?.widget.pressPointer(true);
      this.#down = {x: event.clientX, y: event.clientY};
    });
    element.addEventListener('pointerup', (event) => {
      if (event.button !== 0 || !event.isPrimary) return;
      const isDrag = Math.hypot(event.clientX - this.#down.x, event.clientY - this.#down.y) > mostClickTravel;
      if (isDrag) this.#drawing()?.widget.leavePointer();  // it selected something, and presses nothing
      this.#drawing()?.widget.pressPointer(false);
      if (isDrag) this.#move(event);
    });
    element.addEventListener('pointercancel', () => this.release());
    element.addEventListener('pointerleave', (event) => {
      // A finger that was lifted leaves too, but what it tapped stays explained until it taps elsewhere.
      if (event.pointerType !== 'touch') this.release();
    });
  }

  /** Takes the pointer away, until it moves again: away first, so that letting go presses nothing. */
  release() {
    if (!this.#isOver) return;
    this.#isOver = false;
    this.#drawing()?.widget.leavePointer();
    this.#drawing()?.widget.pressPointer(false);
  }

  /** Something was scrolled; where it moved the element, it took away what the pointer was over. */
  scrolled() {
    const {left, top} = this.#element.getBoundingClientRect();
    if (left !== this.#place.left || top !== this.#place.top) this.release();
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const drawing = this.#drawing();
    if (!drawing) return;
    const box = this.#element.getBoundingClientRect();
    const scale = drawing.width / box.width;
    this.#place = box;
    this.#isOver = true;
    drawing.widget.movePointer((event.clientX - box.left) * scale, (event.clientY - box.top) * scale);
  }
}
