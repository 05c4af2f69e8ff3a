// The other ways in, beside the element: the page for frames and what makes it as tall as its content, the page that is
// one file, the page where profiles are written, the demo page's snippets, oEmbed.
import {build} from 'esbuild';
import {cp, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';

import {baseUrl, writeOembed} from './oembed.mjs';
import {writePinnedPage} from './pinned.mjs';
import {readProfiles} from './profiles.mjs';
import {release} from './release.mjs';
import {writeStandalone} from './standalone.mjs';

const scripts = [
  {from: 'embed.js', to: 'embed.js', format: /** @type {const} */ ('esm')},
  {from: 'edit.js', to: 'edit.js', format: /** @type {const} */ ('esm')},
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

/** @typedef {import('./release.mjs').Release} Release */

/**
 * @param {{
 *   repository: string, dist: string, module: Release, play: Release, script: Release, share: Release, words:
 * Release[], isReadable: boolean, styleAsText: import('esbuild').Plugin
 * }} options `script` is the element's, `share` and `words` what it fetches on demand
 * @returns {Promise<Release[]>} what pages may include, yet to be written under its hashed name
 */
export async function writePages({repository, dist, module, play, script, share, words, isReadable, styleAsText}) {
  const web = path.join(repository, 'web');
  const folder = path.join(repository, 'assets/profiles');
  const profiles = await readProfiles(folder);
  await bundleScripts(web, dist, isReadable);
  const [embed, edit, frame] = await Promise.all(['embed.js', 'edit.js', 'task-scope-frame.js'].map(
      async (name) => release(name, await readFile(path.join(dist, name)))));
  await writePinnedPage(web, dist, 'embed.html', [embed, script, share]);
  await writePinnedPage(web, dist, 'edit.html', [edit, script, share]);
  for (const style of ['embed.css', 'edit.css']) await cp(path.join(web, style), path.join(dist, style));
  await writeFile(path.join(dist, 'profiles/index.json'), `${JSON.stringify(profiles, null, 2)}\n`);
  const example = path.join(folder, profiles[0].file);
  await writeStandalone({web, dist, module: module.content, play: play.content, words, example, styleAsText});
  const base = baseUrl(process.argv);
  if (base) await writeOembed(dist, profiles, base);
  return [embed, edit, frame];
}
