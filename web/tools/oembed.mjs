// Static oEmbed documents (https://oembed.com), one for each profile that comes along. They need to know where dist/
// will stand, since oEmbed has no relative addresses: without --base-url https://… or TASKSCOPE_BASE_URL there are
// none.
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';

import {frameElement} from '../snippet.js';

/** @typedef {import('./profiles.mjs').BundledProfile} BundledProfile */

const size = {
  width: 1000,
  height: 900
};

/**
 * The folder that dist/ will be, with a slash at its end, or null where nobody said.
 * @param {string[]} commandLine
 */
export function baseUrl(commandLine) {
  const option = commandLine.indexOf('--base-url');
  const given = option < 0 ? process.env.TASKSCOPE_BASE_URL : commandLine[option + 1] ?? '';
  if (given === undefined || (given === '' && option < 0)) return null;
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) {
    throw new Error(`the base address has to begin with https://, which “${given}” does not`);
  }
  const {origin, pathname} = new URL(given);
  return origin + pathname.replace(/\/?$/, '/');
}

/**
 * @param {string} base
 * @param {BundledProfile} profile
 */
function documentOf(base, {file, title}) {
  const look = {theme: 'auto', textSize: '1', language: '', isFrame: true, hasHints: false, files: null};
  const html = frameElement(
      {base, profile: `${base}profiles/${file}`, title, ...look},
      {width: String(size.width), height: String(size.height)});
  return {version: '1.0', type: 'rich', provider_name: 'Taskscope', provider_url: base, title, html, ...size};
}

/**
 * Lets who finds the demo page find its first profile's document.
 * @param {string} page
 * @param {string} address
 */
async function linkFrom(page, address) {
  const html = await readFile(page, 'utf8');
  const link = `<link rel="alternate" type="application/json+oembed" href="${address}">`;
  await writeFile(page, html.replace('</head>', `${link}\n</head>`));
}

/**
 * @param {string} dist
 * @param {BundledProfile[]} profiles
 * @param {string} base
 */
export async function writeOembed(dist, profiles, base) {
  await mkdir(path.join(dist, 'oembed'));
  for (const profile of profiles) {
    const text = JSON.stringify(documentOf(base, profile), null, 2);
    await writeFile(path.join(dist, 'oembed', profile.file), `${text}\n`);
  }
  await linkFrom(path.join(dist, 'index.html'), `${base}oembed/${profiles[0].file}`);
}
