// Turns a build of the module and the sources in web/ and assets/ into dist/, ready for any file server:
//   node web/tools/bundle.mjs WASM_BUILD_FOLDER [--readable OUTPUT_FOLDER] [--base-url https://…]
// With --readable, names in the script stay as they are, for profilers. The base address is where dist/ will stand;
// oEmbed documents are made where it is given, by the option or as TASKSCOPE_BASE_URL.
import {build, transform} from 'esbuild';
import {cp, mkdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {minify} from 'terser';

import {compressFolder} from './compress.mjs';
import {headersFile} from './headers.mjs';
import {writeNotices} from './notices.mjs';
import {writePackage} from './package.mjs';
import {writePages} from './pages.mjs';
import {integrityOf, release} from './release.mjs';
import {readWords, wordsConstants} from './words.mjs';

/** @typedef {import('./release.mjs').Release} Release */

const repository = fileURLToPath(new URL('../../', import.meta.url));
const [wasmFolder = '', option, readableFolder = ''] = process.argv.slice(2);
const isReadable = option === '--readable';
const wasmBuild = path.resolve(wasmFolder);
const dist = isReadable ? path.resolve(readableFolder) : path.join(repository, 'dist');

/** Style sheets become texts of the script, without their blanks. @type {import('esbuild').Plugin} */
const styleAsText = {
  name: 'style as text',
  setup: ({onLoad}) => onLoad(
      {filter: /\.css$/},
      async ({path: file}) => {
        const {code} = await transform(await readFile(file, 'utf8'), {loader: 'css', minify: true});
        return {contents: code.trim().replaceAll(/(--[\w-]+): /g, '$1:'), loader: 'text'};
      }),
};

/**
 * What esbuild made as short as it can, terser makes 3 % shorter still (as brotli).
 * @param {string} script
 */
async function shorten(script) {
  const {code} = await minify(script, {module: true, ecma: 2020, compress: {passes: 3}});
  return code ?? '';
}

/**
 * The script that is fetched on demand, left where it is. @param {string} name
 * @returns {import('esbuild').Plugin}
 */
const shareApart = (name) => ({
  name: 'share apart',
  setup: ({onResolve}) => onResolve({filter: /\/share\.js$/}, () => ({path: `./${name}`, external: true})),
});

/**
 * A script with all that it imports. The addresses stand in it literally, as arguments of `new URL`, for that is how
 * other bundlers find the files.
 * @param {{entry: string, module: Release, play: Release, share: Release, words: Release[], style: string, isChecked:
 *     boolean, minified: boolean}} options `isChecked`: browsers check the script that is fetched on demand, which
 * others' bundlers may change
 */
async function bundleScript({entry, module, play, share, words, style, isChecked, minified}) {
  const {outputFiles} = await build({
    entryPoints: [path.join(repository, entry)],
    define: {
      MODULE_FILE: JSON.stringify(`./${module.hashed}`),
      MODULE_INTEGRITY: JSON.stringify(integrityOf(module.content, 'sha256')),
      MODULE_BYTES: String(module.content.length),
      PLAY_FILE: JSON.stringify(`./${play.hashed}`),
      PLAY_INTEGRITY: JSON.stringify(integrityOf(play.content, 'sha256')),
      PLAY_BYTES: String(play.content.length),
      STYLE_FILE: JSON.stringify(`./${style}`),
      SHARE_FILE: JSON.stringify(`./${share.hashed}`),
      SHARE_INTEGRITY: JSON.stringify(isChecked ? integrityOf(share.content, 'sha384') : ''),
      ...wordsConstants(words),
    },
    bundle: true,
    write: false,
    plugins: [styleAsText, shareApart(share.hashed)],
    format: 'esm',
    minify: minified,
    target: 'es2022',
    legalComments: 'none',  // THIRD_PARTY_NOTICES.txt has them
    logLevel: 'warning',
  });
  const {text} = outputFiles[0];
  return Buffer.from(minified ? await shorten(text) : text);
}

/** @param {boolean} minified */
async function bundleShare(minified) {
  const {outputFiles} = await build({
    entryPoints: [path.join(repository, 'web/share.js')],
    bundle: true,
    write: false,
    plugins: [styleAsText],
    format: 'esm',
    minify: minified,
    target: 'es2022',
    logLevel: 'warning',
  });
  const {text} = outputFiles[0];
  return Buffer.from(minified ? await shorten(text) : text);
}

async function bundleStyle() {
  const source = await readFile(path.join(repository, 'web/task-scope.css'), 'utf8');
  const {code} = await transform(source, {loader: 'css', minify: true});
  return Buffer.from(code);
}

async function copyFiles() {
  for (const [from, to] of [
           ['web/index.html', 'index.html'],
           ['web/occupations.html', 'occupations.html'],
           ['web/page.css', 'page.css'],
           ['web/icon.svg', 'icon.svg'],
           ['assets/profiles', 'profiles'],
           ['assets/profile.schema.json', 'profile.schema.json'],
           ['assets/catalogue.json', 'catalogue.json'],
           ['assets/catalogue.schema.json', 'catalogue.schema.json'],
           ['LICENSE', 'LICENSE'],
  ]) {
    await cp(path.join(repository, from), path.join(dist, to), {recursive: true});
  }
}

/** @param {string} file @param {string | Buffer} content */
const write = (file, content) => writeFile(path.join(dist, file), content);

/** @param {string} file */
const sizeOf = async (file) => (await stat(path.join(dist, file))).size;

/**
 * What pages that pin a version, and tests, have to know of it.
 * @param {Release[]} releases
 */
async function describeReleases(releases) {
  /** @type {Record<string, {name: string, integrity: string, bytes: number, brotli: number, gzip: number}>} */
  const files = {};
  for (const {name, hashed, content} of releases) {
    files[name] = {
      name: hashed,
      integrity: integrityOf(content, 'sha384'),
      bytes: content.length,
      brotli: await sizeOf(`${hashed}.br`),
      gzip: await sizeOf(`${hashed}.gz`),
    };
  }
  const {version} = JSON.parse(await readFile(path.join(repository, 'web/package.json'), 'utf8'));
  return {version, files};
}

/** @param {Awaited<ReturnType<typeof describeReleases>>} description */
function printSizes({files}) {
  const format = (/** @type {number} */ bytes) => bytes.toLocaleString('en').padStart(9);
  let total = 0;
  for (const name of ['task-scope.js', 'taskscope.wasm']) {
    const {bytes, brotli} = files[name];
    total += brotli;
    console.log(`${name.padEnd(16)}${format(bytes)} bytes${format(brotli)} brotli`);
  }
  console.log(`${'together'.padEnd(31)}${format(total)} brotli`);
  for (const name of ['taskscope-play.wasm', 'task-scope-share.js', 'words.en.txt', 'words.de.txt']) {
    const {bytes, brotli} = files[name];
    console.log(`${name.padEnd(19)}${format(bytes)} bytes${format(brotli)} brotli, on demand`);
  }
}

await rm(dist, {recursive: true, force: true});
await mkdir(dist, {recursive: true});

const module = release('taskscope.wasm', await readFile(path.join(wasmBuild, 'taskscope.wasm')));
const play = release('taskscope-play.wasm', await readFile(path.join(wasmBuild, 'play.wasm')));
const style = release('task-scope.css', await bundleStyle());
const words = await readWords(wasmBuild);
const share = release('task-scope-share.js', await bundleShare(!isReadable));
const script = release('task-scope.js', await bundleScript({
                         entry: 'web/task-scope.js',
                         module,
                         play,
                         share,
                         words,
                         style: style.hashed,
                         isChecked: true,
                         minified: !isReadable,
                       }));
await copyFiles();
const others = await writePages({repository, dist, module, play, script, share, words, isReadable, styleAsText});
const releases = [script, module, play, share, style, ...words, ...others];
const stable = [script, style, ...others];  // the modules' names, and the share script's, stand in the script alone

for (const {hashed, content} of releases) await write(hashed, content);
for (const {name, content} of stable) await write(name, content);
await write('_headers', headersFile({hashed: releases.map((r) => r.hashed), stable: stable.map((r) => r.name)}));
await writeNotices(path.join(wasmBuild, 'third_party.json'), path.join(dist, 'THIRD_PARTY_NOTICES.txt'));
await compressFolder(dist);
const description = await describeReleases(releases);
await write('integrity.json', JSON.stringify(description, null, 2) + '\n');
await writePackage({
  repository,
  dist,
  version: description.version,
  parts: [module, play, share, ...words],
  style,
  element: await bundleScript(
      {entry: 'web/element.js', module, play, share, words, style: style.name, isChecked: false, minified: false}),
});
printSizes(description);
