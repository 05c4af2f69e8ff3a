// Makes the pages whose policy names their scripts by hashes: WebKit's “self” is nothing in a sandboxed frame. A name
// that tells the content then keeps page and scripts together, whatever a cache holds.
import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';

import {integrityOf} from './release.mjs';

/**
 * @param {string} web
 * @param {string} dist
 * @param {string} name the page's
 * @param {import('./release.mjs').Release[]} scripts that the page includes
 */
export async function writePinnedPage(web, dist, name, scripts) {
  let page = await readFile(path.join(web, name), 'utf8');
  const hashes = [];
  for (const {name: script, hashed, content} of scripts) {
    const integrity = integrityOf(content, 'sha384');
    page = page.replace(`src="${script}"`, `src="${hashed}" integrity="${integrity}" crossorigin="anonymous"`);
    hashes.push(`'${integrity}'`);
  }
  await writeFile(path.join(dist, name), page.replace('SCRIPT_HASHES', hashes.join(' ')));
}
