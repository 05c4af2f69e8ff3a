// What the first drawing downloads: the script and the module, as a server sends them.
import assert from 'node:assert/strict';
import {statSync} from 'node:fs';
import {test} from 'node:test';

import {dist, release} from './harness.mjs';

const most = 131072;

test('the first drawing downloads little', () => {
  const brotli = (/** @type {string} */ name) => statSync(`${dist}/${release.files[name].name}.br`).size;
  const script = brotli('task-scope.js');
  const module = brotli('taskscope.wasm');
  console.log(`download, brotli 11: script ${script} + module ${module} = ${script + module} bytes (at most ${most})`);
  assert.ok(script + module <= most);
});
