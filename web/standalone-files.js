// What the element looks for beside its script is inside the page where the page is one file: the bundler puts these
// constants in the place of the addresses (web/tools/standalone.mjs).

/** @param {string} id */
const textOf = (id) => document.getElementById(id)?.textContent ?? '';

/** @param {string} base64 of gzip */
function unpack(base64) {
  const packed = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

/**
 * An address of something that has none.
 * @param {BlobPart} content
 * @param {string} type
 */
const addressOf = (content, type) => URL.createObjectURL(new Blob([content], {type}));

export const MODULE_FILE = addressOf(await unpack(textOf('module')), 'application/wasm');
export const PLAY_FILE = addressOf(await unpack(textOf('play')), 'application/wasm');
export const STYLE_FILE = addressOf(textOf('style'), 'text/css');
