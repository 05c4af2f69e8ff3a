// Turns a build of the module and the sources in web/ and assets/ into dist/, ready for any file server:
//   node web/tools/bundle.mjs WASM_BUILD_FOLDER [--readable OUTPUT_FOLDER] [--base-url https://…]
// With --readable, names in the script stay as they are, for profilers. The base address is where dist/ will stand;
// oEmbed documents are made where it is given, by the option or as TASKSCOPE_BASE_URL.
import {build, transform} from 'esbuild';
import {cp, mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, constants} from 'node:zlib';

import {writeNotices} from './notices.mjs';
import {writePages} from './pages.mjs';

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
        return {contents: code.trim(), loader: 'text'};
      }),
};

const bundleScript = () => build({
  entryPoints: [path.join(repository, 'web/task-scope.js')],
  outfile: path.join(dist, 'task-scope.js'),
  define: {MODULE_FILE: '"taskscope.wasm"', STYLE_FILE: '"task-scope.css"'},
  bundle: true,
  plugins: [styleAsText],
  format: 'esm',
  minify: !isReadable,
  target: 'es2022',
  legalComments: 'none',  // THIRD_PARTY_NOTICES.txt has them
  logLevel: 'warning',
});

const bundleStyle = () => build({
  entryPoints: [path.join(repository, 'web/task-scope.css')],
  outfile: path.join(dist, 'task-scope.css'),
  minify: true,
  logLevel: 'warning',
});

async function copyFiles() {
  await cp(path.join(wasmBuild, 'taskscope.wasm'), path.join(dist, 'taskscope.wasm'));
  for (const [from, to] of [
           ['web/index.html', 'index.html'],
           ['web/page.css', 'page.css'],
           ['web/icon.svg', 'icon.svg'],
           ['assets/profiles', 'profiles'],
           ['assets/profile.schema.json', 'profile.schema.json'],
           ['LICENSE', 'LICENSE'],
  ]) {
    await cp(path.join(repository, from), path.join(dist, to), {recursive: true});
  }
}

/** @param {number} bytes */
const formatBytes = (bytes) => bytes.toLocaleString('en').padStart(9);

async function printSizes() {
  let total = 0;
  for (const file of ['task-scope.js', 'taskscope.wasm']) {
    const content = await readFile(path.join(dist, file));
    const compressed = brotliCompressSync(content, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).length;
    total += compressed;
    console.log(`${file.padEnd(16)}${formatBytes(content.length)} bytes${formatBytes(compressed)} brotli`);
  }
  console.log(`${'together'.padEnd(31)}${formatBytes(total)} brotli`);
}

await rm(dist, {recursive: true, force: true});
await mkdir(dist, {recursive: true});
await bundleScript();
await bundleStyle();
await copyFiles();
await writePages({repository, dist, module: path.join(wasmBuild, 'taskscope.wasm'), isReadable, styleAsText});
await writeNotices(path.join(wasmBuild, 'third_party.json'), path.join(dist, 'THIRD_PARTY_NOTICES.txt'));
await printSizes();
