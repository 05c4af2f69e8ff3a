// Files of the author's disk. Where the browser has the File System Access API, a file is saved to where it came from;
// elsewhere it is opened by an <input> and saved by a download.
import {download} from './download.js';

/**
 * `handle` is what the file can be saved to.
 * @typedef {{file: File, handle: FileSystemFileHandle | null}} Chosen
 */

const kind = {
  description: 'Profile',
  accept: {'application/json': ['.json']},
};

/** What not every browser has, and TypeScript does not know. @param {string} name */
const picker = (name) => Reflect.get(window, name);

/**
 * What an author chose, or null if it was nothing.
 * @template T
 * @param {Promise<T>} choosing
 */
async function chosen(choosing) {
  try {
    return await choosing;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

export const hasPicker = () => typeof picker('showOpenFilePicker') === 'function';

/** Lets the author choose a file. @returns {Promise<Chosen | null>} */
export async function pickFile() {
  const handles = await chosen(picker('showOpenFilePicker').call(window, {types: [kind]}));
  return handles && {file: await handles[0].getFile(), handle: handles[0]};
}

/**
 * A file that was dropped. To be called while the drop is dispatched, after which its content is gone.
 * @param {DataTransfer} dropped
 * @returns {Promise<Chosen> | null} null where it is no file
 */
export function takeDropped({items}) {
  const item = [...items].find((one) => one.kind === 'file');
  const file = item?.getAsFile();
  if (!item || !file) return null;
  /** @type {Promise<FileSystemHandle | null>} */
  const handle = Reflect.get(item, 'getAsFileSystemHandle')?.call(item) ?? Promise.resolve(null);
  return handle.catch(() => null).then((found) => ({file, handle: /** @type {FileSystemFileHandle | null} */ (found)}));
}

/** @param {FileSystemFileHandle} handle @param {Blob} content */
async function write(handle, content) {
  const writable = await handle.createWritable();
  await writable.write(content);
  await writable.close();
}

/**
 * Saves to the file, to one that the author chooses, or among the downloads.
 * @param {Blob} content
 * @param {string} name
 * @param {FileSystemFileHandle | null} handle
 * @returns {Promise<{handle: FileSystemFileHandle | null} | null>} the file that it is in, null for a download; or
 *     nothing if the author thought better of it
 */
export async function saveFile(content, name, handle) {
  if (!handle && !picker('showSaveFilePicker')) {
    download(content, name);
    return {handle};
  }
  const options = {suggestedName: name, types: [kind]};
  /** @type {FileSystemFileHandle | null} */
  const target = handle ?? await chosen(picker('showSaveFilePicker').call(window, options));
  if (!target) return null;
  await write(target, content);
  return {handle: target};
}
