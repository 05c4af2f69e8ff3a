// Fetches a profile's bytes, and says in plain words why it could not.
import {credentialsFor, readBytes} from './request.js';
import {SaidError} from './words.js';

/** The decoder refuses more; there is no use in downloading it. */
export const mostBytes = 4 * 1024 * 1024;

/** A server that says nothing for so long, or takes so long for all, has failed; in milliseconds. */
const mostSilence = 20_000;
const mostTime = 180_000;

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
  const patience = new Patience(signal);
  try {
    return await download(url, patience, progress);
  } catch (error) {
    if (signal.aborted || error instanceof FetchError) throw error;
    throw new FetchError(patience.isOver ? 'noAnswer' : 'unreachable', url);
  } finally {
    patience.end();
  }
}

/** Ends a download that nothing comes of any more. */
class Patience {
  isOver = false;
  #controller = new AbortController();
  #outer;
  #abort = () => this.#controller.abort();
  #giveUp = () => {
    this.isOver = true;
    this.#abort();
  };
  #whole = setTimeout(this.#giveUp, mostTime);
  #silence = setTimeout(this.#giveUp, mostSilence);

  /** @param {AbortSignal} signal ends the download too */
  constructor(signal) {
    this.#outer = signal;
    signal.addEventListener('abort', this.#abort);
  }

  get signal() {
    return this.#controller.signal;
  }

  /** The server has said something. */
  renew() {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(this.#giveUp, mostSilence);
  }

  end() {
    clearTimeout(this.#silence);
    clearTimeout(this.#whole);
    this.#outer.removeEventListener('abort', this.#abort);
  }
}

/**
 * @param {URL} url
 * @param {Patience} patience
 * @param {(loaded: number, total: number) => void} progress
 */
async function download(url, patience, progress) {
  const answer = await fetch(url, {signal: patience.signal, credentials: credentialsFor(url)});
  if (!answer.ok) throw new FetchError('badAnswer', `${answer.status} ${answer.statusText}`, url);
  const type = answer.headers.get('Content-Type') ?? '';
  if (otherContent.test(type)) throw new FetchError('notAProfile', url, type);
  // A length of compressed content is not that of what is read.
  const total = answer.headers.has('Content-Encoding') ? 0 : Number(answer.headers.get('Content-Length') ?? 0);
  let loaded = 0;
  const heard = (/** @type {number} */ length) => {
    patience.renew();
    progress(loaded = length, total);
  };
  return readBytes(answer, mostBytes, heard).catch((error) => {
    if (patience.signal.aborted) throw error;
    throw new FetchError('brokeOff', loaded, url);
  });
}
