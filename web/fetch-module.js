// Fetches a part of the WebAssembly module, compiles it while it downloads, and gives it out only if it is, byte by
// byte, the one that this script was built with.
import {request} from './request.js';
import {SaidError} from './words.js';

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function integrityOf(bytes) {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return 'sha256-' + btoa(String.fromCharCode(...new Uint8Array(digest)));
}

/**
 * The compiled module.
 * @param {{address: URL, hash: string, size: number}} file `hash` as in an integrity attribute, `size` in bytes
 * @param {(loaded: number, total: number) => void} [progress] hears how many bytes are there, and of how many
 */
export async function fetchModule({address, hash, size}, progress) {
  const isOther = 'is not the one that this script was built with. Both files have to come, unchanged, from one build.';
  // Plain HTTP has no crypto.subtle. There the browser checks, but holds the answer back until it has all of it.
  const integrity = crypto.subtle ? '' : hash;
  /** @type {Promise<WebAssembly.Module | null> | undefined} */
  let compiling;
  const check = (/** @type {Response} */ answer) => {
    // Where the server names another type than application/wasm, this fails, and the bytes are compiled afterwards.
    compiling = WebAssembly.compileStreaming(answer.clone()).catch(() => null);
  };
  const heard = (/** @type {number} */ loaded) => progress?.(loaded, size);
  const bytes = await request(address, {most: size, check, integrity, progress: heard}).catch((error) => {
    if (error instanceof SaidError) throw error;
    throw new Error(`${address} could not be downloaded${integrity && ', or ' + isOther}`);
  });
  if (!integrity && await integrityOf(bytes) !== hash) throw new Error(`${address} ${isOther}`);
  return await compiling ?? WebAssembly.compile(bytes);
}
