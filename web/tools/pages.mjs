// The other ways in, beside the element: the page for frames and what makes it as tall as its content, the page that is
// one file, the demo page's snippets, oEmbed. The element's own files are in dist/ before.
import {build} from 'esbuild';
import {cp, writeFile} from 'node:fs/promises';
import path from 'node:path';

import {writeEmbedPage} from './embed.mjs';
import {baseUrl, writeOembed} from './oembed.mjs';
import {pin} from './pin.mjs';
import {readProfiles} from './profiles.mjs';
import {writeStandalone} from './standalone.mjs';

const scripts = [
  {from: 'embed.js', to: 'embed.js', format: /** @type {const} */ ('esm')},
  {from: 'demo.js', to: 'demo.js', format: /** @type {const} */ ('esm')},
  // Not a module, so that pages of other origins need no permission to include it.
  {from: 'frame.js', to: 'task-scope-frame.js', format: /** @type {const} */ ('iife')},
];

/**
 * @param {string} web
 * @param {string} dist
 * @param {boolean} isReadable
 */
async function bundleScripts(web, dist, isReadable) {
  await Promise.all(scripts.map(({from, to, format}) => build({
                                  entryPoints: [path.join(web, from)],
                                  outfile: path.join(dist, to),
                                  bundle: true,
                                  format,
                                  minify: !isReadable,
                                  target: 'es2022',
                                  logLevel: 'warning',
                                })));
}

/**
 * @param {{
 *   repository: string, dist: string, module: string, isReadable: boolean, styleAsText: import('esbuild').Plugin
 * }} options `module` is the built one's path
 */
export async function writePages({repository, dist, module, isReadable, styleAsText}) {
  const web = path.join(repository, 'web');
  const folder = path.join(repository, 'assets/profiles');
  const profiles = await readProfiles(folder);
  await bundleScripts(web, dist, isReadable);
  await pin(dist, ['embed.js', 'task-scope-frame.js']);
  await writeEmbedPage(web, dist);
  await cp(path.join(web, 'embed.css'), path.join(dist, 'embed.css'));
  await writeFile(path.join(dist, 'profiles/index.json'), `${JSON.stringify(profiles, null, 2)}\n`);
  await writeStandalone({web, dist, module, example: path.join(folder, profiles[0].file), styleAsText});
  const base = baseUrl(process.argv);
  if (base) await writeOembed(dist, profiles, base);
}
