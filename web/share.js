// What readers take away, links that bring back what they saw, and the way to sections that fill the screen. A script
// of its own, fetched once somebody opens a panel or follows such a link.
//
// A link holds the state in the address's fragment: `#task-scope=CODE` for the page's first element without an id,
// `#task-scope.2=CODE` for the second, `#task-scope-ID=CODE` for one with an id, and several joined by `&`. The code is
// the module's (src/core/state_code.h). What else stands in the fragment stays there.

import {download} from './download.js';
import {openWritten, writtenProfile} from './overview.js';
import {present, refit} from './present.js';

export {explore} from './overview.js';

/**
 * What the element lends: `bytes` is the profile as it came; `tell` shows a sentence and has it read aloud, `announce`
 * does the latter alone, and `say` gives one of those below in the reader's language. `showFailure` shows what went
 * wrong, with a button, and gives back what hides it. The `root` holds all that the element shows, in it the `stage`;
 * its event `statechange` comes before the page hears of a change, and before the layout follows. `enlarge` makes texts
 * as many times as large; `lasts` ends with the dashboard: `widget` is none by then, and another where the element was
 * moved.
 * @typedef {{
 *   element: import('./element.js').TaskScopeElement, widget(): import('./widget.js').Widget | null,
 *   bytes(): BlobPart | null, tell(sentence: string): void, announce(sentence: string): void, root: HTMLElement,
 *   stage: import('./stage.js').Stage, enlarge(factor: number): void, lasts(): AbortSignal,
 *   say(place: number, ...values: unknown[]): string, showFailure(error: unknown, tryAgain: () => void): () => void,
 *   fetchProfile: typeof import('./fetch-profile.js').fetchProfile
 * }} Dashboard
 */

/** @typedef {{name: string, type: string, content: string}} Request */

/** In the order of PageWords (src/words/words.h), behind those of web/words.js. */
const sentences = {
  linkCopied: 0,
  codeCopied: 1,
  promptCopied: 2,
  copyRefused: 3,
  saved: 4,
  perhapsSaved: 5,
  smallerPicture: 6,
  tooLongForPicture: 7,
  shareFailed: 8,
  failed: 9,
};

/** How long the reader's changes rest before the address follows, in milliseconds: browsers take few a second. */
const addressRest = 300;

/** @param {HTMLElement} element */
function partOf(element) {
  if (element.id) return `task-scope-${encodeURIComponent(element.id)}=`;
  const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  const nameless = [...root.querySelectorAll('task-scope')].filter(({id}) => !id);
  const place = nameless.indexOf(/** @type {any} */ (element));
  return place > 0 ? `task-scope.${place + 1}=` : 'task-scope=';
}

/**
 * The page's address with the code, or with none where that is empty. @param {HTMLElement} element @param {string}
 * code
 */
function addressWith(element, code) {
  const address = new URL(location.href);
  const part = partOf(element);
  const others = address.hash.slice(1).split('&').filter((other) => other && !other.startsWith(part));
  address.hash = [...others, ...code ? [part + code] : []].join('&');
  return address.href;
}

/** The codes that were read, or written, last. @type {WeakMap<HTMLElement, string>} */
const knownCodes = new WeakMap();

/**
 * What was restored last, as JSON: if an occupation's state is that still when a profile comes that was written for it,
 * the rest of the code follows, which is in that profile's terms. @type {WeakMap<HTMLElement, string>}
 */
const restored = new WeakMap();

/** Brings a code's state back. Whether it is one. @param {Dashboard} dashboard @param {string} code */
function restoreCode({element, widget}, code) {
  const state = widget()?.translate(code);
  if (!state) return false;
  element.state = JSON.parse(state);
  restored.set(element, state);
  return true;
}

/**
 * Shows the profile that was written for the occupation which is open, and in it what the address says.
 * @param {Dashboard} dashboard
 * @param {string} address
 */
function open(dashboard, address) {
  const {element, widget} = dashboard;
  return openWritten(dashboard, address, (show) => {
    const before = restored.get(element);
    const isUntouched = before !== undefined && widget()?.translate(before) === codeOf(dashboard);
    show();
    if (isUntouched) restoreCode(dashboard, knownCodes.get(element) ?? '');
    refit(dashboard);
  });
}

/** Brings back what the address says, unless that has been done. @param {Dashboard} dashboard */
export function restore(dashboard) {
  const {element, widget} = dashboard;
  if (!widget()?.hasPlay) return;  // it is restored once the dashboard is back
  const part = partOf(element);
  const code = location.hash.slice(1).split('&').find((other) => other.startsWith(part))?.slice(part.length);
  if (code === undefined || code === knownCodes.get(element)) return;
  knownCodes.set(element, code);
  if (!restoreCode(dashboard, code)) console.warn('The link is damaged, so the dashboard is as it was.');
}

/** @param {Dashboard} dashboard */
const codeOf = ({element, widget}) => widget()?.translate(JSON.stringify(element.state)) ?? '';

/** @param {Dashboard} dashboard */
function writeAddress(dashboard) {
  const {element} = dashboard;
  const isUntouched = Object.keys(element.state).length === 1;  // a version
  const now = isUntouched ? '' : codeOf(dashboard);
  knownCodes.set(element, now);
  try {
    history.replaceState(history.state, '', addressWith(element, now));
  } catch (error) {
    console.warn('The address cannot follow the dashboard.', error);
  }
}

/** Whose changes the address does not have yet. @type {Map<HTMLElement, Dashboard>} */
const behind = new Map();

/** While these run, changes have not rested. @type {WeakMap<HTMLElement, ReturnType<typeof setTimeout>>} */
const timers = new WeakMap();

/**
 * Has the address follow the state: at once, as the page may be loaded anew in the next moment, and of what is changed
 * soon after, once that rests.
 * @param {Dashboard} dashboard
 */
export function follow(dashboard) {
  const {element} = dashboard;
  restored.delete(element);  // the reader has gone on
  behind.set(element, dashboard);
  if (timers.has(element)) {
    clearTimeout(timers.get(element));
  } else {
    catchUp(dashboard);
  }
  timers.set(element, setTimeout(() => {
               timers.delete(element);
               catchUp(dashboard);
             }, addressRest));
}

/**
 * Writes what the address does not have yet. An element that has left the page has no place in it any more; one that
 * was moved has its new one, once it is ready again.
 * @param {Dashboard} dashboard
 */
function catchUp(dashboard) {
  const {element, widget} = dashboard;
  if (!behind.delete(element) || !element.isConnected || !element.address) return;
  if (widget()?.hasPlay) return writeAddress(dashboard);
  const isBack = element.ready.then(() => widget()?.fetchPlay());
  isBack.then(() => widget()?.hasPlay && follow(dashboard), () => {});
}

addEventListener('pagehide', () => behind.forEach(catchUp));

/** Without the clipboard's own functions, as in frames that may not use them, a copy event brings it there. */
function copyByEvent(/** @type {string} */ text) {
  const put = (/** @type {ClipboardEvent} */ event) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('copy', put, {capture: true});
  try {
    return document.execCommand('copy');
  } finally {
    removeEventListener('copy', put, {capture: true});
  }
}

/** @param {Dashboard} dashboard @param {string} text @param {number} sentence what to say then */
async function copy({say}, text, sentence) {
  const isDone =
      await (navigator.clipboard?.writeText(text).then(() => true) ?? Promise.reject()).catch(() => copyByEvent(text));
  return isDone ? say(sentence) : say(sentences.copyRefused, text);
}

/** @param {Dashboard} dashboard @param {BlobPart} content @param {Request} request */
function save({say}, content, {name, type}) {
  download(new Blob([content], {type}), name);
  // A sandboxed frame is not told whether it may.
  return say(origin === 'null' ? sentences.perhapsSaved : sentences.saved, name);
}

/**
 * A picture of that many pixels a CSS pixel, or of fewer where that would be too large.
 * @param {import('./element.js').TaskScopeElement} element
 * @param {number} scale
 * @returns {Promise<{blob: Blob, scale: number}>}
 */
async function takePicture(element, scale) {
  try {
    return {blob: await element.snapshot({scale}), scale};
  } catch (error) {
    if (!(error instanceof RangeError) || scale <= 1) throw error;
    return takePicture(element, scale - 1);
  }
}

/** @param {Dashboard} dashboard @param {Request} request */
async function savePicture(dashboard, request) {
  const {element, say} = dashboard;
  const wanted = Number(request.content);
  try {
    const {blob, scale} = await takePicture(element, wanted);
    const saved = save(dashboard, blob, request);
    return scale < wanted ? `${saved} ${say(sentences.smallerPicture, scale)}` : saved;
  } catch (error) {
    if (error instanceof RangeError) return say(sentences.failed, say(sentences.tooLongForPicture));
    throw error;
  }
}

/**
 * By the system's sheet: the link, and the picture where it takes one. @param {Dashboard} dashboard @param {Request}
 * request
 */
async function share(dashboard, {name, type, content: title}) {
  const {element} = dashboard;
  const url = addressWith(element, codeOf(dashboard));
  const picture = await takePicture(element, 2).catch(() => null);
  const files = picture ? [new File([picture.blob], name, {type})] : [];
  const withPicture = {title, url, files};
  try {
    await navigator.share(files.length && navigator.canShare?.(withPicture) ? withPicture : {title, url});
    return '';
  } catch (error) {
    const isDismissed = error instanceof DOMException && error.name === 'AbortError';
    return isDismissed ? '' : dashboard.say(sentences.shareFailed, url);
  }
}

/** In the order of Request::Kind (src/play/request.h). Each gives back what to tell, if anything. */
const acts = [
  (/** @type {Dashboard} */ dashboard) =>
      copy(dashboard, addressWith(dashboard.element, codeOf(dashboard)), sentences.linkCopied),
  share,
  savePicture,
  (/** @type {Dashboard} */ dashboard, /** @type {Request} */ request) => save(dashboard, request.content, request),
  (/** @type {Dashboard} */ dashboard, /** @type {Request} */ request) =>
      save(dashboard, (request.content ? writtenProfile(dashboard) : dashboard.bytes()) ?? '', request),
  () => {
    print();
    return '';
  },
  (/** @type {Dashboard} */ dashboard, /** @type {Request} */ {name, content}) =>
      copy(dashboard, content, name === 'code' ? sentences.codeCopied : sentences.promptCopied),
  (/** @type {Dashboard} */ dashboard, /** @type {Request} */ {content}) => present(dashboard, content),
  (/** @type {Dashboard} */ dashboard, /** @type {Request} */ {content}) => open(dashboard, content),
];

/**
 * Does what the reader asked for.
 * @param {string} request as the module tells it (src/play/request.h)
 * @param {Dashboard} dashboard
 */
export async function obey(request, dashboard) {
  if (!dashboard.widget()) return;  // it was taken away meanwhile
  const [kind, name, type, ...content] = request.split('\x1F');
  try {
    const sentence = await acts[Number(kind)](dashboard, {name, type, content: content.join('\x1F')});
    if (sentence !== undefined) dashboard.tell(sentence);
  } catch (error) {
    dashboard.tell(dashboard.say(sentences.failed, error instanceof Error ? error.message : error));
  }
}
