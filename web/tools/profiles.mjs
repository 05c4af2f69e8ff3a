// The profiles that come with the demo page.
import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';

/**
 * @typedef {{file: string, title: string}} BundledProfile
 * @param {string} folder
 * @returns {Promise<BundledProfile[]>} by file name
 */
export async function readProfiles(folder) {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(files.map(async (file) => {
    const {title} = JSON.parse(await readFile(path.join(folder, file), 'utf8'));
    return {file, title};
  }));
}
