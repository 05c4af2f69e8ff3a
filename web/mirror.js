// The picture as a document: real elements with transparent text over what is drawn, so that screen readers, the
// keyboard, find-in-page, selection and translation have something to work with. It is brought up to date after frames
// that changed what is shown, element by element and only where something differs; elements keep their identity by the
// record's ids.

/** @typedef {import('./engine.js').ShownNode} ShownNode */

/** @typedef {{element: HTMLElement, signature: string}} Mirrored */

/**
 * The page's own headings stand above the widget's, whose first is therefore an h2.
 * @param {ShownNode} node
 */
const headingTag = ({level}) => `h${Math.min(6, level + 1)}`;

/**
 * How each role is mirrored: an element's name, or one with an ARIA role. @type {Record<string, string | [string,
 * string]>}
 */
const elements = {
  document: 'div',
  section: 'section',
  paragraph: 'p',
  text: 'span',
  list: ['ul', 'list'],  // Safari takes the role away from lists without bullets
  item: 'li',
  table: ['div', 'table'],
  row: ['div', 'row'],
  columnheader: ['div', 'columnheader'],
  cell: ['div', 'cell'],
  button: 'button',
  link: 'a',
};

/** These are named by their text rather than by what they contain. */
const namedRoles = new Set(['document', 'section', 'list', 'table']);

/** What stands between a node's text and the next when both are copied. @type {Record<string, string>} */
const separators = {
  heading: '\n',
  paragraph: '\n',
  item: '\n',
  cell: '\t',
};

/** @param {ShownNode} node */
function createElement(node) {
  const kind = node.role === 'heading' ? headingTag(node) : elements[node.role];
  const [tag, role] = typeof kind === 'string' ? [kind, ''] : kind;
  const element = document.createElement(tag);
  if (role) element.setAttribute('role', role);
  if (node.role === 'document') element.setAttribute('role', 'group');
  if (element instanceof HTMLButtonElement) element.type = 'button';
  return element;
}

export class Mirror {
  element = document.createElement('div');
  /** By the record's ids. @type {Map<string, Mirrored>} */
  #mirrored = new Map();
  /** @type {(id: string) => void} */
  #activate;

  /** @param {(id: string) => void} activate does what pressing a node would do */
  constructor(activate) {
    this.#activate = activate;
    this.element.className = 'mirror';
    this.element.addEventListener('click', (event) => this.#clicked(event));
  }

  clear() {
    this.#mirrored.clear();
    this.element.replaceChildren();
  }

  /**
   * Makes the elements what the record says. Lengths are in device pixels.
   * @param {ShownNode[]} nodes
   * @param {number} ratio device pixels a CSS pixel
   */
  update(nodes, ratio) {
    const seen = new Set();
    /**
     * Where the next child of each parent goes. @type {Map<string, {element: Element, next: Element | null, x: number,
     * y: number}>}
     */
    const parents = new Map([['0', {element: this.element, next: this.element.firstElementChild, x: 0, y: 0}]]);
    for (const node of nodes) {
      const parent = parents.get(node.parent);
      if (!parent || node.role === 'meter') continue;  // a bar's value stands beside it as text
      const element = this.#mirror(node, parent, ratio);
      seen.add(node.id);
      if (element === parent.next) {
        parent.next = element.nextElementSibling;
      } else {
        parent.element.insertBefore(element, parent.next);
      }
      parents.set(node.id, {element, next: element.firstElementChild, x: node.x, y: node.y});
    }
    for (const [id, {element}] of this.#mirrored) {
      if (seen.has(id)) continue;
      element.remove();
      this.#mirrored.delete(id);
    }
  }

  /**
   * @param {ShownNode} node
   * @param {{x: number, y: number}} origin the parent's corner
   * @param {number} ratio
   */
  #mirror(node, origin, ratio) {
    const known = this.#mirrored.get(node.id);
    const signature = JSON.stringify([node, origin.x, origin.y, ratio]);
    if (known?.signature === signature) return known.element;
    const element = known?.element ?? createElement(node);
    this.#mirrored.set(node.id, {element, signature});
    element.dataset.id = node.id;
    place(element, node.x - origin.x, node.y - origin.y, node.width, node.height, ratio);
    if (namedRoles.has(node.role)) element.setAttribute('aria-label', node.text);
    if (node.expanded !== null) element.setAttribute('aria-expanded', String(node.expanded));
    if (element instanceof HTMLAnchorElement) {
      Object.assign(element, {href: node.href, target: '_blank', rel: 'noopener noreferrer nofollow'});
    }
    if (node.lines.length) {
      element.replaceChildren(...node.lines.map((line) => lineElement(line, node, ratio)));
      element.lastElementChild?.append(separators[node.role] ?? ' ');
    } else if (node.role === 'columnheader') {
      element.textContent = node.text;
    }
    return element;
  }

  /**
   * The pointer presses what is drawn, by itself; a click that no pointer made comes from the keyboard or a screen
   * reader.
   * @param {MouseEvent} event
   */
  #clicked(event) {
    const target = /** @type {Element} */ (event.target).closest('button, a');
    if (!(target instanceof HTMLElement)) return;
    if (target instanceof HTMLAnchorElement) return;  // the browser follows it
    if (event.detail === 0) this.#activate(target.dataset.id ?? '');
  }
}

/**
 * @param {HTMLElement} element
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 * @param {number} ratio
 */
function place(element, x, y, width, height, ratio) {
  const {style} = element;
  style.left = `${x / ratio}px`;
  style.top = `${y / ratio}px`;
  style.width = `${width / ratio}px`;
  style.height = `${height / ratio}px`;
}

/**
 * @param {import('./engine.js').ShownLine} line
 * @param {ShownNode} node
 * @param {number} ratio
 */
function lineElement({x, y, width, height, fontSize, fontWeight, text}, node, ratio) {
  const element = document.createElement('span');
  element.textContent = text;
  place(element, x - node.x, y - node.y, width, height, ratio);
  const {style} = element;
  style.fontWeight = String(fontWeight);
  style.fontSize = `${fontSize / ratio}px`;
  style.lineHeight = `${height / ratio}px`;
  return element;
}
