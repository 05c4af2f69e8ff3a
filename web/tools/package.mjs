// Makes dist/npm/, the package for pages that are built with npm: the same element, as a module that other bundlers
// take apart, with types and a description for editors.
import {execFile} from 'node:child_process';
import {cp, mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {promisify} from 'node:util';

/** @typedef {import('./release.mjs').Release} Release */

/** @param {string} version */
const describePackage = (version) => ({
  name: 'taskscope',
  version,
  description: 'How far an occupation’s tasks can be automated: an interactive dashboard as a custom element.',
  keywords: ['web-component', 'custom-element', 'dashboard', 'webassembly', 'automation', 'occupations'],
  license: 'MIT',
  type: 'module',
  exports: {
    '.': {types: './types/element.d.ts', default: './element.js'},
    './define': {types: './types/elements.d.ts', default: './define.js'},
    './react': {types: './react.d.ts', default: './define.js'},
    './task-scope.css': './task-scope.css',
    './profile.schema.json': './profile.schema.json',
    './custom-elements.json': './custom-elements.json',
    './package.json': './package.json',
  },
  types: './types/element.d.ts',
  sideEffects: ['./define.js', './task-scope.css'],
  customElements: 'custom-elements.json',
  files: ['*.js', '*.css', '*.wasm', '*.json', '*.d.ts', 'types', 'THIRD_PARTY_NOTICES.txt'],
});

/**
 * Declarations, made from the sources' JSDoc.
 * @param {string} web
 * @param {string} folder
 */
async function writeTypes(web, folder) {
  const tsc = path.join(web, 'node_modules/.bin/tsc');
  const declare = ['--declaration', '--emitDeclarationOnly', '--noEmit', 'false', '--outDir', folder];
  await promisify(execFile)(tsc, ['-p', path.join(web, 'npm'), ...declare]);
  for (const name of ['elements.d.ts', 'module_exports.d.ts']) await cp(path.join(web, name), path.join(folder, name));
}

/**
 * @param {{repository: string, dist: string, version: string, parts: Release[], style: Release, element: Buffer}} parts
 *     `element` is the class with all that it imports, which looks for the other parts by their hashed names
 */
export async function writePackage({repository, dist, version, parts, style, element}) {
  const folder = path.join(dist, 'npm');
  const write = (/** @type {string} */ name, /** @type {string | Buffer} */ content) =>
      writeFile(path.join(folder, name), content);
  const copy = (/** @type {string} */ from, name = path.basename(from)) =>
      cp(path.join(repository, from), path.join(folder, name));
  await mkdir(folder);
  await write('package.json', JSON.stringify(describePackage(version), null, 2) + '\n');
  await write('element.js', element);
  await copy('web/task-scope.js', 'define.js');  // which imports ./element.js
  for (const {hashed, content} of parts) await write(hashed, content);
  await write(style.name, style.content);
  await writeTypes(path.join(repository, 'web'), path.join(folder, 'types'));
  for (const file of ['README.md', 'react.d.ts']) await copy(`web/npm/${file}`);
  for (const file of ['web/custom-elements.json', 'assets/profile.schema.json', 'LICENSE']) await copy(file);
  await cp(path.join(dist, 'THIRD_PARTY_NOTICES.txt'), path.join(folder, 'THIRD_PARTY_NOTICES.txt'));
}
