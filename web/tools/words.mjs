// The words of each language as files, from the program that the build has made of src/words.
import {execFileSync} from 'node:child_process';
import path from 'node:path';

import {integrityOf, release} from './release.mjs';

/** @typedef {import('./release.mjs').Release} Release */

/** In the order of web/words.js. */
export const languages = ['ar', 'de', 'en', 'es', 'fr', 'pt', 'zh'];

/** @param {string} language */
const nameOf = (language) => `words.${language}.txt`;

/** @param {string} wasmBuild */
export function readWords(wasmBuild) {
  const printed = execFileSync(process.execPath, [path.join(wasmBuild, 'print_words.js')], {encoding: 'utf8'});
  const texts = new Map(printed.split('\f').map((text) => {
    const end = text.indexOf('\n');
    return [text.slice(0, end), text.slice(end + 1)];
  }));
  if (texts.size !== languages.length) throw new Error('src/words and web/tools/words.mjs have other languages');
  return languages.map((language) => {
    const text = texts.get(language);
    if (!text) throw new Error(`src/words has no words for ${language}`);
    return release(nameOf(language), Buffer.from(text));
  });
}

/** The constants of web/languages.js. @param {Release[]} words */
export const wordsConstants = (words) => Object.fromEntries(words.flatMap(({hashed, content}, i) => {
  const prefix = languages[i].toUpperCase();
  return [
    [`${prefix}_FILE`, JSON.stringify(`./${hashed}`)],
    [`${prefix}_INTEGRITY`, JSON.stringify(integrityOf(content, 'sha256'))],
  ];
}));

/** @param {Release[]} words */
export const wordsByLanguage = (words) =>
    Object.fromEntries(words.map(({content}, i) => [languages[i], content.toString()]));
