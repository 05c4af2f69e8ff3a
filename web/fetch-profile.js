// Fetches a profile's bytes, and says in plain words why it could not.
import {credentialsFor, readBytes} from './request.js';

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
  const answer = await fetch(url, {signal, credentials: credentialsFor(url)}).catch((error) => {
    if (signal.aborted) throw error;
    throw new FetchError(`The server of ${url} could not be reached.`);
  });
  if (!answer.ok) throw new FetchError(`The server answered ${answer.status} ${answer.statusText} for ${url}.`);
  let loaded = 0;
  return readBytes(answer, mostBytes, (length) => loaded = length).catch((error) => {
    if (signal.aborted) throw error;
    throw new FetchError(`The connection broke off after ${loaded} bytes of ${url}.`);
  });
}
