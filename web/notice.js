// What the reader sees when something went wrong: a plain list of real text, with a button where trying again may help.

/** @typedef {import('./widget.js').Diagnostic} Diagnostic */

/**
 * @param {string} tag
 * @param {string} className
 * @param {string} text
 */
function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** @param {Diagnostic} diagnostic */
function diagnosticItem({severity, pointer, line, column, message}) {
  const item = element('li', severity, '');
  const place = `line ${line}, column ${column}${pointer ? `, ${pointer}` : ''}`;
  item.append(element('span', 'message', message), ' ', element('span', 'place', place));
  return item;
}

export class Notice {
  element = element('div', 'notice', '');

  constructor() {
    this.element.part.add('notice');
    this.hide();
  }

  hide() {
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  /**
   * @param {string} title
   * @param {{text?: string, diagnostics?: Diagnostic[], retry?: {label: string, act: () => void}}} details
   * @returns {() => void} hides it, unless something else is shown by then
   */
  show(title, {text, diagnostics = [], retry}) {
    const alert = element('div', '', '');
    alert.setAttribute('role', 'alert');
    alert.append(element('p', 'title', title));
    if (text) alert.append(element('p', 'text', text));
    const parts = [alert];
    if (diagnostics.length) {
      const list = element('ol', 'diagnostics', '');
      list.append(...diagnostics.map(diagnosticItem));
      parts.push(list);
    }
    if (retry) {
      const button = element('button', 'retry', retry.label);
      button.addEventListener('click', retry.act);
      parts.push(button);
    }
    this.element.hidden = false;
    this.element.replaceChildren(...parts);
    return () => alert.isConnected && this.hide();
  }
}
