// Cuts the linked module in two, with Binaryen's wasm-split: what the first drawing may need, and what is reached
// through the door of src/play alone, or never (unreached.mjs). Both share memory and table; the second part's
// functions take their places in the table when a page instantiates it (web/engine.js).
//   node web/tools/split.mjs BINARYEN_FOLDER LINKED MAP PRIMARY SECONDARY move-data|keep-data
// The linked module has to have its functions' names.
import {execFileSync} from 'node:child_process';
import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';

import {splitData} from './split_data.mjs';
import {unreached} from './unreached.mjs';

const [binaryen, linked, map, primary, secondary, data] = process.argv.slice(2);
const features = ['sign-ext', 'nontrapping-float-to-int', 'bulk-memory', 'mutable-globals'].map((f) => `--enable-${f}`);

/** @param {string} tool @param {string[]} args */
const run = (tool, ...args) =>
    execFileSync(path.join(binaryen, 'bin', tool), [...features, ...args], {encoding: 'utf8', maxBuffer: 1 << 28});

/** Who may be called: functions by name, with whom they call. @typedef {Map<string, Set<string>>} Calls */

/**
 * @param {string} graph as Binaryen prints it, for Graphviz
 * @returns {{functions: string[], roots: string[], calls: Calls}} roots can be called from outside or by address
 */
function readCallGraph(graph) {
  const start = graph.indexOf('  node [shape=box');  // after the key to the picture
  const lines = graph.slice(start).split('\n');
  const nodes = lines.map((line) => line.match(/^  "(.*)" \[style="([^"]*)"(?:, fillcolor="(\w+)")?\];$/));
  /** @type {Calls} */
  const calls = new Map();
  for (const line of lines) {
    const [, caller, callee] = line.match(/^  "(.*)" -> "(.*)"; \/\/ call$/) ?? [];
    if (caller) calls.set(caller, (calls.get(caller) ?? new Set()).add(callee));
  }
  const isNode = (/** @type {RegExpMatchArray | null} */ node) => node !== null;
  const known = nodes.filter(isNode);
  return {
    functions: [...new Set(known.filter(([, , , color]) => color !== 'turquoise').map(([, name]) => name))],
    roots: known.filter(([, , style, color]) => color === 'gray' || style.includes('rounded')).map(([, name]) => name),
    calls,
  };
}

/** What decoders that are called by the second part alone, of catalogues and overviews, hand on by address. */
const furtherDecoders = [
  'decode_figures', 'catalogue_fields', 'overview_fields', 'is_plain_name', 'is_profile_address', 'is_currency_code'
];

/**
 * Of functions that are the same to the last instruction only one is left, by whatever name; so names tell nothing but
 * of those that are called by address.
 * @param {string} name
 */
const isDoor = (name) =>
    /^(_ZN9taskscope4play|taskscope::play::)/.test(name) || furtherDecoders.some((own) => name.includes(own));

/**
 * A function's name without its parameters, as linkers write it (`_ZN2ns4nameE…`, `_ZL4name…`) or in full. In full
 * names Binaryen writes `(` as `\\28`.
 * @param {string} name
 */
function plainName(name) {
  const [, nested, single] = name.match(/^_ZN(\d.*)|^_ZL?(\d.*)/) ?? [];
  if (!nested && !single) return name.replace(/\\28.*|\(.*/, '');
  const parts = [];
  for (let rest = nested ?? single; /^\d/.test(rest) && (nested || !parts.length);) {
    const digits = String(parseInt(rest)).length;
    const end = digits + parseInt(rest);
    parts.push(rest.slice(digits, end));
    rest = rest.slice(end);
  }
  return parts.join('::');
}

const isUnreached = (/** @type {string} */ name) => unreached.includes(plainName(name));

/**
 * What can be called from these, but for what is not.
 * @param {string[]} roots
 * @param {Calls} calls
 */
function reach(roots, calls) {
  const reached = new Set();
  const open = [...roots];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name) || isUnreached(name)) continue;
    reached.add(name);
    open.push(...calls.get(name) ?? []);
  }
  return reached;
}

const {functions, roots, calls} = readCallGraph(run('wasm-opt', linked, '--print-call-graph', '--output=/dev/null'));
const reached = reach(['__wasm_call_ctors', ...roots.filter((name) => !isDoor(name))], calls);
const apart = functions.filter((name) => !reached.has(name));
if (!apart.some(isDoor)) throw new Error(`${linked} has no function of src/play, or no names`);
if (!apart.some(isUnreached)) throw new Error(`${linked} has none of Dear ImGui's functions in unreached.mjs`);

const list = `${secondary}.functions`;
writeFileSync(list, apart.join('\n'));
run('wasm-split', linked, `--split-funcs=@${list}`, `--primary-output=${primary}`, `--secondary-output=${secondary}`);

/** @param {string} file */
const withCode = (file) => ({file, code: run('wasm-opt', file, '--print', '--output=/dev/null')});
// Before the parts are optimised, which leaves out of the first one's data what becomes zeros.
const movesData = data === 'move-data';
const movedBytes = movesData ? splitData(readFileSync(map, 'utf8'), withCode(primary), withCode(secondary)) : 0;
for (const part of [primary, secondary]) {
  // Optimises until nothing gets smaller: 1 KB brotli. Code that is taken apart and structured anew before is 1.1 KB
  // less still.
  const structureAnew = ['--flatten', '--rereloop', '--local-cse'];
  run('wasm-opt', part, ...structureAnew, '-Oz', '-Oz', '--converge', '--strip-debug', '--strip-producers', '-o', part);
}
rmSync(list);
const counts = `${apart.length} of ${functions.length} functions and ${movedBytes} bytes of data`;
console.log(`${counts} stand in ${path.basename(secondary)}`);
