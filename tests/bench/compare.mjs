// Measures Taskscope against the same content in plain HTML and by chart libraries, in one interleaved run, and prints
// the medians and what they are to be:
//   node tests/bench/compare.mjs [--rounds=7] [--only=cold,scroll]
// DIST is the built folder, TASKSCOPE_BIN the command line that writes static HTML.
import {parseArgs} from 'node:util';

import {launch} from '../web/harness.mjs';

import {allFiles, contestants} from './contestants.mjs';
import {printTables, Results} from './report.mjs';
import {scenarios} from './scenarios.mjs';
import {serveBrotli} from './serve_brotli.mjs';
import {downloadRow} from './targets.mjs';

const {values} = parseArgs({options: {rounds: {type: 'string', default: '7'}, only: {type: 'string'}}});
const rounds = Number(values.rounds);
const chosen = values.only?.split(',') ?? Object.keys(scenarios);
const unknown = chosen.filter((name) => !(name in scenarios));
if (unknown.length || !(rounds >= 1)) {
  console.error(`compare.mjs: --rounds takes a number, --only some of ${Object.keys(scenarios).join()}`);
  process.exit(2);
}

const server = await serveBrotli(await allFiles());
const browser = await launch();
const results = new Results();
for (const {name, files} of contestants) {
  results.add(name, {[downloadRow]: files.reduce((sum, file) => sum + server.bytes(file), 0)});
}
for (const scenario of chosen) {
  const start = performance.now();
  for (let round = 0; round < rounds; ++round) {
    for (const contestant of contestants) {
      results.add(contestant.name, await scenarios[scenario]({browser, url: server.url, contestant, round}));
    }
  }
  console.error(`${scenario}: ${rounds} rounds in ${Math.round((performance.now() - start) / 1000)} s`);
}
printTables(results, contestants.map(({name}) => name));
await browser.close();
server.close();
