// The demo page's snippet builder: what is chosen shows in the page's own dashboard and in the lines to copy.
import {request} from './request.js';
import {snippet} from './snippet.js';

/** @typedef {import('./snippet.js').Pinned} Pinned */

/** The lists beside the page are much shorter. */
const mostBytes = 1 << 20;

/** How many letters of a line the text area shows where it cannot take its content's height by style. */
const lettersInLine = 70;

/**
 * An element that the page has.
 * @template {HTMLElement} E
 * @param {string} selector
 * @param {new () => E} kind
 * @returns {E}
 */
function find(selector, kind) {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`);
  return found;
}

const dashboard = find('task-scope', HTMLElement);
const form = find('form', HTMLFormElement);
const profiles = find('#profile', HTMLSelectElement);
const address = find('#address', HTMLInputElement);
const lines = find('#snippet', HTMLTextAreaElement);
const copyButton = find('.copy button', HTMLButtonElement);
const status = find('.copy [role=status]', HTMLElement);
const base = new URL('.', location.href).href;

/** The names and hashes of this very version; asked for once, by whoever wants it. @type {Promise<any> | null} */
let integrity = null;

/**
 * A file of dist/, or null where it is not there.
 * @param {string} file
 */
async function readJson(file) {
  try {
    const bytes = await request(new URL(file, base), {most: mostBytes});
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/** The address that was typed, made whole, or an empty text. */
function typedAddress() {
  const isUsable = address.value && URL.canParse(address.value, base);
  return isUsable ? new URL(address.value, base).href : '';
}

const profileAddress = () => profiles.value ? new URL(profiles.value, base).href : typedAddress();

/** @returns {Promise<Record<string, Pinned> | null>} */
async function pinnedFiles() {
  integrity ??= readJson('integrity.json');
  return (await integrity)?.files ?? null;
}

/** @param {string} name */
const chosen = (name) => String(new FormData(form).get(name) ?? '');

const wantsPin = () => chosen('version') === 'pinned';

/**
 * @param {Record<string, Pinned> | null} files
 * @returns {import('./snippet.js').Choices}
 */
function choices(files) {
  return {
    base,
    profile: profileAddress() || `${base}profile.json`,
    theme: chosen('theme'),
    textSize: chosen('textSize'),
    language: chosen('language'),
    isFrame: chosen('kind') === 'frame',
    hasHints: chosen('hints') !== '',
    title: profiles.value ? profiles.selectedOptions[0].label : 'Automation profile',
    files: wantsPin() ? files : null,
  };
}

/**
 * Sets what has changed; setting the address anew would load anew.
 * @param {string} name
 * @param {string} value
 */
function setAttribute(name, value) {
  if (dashboard.getAttribute(name) !== value) dashboard.setAttribute(name, value);
}

/** @param {import('./snippet.js').Choices} chosen */
function showInDashboard({theme, textSize, language}) {
  if (language || dashboard.hasAttribute('lang')) setAttribute('lang', language || document.documentElement.lang);
  setAttribute('theme', theme);
  setAttribute('text-size', textSize);
  const src = profiles.value || typedAddress();
  if (src) setAttribute('src', src);
}

/** @param {string} text */
function showLines(text) {
  lines.value = text;
  lines.rows = text.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / lettersInLine), 0);
}

/** After the wait, what is chosen by then counts. */
async function follow() {
  const files = wantsPin() ? await pinnedFiles() : null;
  const now = choices(files);
  const addressField = /** @type {HTMLElement} */ (address.parentElement);
  addressField.hidden = profiles.value !== '';
  find('[name=hints]', HTMLInputElement).disabled = now.isFrame;  // its downloads are the frame's own
  status.textContent = wantsPin() && !files ? 'This copy has no list of its files, so the lines load the newest.' : '';
  showLines(snippet(now));
  showInDashboard(now);
}

/** Where the clipboard is out of reach, the lines are at least marked. */
async function copy() {
  try {
    await navigator.clipboard.writeText(lines.value);
    status.textContent = 'Copied.';
  } catch {
    lines.focus();
    lines.select();
    status.textContent = 'The lines are marked: copy them with your keyboard or the menu.';
  }
}

/** @param {{file: string, title: string}[]} bundled */
function listProfiles(bundled) {
  profiles.prepend(...bundled.map(({file, title}) => new Option(title, `profiles/${file}`)));
  profiles.value = dashboard.getAttribute('src') ?? '';
}

async function start() {
  listProfiles(await readJson('profiles/index.json') ?? []);
  form.addEventListener('change', follow);
  form.addEventListener('submit', (event) => event.preventDefault());
  copyButton.addEventListener('click', copy);
  await follow();
  find('section', HTMLElement).hidden = false;
}

start();
