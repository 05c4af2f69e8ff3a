// Which language a dashboard speaks, and where its words are: in the script and the module is English as far as nothing
// is opened; the rest of it, and other languages, are files beside the script (src/words).
import {request} from './request.js';
import {builtIn} from './words.js';

/** @typedef {import('./words.js').Words} Words */

/** Literal addresses, as other bundlers look for those. @type {Record<string, () => [URL, string]>} */
const files = {
  ar: () => [new URL(AR_FILE, import.meta.url), AR_INTEGRITY],
  de: () => [new URL(DE_FILE, import.meta.url), DE_INTEGRITY],
  en: () => [new URL(EN_FILE, import.meta.url), EN_INTEGRITY],
  es: () => [new URL(ES_FILE, import.meta.url), ES_INTEGRITY],
  fr: () => [new URL(FR_FILE, import.meta.url), FR_INTEGRITY],
  pt: () => [new URL(PT_FILE, import.meta.url), PT_INTEGRITY],
  zh: () => [new URL(ZH_FILE, import.meta.url), ZH_INTEGRITY],
};

/**
 * The language that a page says an element is in, by the nearest `lang`, where there are words for it; else English.
 * @param {Element} element
 */
export function languageAround(element) {
  /** @type {Element | null | undefined} */
  let nearest = element;
  while (nearest && !nearest.closest('[lang]')) {
    const root = nearest.getRootNode();
    nearest = root instanceof ShadowRoot ? root.host : null;
  }
  const tag = nearest?.closest('[lang]')?.getAttribute('lang') ?? '';
  return languageIn(tag) in files && isTag(tag) ? tag : 'en';
}

/** @param {string} tag */
const languageIn = (tag) => tag.split('-')[0].toLowerCase();

/** @param {string} tag */
function isTag(tag) {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** What stands before a number. @param {Intl.NumberFormatPart[]} parts */
const signOf = (parts) => parts.slice(0, parts.findIndex(({type}) => type === 'integer'))
                              .map(({value}) => value.replace('-', '−'))  // a hyphen is shorter than a plus is wide
                              .join('');

/** As Intl has them, whose tables take a browser longer to find than all of the rest. */
const englishSigns = [...'0123456789', '.', ',', '−', '+', '{0}%'];

/** How numbers are written: digits, decimal sign, group sign, minus, plus, and a percentage. @param {string} tag */
function numberSigns(tag) {
  if (tag === builtIn.tag) return englishSigns;
  const format = (/** @type {Intl.NumberFormatOptions} */ options) => new Intl.NumberFormat(tag, options);
  const plain = format({useGrouping: true}), parts = plain.formatToParts(-1234567.5);
  const valueOf = (/** @type {string} */ kind) => parts.find(({type}) => type === kind)?.value ?? '';
  const percent = format({style: 'percent'}).formatToParts(0.5);
  return [
    ...Array.from({length: 10}, (_, digit) => plain.format(digit)),
    valueOf('decimal'),
    valueOf('group'),
    signOf(parts),
    signOf(format({signDisplay: 'always'}).formatToParts(5)),
    percent.map(({type, value}) => type === 'integer' ? '{0}' : value).join(''),
  ];
}

/** A language's file is a tenth of it. */
const mostBytes = 1 << 17;

/** @type {Map<string, Promise<string>>} */
const texts = new Map();

/** A language's file; one that did not come is tried again by the next who asks. @param {string} language */
function fetchText(language) {
  const known = texts.get(language);
  if (known) return known;
  const [address, integrity] = files[language]();
  const coming = request(address, {most: mostBytes, integrity}).then((bytes) => new TextDecoder().decode(bytes));
  texts.set(language, coming);
  coming.catch(() => texts.delete(language));
  return coming;
}

/** Has a language's words come that will be wanted. @param {string} tag one that languageAround gave */
export const expectWords = (tag) => void fetchText(languageIn(tag)).catch(() => {});  // heard of by who needs them

/**
 * @param {string} tag one that languageAround gave
 * @param {{isWhole: boolean}} options whether English, too, is wanted with what readers open
 * @returns {Promise<Words>}
 */
export async function learn(tag, {isWhole}) {
  const language = languageIn(tag);
  if (language === 'en' && !isWhole) return builtIn;
  const [page, view, play] = (await fetchText(language)).split('\n\n');
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  const module = [tag, direction, ...numberSigns(tag), view, play].join('\n');
  return {tag, direction, sentences: page.split('\n'), module};
}
