// What fetches of ours have in common: how they ask, and how they read the answer.

/**
 * Nothing that we fetch is anyone's own, so no cookies go with it. A page's `<link rel="preload" as="fetch"
 * crossorigin>`, however, asks as scripts do by default, and serves only requests that ask alike: one without
 * credentials would be made a second time.
 * @param {URL} address
 * @returns {RequestCredentials}
 */
export function credentialsFor({href}) {
  /** @type {NodeListOf<HTMLLinkElement>} */
  const hints = document.querySelectorAll('link[rel=preload][as=fetch]');
  return [...hints].some((hint) => hint.href === href && hint.crossOrigin === 'anonymous') ? 'same-origin' : 'omit';
}

/**
 * An answer's bytes. No more are read once there are more than `most`, so that the reader can tell.
 * @param {Response} answer
 * @param {number} most
 * @param {(loaded: number) => void} progress hears of each piece
 */
export async function readBytes(answer, most, progress) {
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
