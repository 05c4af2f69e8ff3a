// The markup that shows a dashboard in somebody's page, from what was chosen: text in, text out.

/**
 * What dist/integrity.json says of one file: its name for good, and what its content has to be.
 * @typedef {{name: string, integrity: string}} Pinned
 */

/**
 * @typedef {{
 *   base: string, profile: string, theme: string, textSize: string, language: string, isFrame: boolean, hasHints:
 * boolean, title: string, files: Record<string, Pinned> | null
 * }} Choices `base` is the folder of the scripts, `profile` an absolute address, `language` empty for the page's own,
 * and `files` null for the newest version
 */

/** What somebody sees before the frame's own height is known. */
const frameSize = {
  width: '100%',
  height: '900'
};

/** A script in the frame needs no more; links are to open in windows that are not sandboxed. */
const sandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

/** @param {string} text */
const escaped = (text) =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * An opening tag; attributes without a value are left out, those with an empty one stand alone.
 * @param {string} name
 * @param {Record<string, string | null>} attributes
 */
function tag(name, attributes) {
  const given = Object.entries(attributes).filter(([, value]) => value !== null);
  return `<${name}${given.map(([key, value]) => value ? ` ${key}="${escaped(value)}"` : ` ${key}`).join('')}>`;
}

/**
 * A file's address, and what pins it.
 * @param {Choices} choices
 * @param {string} file
 * @returns {{address: string, pin: Record<string, string | null>}}
 */
function source({base, files}, file) {
  const pinned = files?.[file];
  if (!pinned) return {address: base + file, pin: {}};
  return {address: base + pinned.name, pin: {integrity: pinned.integrity, crossorigin: 'anonymous'}};
}

/** What differs from the element's own defaults. @param {Choices} choices */
const look = ({theme, textSize, language}) => ({
  'lang': language || null,
  'theme': theme === 'auto' ? null : theme,
  'text-size': textSize === '1' ? null : textSize,
});

/**
 * Lets the browser fetch script, profile and module at once. The module's name is another with each version, so only a
 * pinned script can be told which one it will ask for.
 * @param {Choices} choices
 */
function hints(choices) {
  const {address, pin} = source(choices, 'task-scope.js');
  const wasm = choices.files?.['taskscope.wasm'];
  const preload = (/** @type {string} */ href) => tag('link', {rel: 'preload', as: 'fetch', href, crossorigin: ''});
  return [
    tag('link', {rel: 'modulepreload', href: address, ...pin}),
    ...wasm ? [preload(choices.base + wasm.name)] : [],
    preload(choices.profile),
  ];
}

/** @param {Choices} choices */
function elementSnippet(choices) {
  const {address, pin} = source(choices, 'task-scope.js');
  return [
    ...choices.hasHints ? hints(choices) : [],
    `${tag('script', {type: 'module', src: address, ...pin})}</script>`,
    `${tag('task-scope', {src: choices.profile, ...look(choices)})}</task-scope>`,
  ];
}

/** @param {Choices} choices */
function frameAddress(choices) {
  const address = new URL('embed.html', choices.base);
  // A profile beside the page is named from there, for the sake of a short address.
  const {base, profile} = choices;
  address.searchParams.set('src', profile.startsWith(base) ? profile.slice(base.length) : profile);
  for (const [name, value] of Object.entries(look(choices))) {
    if (value) address.searchParams.set(name, value);
  }
  return address.href.replaceAll('%2F', '/').replaceAll('%3A', ':');
}

/** @param {Choices} choices */
export function frameElement(choices, {width, height} = frameSize) {
  const src = frameAddress(choices);
  const {title} = choices;
  return `${
      tag('iframe',
          {src, title, width, height, style: 'border: 0', loading: 'lazy', allow: 'fullscreen', sandbox})}</iframe>`;
}

/** @param {Choices} choices */
function frameSnippet(choices) {
  const {address, pin} = source(choices, 'task-scope-frame.js');
  return [frameElement(choices), `${tag('script', {src: address, ...pin, async: ''})}</script>`];
}

/** @param {Choices} choices */
export const snippet = (choices) => (choices.isFrame ? frameSnippet(choices) : elementSnippet(choices)).join('\n');
