// Makes dist/embed.html. Its policy names the scripts by their hashes, since WebKit's “self” is nothing in a sandboxed
// frame; a name that tells the content then keeps page and scripts together, whatever a cache holds.
import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';

import {pinned} from './pin.mjs';

const scripts = ['embed.js', 'task-scope.js'];

/**
 * @param {string} web
 * @param {string} dist
 */
export async function writeEmbedPage(web, dist) {
  let page = await readFile(path.join(web, 'embed.html'), 'utf8');
  const hashes = [];
  for (const script of scripts) {
    const {name, integrity} = await pinned(dist, script);
    page = page.replace(`src="${script}"`, `src="${name}" integrity="${integrity}" crossorigin="anonymous"`);
    hashes.push(`'${integrity}'`);
  }
  await writeFile(path.join(dist, 'embed.html'), page.replace('SCRIPT_HASHES', hashes.join(' ')));
}
