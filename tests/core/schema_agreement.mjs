// The schema and the decoder of profiles agree.
//   TASKSCOPE_BIN=build/native/taskscope node --test tests/core/schema_agreement.mjs
import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';

import {Agreement, jsonFiles, readJson, subschemas} from './agreement.mjs';

const agreement = new Agreement('assets/profile.schema.json');
const {schema} = agreement;

test('every field of the schema has a description and a unit', () => {
  const all = [...subschemas(schema)];
  assert.ok(all.length > 40);
  for (const [place, part] of all) {
    assert.equal(typeof part.description, 'string', place);
    if (place !== '#') assert.match(part.description, /\bUnit: \S/, place);
  }
});

test('unknown fields are left to the decoder, which warns of them', () => {
  for (const [place, part] of subschemas(schema)) {
    assert.ok(!('additionalProperties' in part || 'unevaluatedProperties' in part), place);
  }
});

test('the profiles declare the schema and fit it', () => {
  for (const path of jsonFiles('assets/profiles')) {
    assert.equal(readJson(path).$schema, '../profile.schema.json', path);
    agreement.assertValid(path);
  }
});

test('valid files are accepted by both', () => {
  for (const path of jsonFiles('tests/data/valid')) {
    agreement.assertValid(path);
  }
});

test('invalid files are rejected by both, at the same places', () => {
  for (const path of jsonFiles('tests/data/invalid')) {
    agreement.assertInvalid(path);
  }
});

test('each limit is the same on both sides', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'taskscope-'));
  t.after(() => rmSync(folder, {recursive: true}));
  const task = (/** @type {unknown} */ _, /** @type {number} */ index) =>
      ({name: `Task ${index}`, importance: 'core', automation: 5});
  const evidence = (/** @type {object} */ more = {}) =>
      ({publisher: 'A', measure: 'B', value: 5, kind: 'measured use', match: 'proxy', ...more});
  const text = (/** @type {number} */ length) => '語'.repeat(length);
  /** @type {Record<string, [good: object, bad: object]>} */
  const pairs = {
    tasks: [{tasks: Array.from({length: 10_000}, task)}, {tasks: Array.from({length: 10_001}, task)}],
    list: [
      {strategies: Array(1000).fill({title: 'A', text: 'B'})}, {strategies: Array(1001).fill({title: 'A', text: 'B'})}
    ],
    examples: [
      {ai_uses: [{title: 'A', examples: Array(1000).fill('B')}]},
      {ai_uses: [{title: 'A', examples: Array(1001).fill('B')}]}
    ],
    evidence: [{evidence: Array(1000).fill(evidence())}, {evidence: Array(1001).fill(evidence())}],
    title: [{title: text(500)}, {title: text(501)}],
    summary: [{summary: text(5000)}, {summary: text(5001)}],
    covers: [{market: {covers: text(500)}}, {market: {covers: text(501)}}],
    taskSource: [{task_source: text(500)}, {task_source: text(501)}],
    example: [{ai_uses: [{title: 'A', examples: [text(5000)]}]}, {ai_uses: [{title: 'A', examples: [text(5001)]}]}],
    option:
        [{ai_uses: [{title: 'A', good_options: [text(500)]}]}, {ai_uses: [{title: 'A', good_options: [text(501)]}]}],
    url: [
      {evidence: [evidence({url: `https://a/${'b'.repeat(4990)}`})]},
      {evidence: [evidence({url: `https://a/${'b'.repeat(4991)}`})]}
    ],
    percent: [{adoption: 100, potential: 0}, {adoption: 100.0000001, potential: -0.0000001}],
    firstYear: [{evidence: [evidence({year: 1900})]}, {evidence: [evidence({year: 1899})]}],
    lastYear: [{evidence: [evidence({year: 2100})]}, {evidence: [evidence({year: 2101})]}],
    urlHost: [{evidence: [evidence({url: 'https://a'})]}, {evidence: [evidence({url: 'https:///a'})]}],
    urlQuery: [{evidence: [evidence({url: 'https://a?b'})]}, {evidence: [evidence({url: 'https://?b'})]}],
    locale: [
      {
        locale: 'en-' +
            'a'.repeat(8)
      },
      {
        locale: 'en-' +
            'a'.repeat(9)
      }
    ],
    schema: [{$schema: text(5000)}, {$schema: text(5001)}],
  };
  for (const [name, [good, bad]] of Object.entries(pairs)) {
    const files = [good, bad].map((fields, index) => {
      const path = join(folder, `${name}-${index}.json`);
      writeFileSync(path, JSON.stringify({version: 1, title: 'A', ...fields}));
      return path;
    });
    agreement.assertValid(files[0]);
    agreement.assertInvalid(files[1]);
  }
});

test('every day of a leap year, a common one and the odd centuries is judged alike', () => {
  const date = new RegExp(schema.properties.date.pattern, 'u');
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
  for (const year of ['1900', '2000', '2023', '2024']) {
    for (let month = 0; month <= 13; ++month) {
      for (let day = 0; day <= 32; ++day) {
        const real = new Date(Date.UTC(Number(year), month - 1, day));
        const exists = month >= 1 && month <= 12 && real.getUTCMonth() === month - 1 && real.getUTCDate() === day;
        assert.equal(date.test(`${year}-${two(month)}-${two(day)}`), exists, `${year}-${month}-${day}`);
      }
    }
  }
});

test('every word of the schema is one of the decoder\'s', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'taskscope-'));
  t.after(() => rmSync(folder, {recursive: true}));
  const {market, tasks, evidence} = schema.properties;
  const indicator = {name: 'A', rating: 'mixed'};
  const task = {name: 'A', importance: 'core', automation: 5};
  const figure = {publisher: 'A', measure: 'B', value: 5, kind: 'measured use', match: 'proxy'};
  /** @type {[item: object, field: string, of: any, profile: (item: object) => object][]} */
  const choices = [
    [indicator, 'rating', market.properties.indicators.items, (item) => ({market: {indicators: [item]}})],
    [task, 'importance', tasks.items, (item) => ({tasks: [item]})],
    [task, 'band', tasks.items, (item) => ({tasks: [item]})],
    [figure, 'kind', evidence.items, (item) => ({evidence: [item]})],
    [figure, 'match', evidence.items, (item) => ({evidence: [item]})],
  ];
  for (const [item, field, {properties}, profile] of choices) {
    for (const word of properties[field].enum) {
      const path = join(folder, 'word.json');
      writeFileSync(path, JSON.stringify({version: 1, title: 'A', ...profile({...item, [field]: word})}));
      assert.deepEqual(agreement.decoderErrors(path), [], `${field}: ${word}`);
    }
  }
});
