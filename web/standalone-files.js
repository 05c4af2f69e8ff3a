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
const words = JSON.parse(new TextDecoder().decode(await unpack(textOf('words'))));

/** @param {string} language */
const wordsOf = (language) => addressOf(words[language], 'text/plain');

export const AR_FILE = wordsOf('ar');
export const DE_FILE = wordsOf('de');
export const EN_FILE = wordsOf('en');
export const ES_FILE = wordsOf('es');
export const FR_FILE = wordsOf('fr');
export const PT_FILE = wordsOf('pt');
export const ZH_FILE = wordsOf('zh');
export const STYLE_FILE = addressOf(textOf('style'), 'text/css');
