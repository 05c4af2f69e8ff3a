// The words that the page's script says by itself. They are English as far as nothing is opened; the rest, and other
// languages, come with the module's words (web/languages.js).

/**
 * What there is of a language: the page's sentences as far as they are not the English ones below, and what the module
 * is told (src/words/language.h), nothing where it needs no telling.
 * @typedef {{tag: string, direction: 'ltr' | 'rtl', sentences: string[], module: string}} Words
 */

/** In the order of PageWords (src/words/words.h), which goes on with those of web/share.js. */
const english = {
  loading: 'The dashboard is loading.',
  ready: 'The dashboard is ready.',
  invalidProfile: 'This profile cannot be shown.',
  noProfile: 'The profile could not be loaded.',
  noProgram: 'This browser could not start the dashboard.',
  invalidCatalogue: 'This catalogue cannot be shown.',
  noCatalogue: 'The catalogue could not be loaded.',
  tryAgain: 'Try again',
  noAddress: '“{0}” is no address.',
  noAnswer: 'The server of {0} did not answer in time.',
  unreachable: 'The server of {0} could not be reached.',
  badAnswer: 'The server answered {0} for {1}.',
  notAProfile: 'There is no profile at {0}: the server says it is {1}.',
  brokeOff: 'The connection broke off after {0} bytes of {1}.',
  cannotCompare: '“{0}” cannot be shown: {1}',
  noPart: 'This part could not be downloaded.',
};

/** @typedef {keyof typeof english} Sentence */

const order = Object.keys(english);

/** How many sentences there are here. */
export const ownSentences = order.length;

/** @type {Words} */
export const builtIn = {
  tag: 'en',
  direction: 'ltr',
  sentences: [],
  module: ''
};

/** @param {string} pattern @param {unknown[]} values that take the places {0}, {1} … */
export const fill = (pattern, ...values) => pattern.replace(/{(\d)}/g, (_, place) => String(values[place] ?? ''));

/** @param {Words} words @param {Sentence} name @param {unknown[]} values */
export const say = ({sentences}, name, ...values) => fill(sentences[order.indexOf(name)] ?? english[name], ...values);

/** An error that readers see, in their language. */
export class SaidError extends Error {
  /** @param {Sentence} sentence @param {unknown[]} values */
  constructor(sentence, ...values) {
    super(fill(english[sentence], ...values));
    this.sentence = sentence;
    this.values = values;
  }

  /** @param {Words} words */
  in(words) {
    return say(words, this.sentence, ...this.values);
  }
}

/** What an error says to readers, in their language if it can. @param {unknown} error @param {Words} words */
export function reasonOf(error, words) {
  if (error instanceof SaidError) return error.in(words);
  return error instanceof Error ? error.message : String(error);
}
