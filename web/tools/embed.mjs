// Makes dist/embed.html. Its policy names the scripts by their hashes, since WebKit's “self” is nothing in a sandboxed
// frame; a name that tells the content then keeps page and scripts together, whatever a cache holds.
import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';

import {integrityOf} from './release.mjs';

/**
 * @param {string} web
 * @param {string} dist
 * @param {import('./release.mjs').Release[]} scripts that the page includes
 */
export async function writeEmbedPage(web, dist, scripts) {
  let page = await readFile(path.join(web, 'embed.html'), 'utf8');
  const hashes = [];
  for (const {name, hashed, content} of scripts) {
    const integrity = integrityOf(content, 'sha384');
    page = page.replace(`src="${name}"`, `src="${hashed}" integrity="${integrity}" crossorigin="anonymous"`);
    hashes.push(`'${integrity}'`);
  }
  await writeFile(path.join(dist, 'embed.html'), page.replace('SCRIPT_HASHES', hashes.join(' ')));
}
