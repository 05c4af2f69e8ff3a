// The profiles that come with the demo page.
import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';

/**
 * @typedef {{file: string, title: string}} BundledProfile
 * @param {string} folder
 * @returns {Promise<BundledProfile[]>} by file name, and those that say that they are fictional after the others
 */
export async function readProfiles(folder) {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  const profiles = await Promise.all(files.map(async (file) => {
    const {title} = JSON.parse(await readFile(path.join(folder, file), 'utf8'));
    return {file, title};
  }));
  const isFictional = (/** @type {BundledProfile} */ {title}) => Number(title.endsWith('(fictional)'));
  return profiles.sort((a, b) => isFictional(a) - isFictional(b));
}
