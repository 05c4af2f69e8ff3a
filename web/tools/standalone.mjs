// Makes dist/standalone.html, the page that is one file: script, style, example and module are inside. The module is
// gzip in base64, which is 147 KB in place of 322 KB; every browser with WebGL2 on the way can unpack it. The page's
// policy knows its script and its style by their hashes and lets nothing be fetched but what the page itself made.
import {build, transform} from 'esbuild';
import {createHash} from 'node:crypto';
import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {gzipSync} from 'node:zlib';

import {integrityOf} from './release.mjs';
import {languages, wordsByLanguage} from './words.mjs';

/** What `taskscope standalone` looks for in the page (src/tools/command_standalone.cpp). */
const marks = [
  '<html lang="en">',
  '<title>Taskscope</title>',
  '<noscript><p>This page needs scripts.</p></noscript>',
  '<task-scope></task-scope>',
  '<script type="application/json" id="profile"></script>',
];

/**
 * @param {string} web
 * @param {Buffer} module
 * @param {Buffer} play
 * @param {import('esbuild').Plugin} styleAsText
 */
async function bundleScript(web, module, play, styleAsText) {
  const {outputFiles} = await build({
    entryPoints: [path.join(web, 'standalone.js')],
    inject:
        [path.join(web, 'standalone-files.js')],  // MODULE_FILE, PLAY_FILE, STYLE_FILE, and of words DE_FILE and others
    define: {
      MODULE_INTEGRITY: JSON.stringify(integrityOf(module, 'sha256')),
      MODULE_BYTES: String(module.length),
      PLAY_INTEGRITY: JSON.stringify(integrityOf(play, 'sha256')),
      PLAY_BYTES: String(play.length),
      SHARE_FILE: '""',  // inside as well
      SHARE_INTEGRITY: '""',
      ...Object.fromEntries(languages.map((language) => [`${language.toUpperCase()}_INTEGRITY`, '""'])),
    },
    bundle: true,
    plugins: [styleAsText],
    format: 'esm',
    minify: true,
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
  });
  return outputFiles[0].text.trim();
}

/** @param {string} web */
async function bundleStyle(web) {
  const files = await Promise.all(['task-scope.css', 'standalone.css'].map((f) => readFile(path.join(web, f), 'utf8')));
  return (await transform(files.join('\n'), {loader: 'css', minify: true})).code.trim();
}

/** @param {string} text */
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * @param {string} script
 * @param {string} style
 */
const policy = (script, style) => ['default-src \'none\'',
                                   `script-src ${hashOf(script)} 'wasm-unsafe-eval'`,
                                   `style-src ${hashOf(style)} blob:`,
                                   'connect-src blob:',
                                   'img-src data:',
                                   'base-uri \'none\'',
                                   'form-action \'none\'',
                                   'require-trusted-types-for \'script\'',
].join('; ');

/** @param {Buffer} part of the module */
const pack = (part) => gzipSync(part, {level: 9}).toString('base64');

/**
 * @param {{
 *   web: string, dist: string, module: Buffer, play: Buffer, words: import('./release.mjs').Release[], example: string,
 *   styleAsText: import('esbuild').Plugin
 * }} places
 */
export async function writeStandalone({web, dist, module, play, words, example, styleAsText}) {
  const script = await bundleScript(web, module, play, styleAsText);
  const style = await bundleStyle(web);
  /** @type {Record<string, string>} */
  const parts = {
    POLICY: policy(script, style),
    STYLE: style,
    EXAMPLE: (await readFile(example, 'utf8')).replaceAll('<', '\\u003c'),
    MODULE: pack(module),
    PLAY: pack(play),
    WORDS: pack(Buffer.from(JSON.stringify(wordsByLanguage(words)))),
    SCRIPT: script,
  };
  const template = await readFile(path.join(web, 'standalone.html'), 'utf8');
  const page = template.replace(/\b(POLICY|STYLE|EXAMPLE|MODULE|PLAY|WORDS|SCRIPT)\b/g, (name) => parts[name]);
  for (const mark of marks) {
    if (page.split(mark).length !== 2) throw new Error(`standalone.html has to have ${mark} once`);
  }
  await writeFile(path.join(dist, 'standalone.html'), page);
}
