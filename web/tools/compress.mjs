// Compresses files once, as well as can be, for servers that pick up FILE.br and FILE.gz instead of compressing anew
// for each reader.
import {readdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';

const compressible = new Set(['.css', '.html', '.js', '.json', '.mjs', '.svg', '.txt', '.wasm']);

/** @param {Buffer} content */
export const toBrotli = (content) => promisify(brotliCompress)(content, {
  params: {[constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length},
});

/** @param {Buffer} content */
const toGzip = (content) => promisify(gzip)(content, {level: 9});

/** @param {string} file */
async function compressFile(file) {
  const content = await readFile(file);
  const [brotli, gzipped] = await Promise.all([toBrotli(content), toGzip(content)]);
  await Promise.all([writeFile(`${file}.br`, brotli), writeFile(`${file}.gz`, gzipped)]);
}

/**
 * Puts compressed copies beside the files in a folder and those below it.
 * @param {string} folder
 */
export async function compressFolder(folder) {
  const entries = await readdir(folder, {withFileTypes: true});
  await Promise.all(entries.map((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return compressFolder(file);
    return compressible.has(path.extname(file)) ? compressFile(file) : null;
  }));
}
