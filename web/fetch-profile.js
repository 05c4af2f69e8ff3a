// Fetches a profile's bytes, and says in plain words why it could not.
import {request} from './request.js';
import {SaidError} from './words.js';

/** The decoder refuses more; there is no use in downloading it. */
export const mostBytes = 4 * 1024 * 1024;

/** What a server must not call a profile: error pages, log-in pages, and files of other kinds. */
const otherContent = /^(text\/(html|css|javascript)|application\/(xhtml|pdf|javascript)|image|audio|video|font)\b/i;

/** A profile that could not be had; `message` is for the page's reader. */
export class FetchError extends SaidError {
  name = 'FetchError';
}

/**
 * @param {string} address relative to the page
 * @param {{signal: AbortSignal, progress: (loaded: number, total: number) => void}} options `progress` is called with
 *     bytes, of which the total is 0 while it is not known
 * @returns {Promise<Uint8Array>}
 */
export async function fetchProfile(address, {signal, progress}) {
  if (!URL.canParse(address, document.baseURI)) throw new FetchError('noAddress', address);
  const url = new URL(address, document.baseURI);
  let loaded = 0, total = 0, isAnswered = false;
  const check = (/** @type {Response} */ answer) => {
    checkType(answer, url);
    // A length of compressed content is not that of what is read.
    total = answer.headers.has('Content-Encoding') ? 0 : Number(answer.headers.get('Content-Length') ?? 0);
    isAnswered = true;
  };
  const heard = (/** @type {number} */ length) => progress(loaded = length, total);
  try {
    return await request(url, {most: mostBytes, check, signal, progress: heard});
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof SaidError) throw new FetchError(error.sentence, ...error.values);
    throw isAnswered ? new FetchError('brokeOff', loaded, url) : new FetchError('unreachable', url);
  }
}

/** @param {Response} answer @param {URL} url */
function checkType(answer, url) {
  const type = answer.headers.get('Content-Type') ?? '';
  if (otherContent.test(type)) throw new SaidError('notAProfile', url, type);
}
