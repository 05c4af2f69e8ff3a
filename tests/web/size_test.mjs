// What the first drawing downloads: the script and the module, as a server sends them.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {brotliCompressSync, constants} from 'node:zlib';

import {dist} from './harness.mjs';

const most = 163840;
const aim = 131072;

test('the first drawing downloads little', () => {
  const brotli = (/** @type {string} */ file) =>
      brotliCompressSync(readFileSync(`${dist}/${file}`), {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).length;
  const script = brotli('task-scope.js');
  const module = brotli('taskscope.wasm');
  console.log(`download, brotli 11: script ${script} + module ${module} = ${script + module} bytes (aim ${
      aim}, at most ${most})`);
  assert.ok(script + module <= most);
});
