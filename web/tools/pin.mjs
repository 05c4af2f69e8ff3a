// Names for good: a copy of a file under a name that tells its content, listed in dist/integrity.json.
import {createHash} from 'node:crypto';
import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';

const lettersOfHash = 12;

/** @typedef {{name: string, integrity: string, bytes: number}} Pinned */

/** @param {Buffer} content */
const integrityOf = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`;

/** @param {string} dist @returns {Promise<{files: Record<string, Pinned>}>} what is listed so far */
const readList = async (dist) =>
    JSON.parse(await readFile(path.join(dist, 'integrity.json'), 'utf8').catch(() => '{"files": {}}'));

/**
 * Copies the files to their pinned names and adds them to the list.
 * @param {string} dist
 * @param {string[]} files
 */
export async function pin(dist, files) {
  const list = await readList(dist);
  for (const file of files) {
    const content = await readFile(path.join(dist, file));
    const hash = createHash('sha256').update(content).digest('hex').slice(0, lettersOfHash);
    const name = file.replace(/(\.[^.]+)$/, `.${hash}$1`);
    await writeFile(path.join(dist, name), content);
    list.files[file] = {name, integrity: integrityOf(content), bytes: content.length};
  }
  await writeFile(path.join(dist, 'integrity.json'), `${JSON.stringify(list, null, 2)}\n`);
}

/**
 * A file's pinned name and hash; one that is not in the list goes by its own name.
 * @param {string} dist
 * @param {string} file
 * @returns {Promise<{name: string, integrity: string}>}
 */
export async function pinned(dist, file) {
  const {files} = await readList(dist);
  return files[file] ?? {name: file, integrity: integrityOf(await readFile(path.join(dist, file)))};
}
