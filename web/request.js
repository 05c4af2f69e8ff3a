// The one way in which the page's scripts ask a server for anything: without credentials, for so many bytes at most,
// and only while it goes on talking. The lint knows that nothing else calls fetch().
import {SaidError} from './words.js';

/** A server that says nothing for so long, or takes so long for all, has failed; in milliseconds. */
const mostSilence = 20_000;
const mostTime = 180_000;

/**
 * Downloads what is at an address. What the server is to blame for is a SaidError. No more is read once there are more
 * than `most` bytes, so that the reader can tell.
 * @param {URL} address
 * @param {{
 *   most: number, check?: (answer: Response) => void, signal?: AbortSignal, integrity?: string,
 *   progress?: (loaded: number) => void
 * }} options `check` sees an answer before it is read, and throws where it will not do; `progress` hears of each piece
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function request(address, {most, check, signal, integrity, progress}) {
  // Of what is to be checked, browsers hand out nothing before they have it all.
  const patience = new Patience(integrity ? mostTime : mostSilence, signal);
  try {
    const credentials = credentialsFor(address);
    const answer = await fetch(address, {signal: patience.signal, credentials, integrity});
    if (!answer.ok) throw new SaidError('badAnswer', `${answer.status} ${answer.statusText}`, address);
    check?.(answer);
    return await readBytes(answer, most, (loaded) => {
      patience.renew();
      progress?.(loaded);
    });
  } catch (error) {
    throw patience.isOver ? new SaidError('noAnswer', address) : error;
  } finally {
    patience.end();
  }
}

/** Ends a download that nothing comes of any more. */
class Patience {
  isOver = false;
  #controller = new AbortController();
  #silence;
  #outer;
  #abort = () => this.#controller.abort();
  #giveUp = () => {
    this.isOver = true;
    this.#abort();
  };
  #whole = setTimeout(this.#giveUp, mostTime);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #rest;

  /**
   * @param {number} silence how long the server may say nothing, in milliseconds
   * @param {AbortSignal} [signal] ends the download too
   */
  constructor(silence, signal) {
    this.#silence = silence;
    this.#outer = signal;
    signal?.addEventListener('abort', this.#abort);
    if (signal?.aborted) this.#abort();
    this.renew();
  }

  get signal() {
    return this.#controller.signal;
  }

  /** The server has said something. */
  renew() {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(this.#giveUp, this.#silence);
  }

  end() {
    clearTimeout(this.#rest);
    clearTimeout(this.#whole);
    this.#outer?.removeEventListener('abort', this.#abort);
  }
}

/**
 * Nothing that we fetch is anyone's own, so no cookies go with it. A page's `<link rel="preload" as="fetch"
 * crossorigin>`, however, asks as scripts do by default, and serves only requests that ask alike: one without
 * credentials would be made a second time.
 * @param {URL} address
 * @returns {RequestCredentials}
 */
function credentialsFor({href}) {
  /** @type {NodeListOf<HTMLLinkElement>} */
  const hints = document.querySelectorAll('link[rel=preload][as=fetch]');
  return [...hints].some((hint) => hint.href === href && hint.crossOrigin === 'anonymous') ? 'same-origin' : 'omit';
}

/**
 * @param {Response} answer
 * @param {number} most
 * @param {(loaded: number) => void} progress
 */
async function readBytes(answer, most, progress) {
  /** @type {Uint8Array[]} */
  const chunks = [];
  let length = 0;
  const reader = /** @type {ReadableStream<Uint8Array>} */ (answer.body ?? new ReadableStream()).getReader();
  while (length <= most) {
    const {done, value} = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
    progress(length);
  }
  reader.cancel().catch(() => {});  // a download that ended has nothing to cancel
  return concatenate(chunks, length);
}

/**
 * @param {Uint8Array[]} chunks
 * @param {number} length
 */
function concatenate(chunks, length) {
  const all = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}
