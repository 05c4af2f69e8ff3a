// Fetches a profile's bytes, and says in plain words why it could not.

/** The decoder refuses more; there is no use in downloading it. */
const mostBytes = 4 * 1024 * 1024;

/** A profile that could not be had; `message` is for the page's reader. */
export class FetchError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'FetchError';
  }
}

/**
 * @param {string} address relative to the page
 * @param {AbortSignal} signal
 * @returns {Promise<Uint8Array>}
 */
export async function fetchProfile(address, signal) {
  if (!URL.canParse(address, document.baseURI)) throw new FetchError(`“${address}” is no address.`);
  const url = new URL(address, document.baseURI);
  const answer = await fetch(url, {signal, credentials: 'omit'}).catch((error) => {
    if (signal.aborted) throw error;
    throw new FetchError(`The server of ${url} could not be reached.`);
  });
  if (!answer.ok) throw new FetchError(`The server answered ${answer.status} ${answer.statusText} for ${url}.`);
  return readAtMost(answer, url, signal);
}

/**
 * @param {Response} answer
 * @param {URL} url
 * @param {AbortSignal} signal
 */
async function readAtMost(answer, url, signal) {
  /** @type {Uint8Array[]} */
  const chunks = [];
  let length = 0;
  const reader = /** @type {ReadableStream<Uint8Array>} */ (answer.body ?? new ReadableStream()).getReader();
  while (length <= mostBytes) {  // one byte over is enough for the decoder to see that it is too much
    const {done, value} = await reader.read().catch((error) => {
      if (signal.aborted) throw error;
      throw new FetchError(`The connection broke off after ${length} bytes of ${url}.`);
    });
    if (done) break;
    chunks.push(value);
    length += value.length;
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
