// The script of embed.html, a page with nothing but a dashboard, for frames:
//   embed.html?src=profile.json&view=profile&compare=other.json&lang=de&theme=dark&text-size=1.25&heading-level=2&loading=lazy
// It may be sandboxed, so it touches neither storage nor the page around it; that one is told the content's height.
import {heightMessage, isQuestion} from './frame-message.js';
import {comparedAddresses, profileAddress} from './profile-address.js';
import {followTitle} from './title.js';

/** What the query may set, and to what. @type {Record<string, RegExp>} */
const attributes = {
  'lang': /^[a-z]{2,3}(-\w{2,8})*$/i,
  'view': /^(profile|overview)$/,
  'theme': /^(light|dark|auto)$/,
  'text-size': /^\d(\.\d+)?$/,
  'heading-level': /^[1-6]$/,
  'loading': /^(lazy|eager)$/,
};

/**
 * @param {HTMLElement} element
 * @param {URLSearchParams} query
 */
function fill(element, query) {
  for (const [name, pattern] of Object.entries(attributes)) {
    const value = query.get(name);
    if (value && pattern.test(value)) element.setAttribute(name, value);
  }
  document.documentElement.dataset.theme = element.getAttribute('theme') ?? 'auto';
  const compare = comparedAddresses(query.get('compare'));
  if (compare) element.setAttribute('compare', compare);
  const address = profileAddress(query.get('src'));
  if (address) element.setAttribute('src', address);
  return address !== null;
}

/**
 * Tells the page around this one how tall the content is, whenever that has changed, and when asked. The content does
 * not depend on the frame's height, so the answer causes no further change. Whoever frames this page may know its
 * height.
 * @param {HTMLElement} content
 */
function tellHeight(content) {
  let height = 0;
  const tell = () => {
    if (height) parent.postMessage(heightMessage(height), '*');
  };
  new ResizeObserver(() => {
    const now = Math.ceil(content.getBoundingClientRect().height);
    if (now === height) return;
    height = now;
    tell();
  }).observe(content);
  addEventListener('message', ({data, source}) => {
    if (source === parent && isQuestion(data)) tell();
  });
}

const element = /** @type {HTMLElement} */ (document.querySelector('task-scope'));
const problem = /** @type {HTMLElement} */ (document.querySelector('#problem'));
problem.hidden = fill(element, new URLSearchParams(location.search));
followTitle(element);
if (parent !== window) tellHeight(/** @type {HTMLElement} */ (document.querySelector('main')));
