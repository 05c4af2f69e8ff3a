// The words that the page's script has with it are those of the file it would fetch.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';

import {builtIn, ownSentences, SaidError, say} from '../../web/words.js';

import {dist, release, repository} from './harness.mjs';

const pageLines = (/** @type {string} */ language) =>
    readFileSync(`${dist}/${release.files[`words.${language}.txt`].name}`, 'utf8').split('\n\n')[0].split('\n');

const [, english = ''] = /const english = \{([^]*?)\n\};/.exec(readFileSync(`${repository}web/words.js`, 'utf8')) ?? [];

/** The names of web/words.js, in order. */
const names = /** @type {import('../../web/words.js').Sentence[]} */ (
    [...english.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name));

test('what the script says in English is what the file says, sentence by sentence', () => {
  assert.equal(names.length, ownSentences);
  const lines = pageLines('en');
  names.forEach((name, i) => assert.equal(say(builtIn, name, '{0}', '{1}'), lines[i], name));
});

test('the script for what readers take away knows the rest', () => {
  const script = readFileSync(`${repository}web/share.js`, 'utf8');
  const places = [...script.matchAll(/^ {2}\w+: (\d+),/gm)].map(([, place]) => Number(place));
  assert.deepEqual(places, places.map((_, i) => i));
  for (const language of ['ar', 'de', 'en', 'es', 'fr', 'pt', 'zh']) {
    assert.equal(pageLines(language).length, ownSentences + places.length, language);
  }
});

test('an error is told in the reader’s language, and in English to the page', () => {
  const german = {...builtIn, tag: 'de', sentences: pageLines('de')};
  const error = new SaidError('badAnswer', '404 Not Found', 'https://example.org/a.json');
  assert.equal(error.message, 'The server answered 404 Not Found for https://example.org/a.json.');
  assert.notEqual(error.in(german), error.message);
  for (const value of ['404 Not Found', 'https://example.org/a.json']) assert.ok(error.in(german).includes(value));
});
