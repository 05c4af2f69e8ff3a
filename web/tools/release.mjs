// Names that change with what they name, so that whoever has a file under such a name has the right one for ever.
import {createHash} from 'node:crypto';
import path from 'node:path';

/** How a hashed name ends: `.0123abcd.js`. */
export const hashedName = /\.[0-9a-f]{8}\.\w+$/;

/**
 * A file under two names: `task-scope.js` and, for as long as its bytes stay, `task-scope.<hash>.js`.
 * @typedef {{name: string, hashed: string, content: Buffer}} Release
 */

/**
 * @param {string} name
 * @param {Buffer} content
 * @returns {Release}
 */
export function release(name, content) {
  const {name: base, ext} = path.parse(name);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  return {name, hashed: `${base}.${hash}${ext}`, content};
}

/**
 * What stands in an `integrity` attribute.
 * @param {Buffer} content
 * @param {'sha256' | 'sha384'} algorithm
 */
export const integrityOf = (content, algorithm) =>
    `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`;
