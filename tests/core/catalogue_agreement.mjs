// The schema and the decoder of catalogues agree, and the catalogue of the United States keeps its size.
//   TASKSCOPE_BIN=build/native/taskscope node --test tests/core/catalogue_agreement.mjs
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {brotliCompressSync, constants} from 'node:zlib';

import {Agreement, readJson, root, subschemas} from './agreement.mjs';

const agreement = new Agreement('assets/catalogue.schema.json', '--catalogue');
const path = join(root, 'assets/catalogue.json');
const mostBytes = 40_000;

const source = {
  publisher: 'A',
  vintage: '2024',
  licence: 'public domain'
};
const counts = (/** @type {number} */ count) => ({t0: [count], t1: [0], t2: [0], t3: [0], t4: [0]});

/** A catalogue of one occupation, with every list in it. */
const small = () => ({
  version: 1,
  title: 'A',
  groups: {codes: ['1'], titles: ['B']},
  occupations: {codes: ['1-1'], titles: ['C'], groups: [0], source: {...source}},
  ratings: [{name: 'use', title: 'D', kind: 'measured use', match: 'proxy', source: {...source}, figures: [0.5]}],
  people: [{name: 'people', title: 'E', source: {...source}, figures: [5]}],
  money: [{name: 'wage', title: 'F', currency: 'USD', period: 'hour', source: {...source}, figures: [null]}],
  growth: [{name: 'growth', title: 'G', source: {...source}, figures: [-5]}],
  tasks: {core: counts(1), other: counts(2), source: {...source}},
  related: {rows: [/** @type {unknown[]} */ ([])], source: {...source}},
  profiles: [{code: '1-1', address: 'a.json', family: '1'}],
});

/**
 * Runs a check on a file with the catalogue.
 * @param {import('node:test').TestContext} t
 * @param {unknown} catalogue
 * @param {(path: string) => void} check
 */
function withFile(t, catalogue, check) {
  const folder = mkdtempSync(join(tmpdir(), 'taskscope-'));
  t.after(() => rmSync(folder, {recursive: true, force: true}));
  const file = join(folder, 'catalogue.json');
  writeFileSync(file, JSON.stringify(catalogue));
  check(file);
}

/**
 * Every place of a document, with a function that puts something else there, or nothing.
 * @param {any} value
 * @returns {Generator<[place: string, put: (document: any, other: unknown) => void]>}
 */
function* places(value, path = /** @type {(string | number)[]} */ ([])) {
  if (path.length > 0) {
    yield [path.join('/'), (document, other) => {
      const holder = path.slice(0, -1).reduce((part, key) => part[key], document);
      const key = path[path.length - 1];
      if (other === undefined) {
        delete holder[key];
      } else {
        holder[key] = other;
      }
    }];
  }
  if (value === null || typeof value !== 'object') return;
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) yield* places(value[key], [...path, key]);
}

test('every field of the schema has a description and a unit', () => {
  const all = [...subschemas(agreement.schema)];
  assert.ok(all.length > 60);
  for (const [place, part] of all) {
    assert.equal(typeof part.description, 'string', place);
    if (place !== '#') assert.match(part.description, /\bUnit: \S/, place);
    assert.ok(!('additionalProperties' in part || 'unevaluatedProperties' in part), place);
  }
});

test('the catalogue declares the schema, fits it and is small', () => {
  assert.equal(readJson(path).$schema, 'catalogue.schema.json');
  agreement.assertValid(path);
  const text = readFileSync(path);
  const options = {params: {[constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length}};
  const {length} = brotliCompressSync(text, options);
  assert.ok(length <= mostBytes, `${length} bytes`);
});

test('the catalogue is what the tool makes of the table', () => {
  const binary = process.env.TASKSCOPE_BIN;
  assert.ok(binary);
  const folder = join(root, 'assets/occupations');
  const run = spawnSync(binary, ['catalogue', join(folder, 'occupations.csv'), join(folder, 'map.json')]);
  assert.equal(run.stderr.toString(), '');
  assert.equal(run.status, 0);
  assert.ok(run.stdout.equals(readFileSync(path)), 'make assets/catalogue.json anew');
});

test('a bad table ends with every bad row named, and nothing printed', () => {
  const binary = process.env.TASKSCOPE_BIN;
  assert.ok(binary);
  const folder = join(root, 'tests/data/catalogues');
  const table = join(folder, 'bad.csv');
  const run = spawnSync(binary, ['catalogue', table, join(folder, 'employer.map.json')], {encoding: 'utf8'});
  assert.equal(run.status, 1);
  assert.equal(run.stdout, '');
  const expected = readFileSync(join(folder, 'bad.expected'), 'utf8');
  const lines = run.stderr.replaceAll(table, 'bad.csv');
  assert.equal(lines, `${expected}taskscope catalogue: 6 of 7 rows are bad; there is no catalogue.\n`);
});

test('a small catalogue is accepted by both', (t) => withFile(t, small(), (file) => agreement.assertValid(file)));

test('whatever is missing, or something else, is rejected by both at the same place', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'taskscope-'));
  t.after(() => rmSync(folder, {recursive: true, force: true}));
  /** By the file: what was changed in it. @type {Map<string, string>} */
  const changes = new Map();
  for (const other of [undefined, null, true, -0.5, 1e15, '', ' ', 'Ä b', [], {}, [[]], [null]]) {
    for (const [place, put] of places(small())) {
      const document = small();
      put(document, other);
      const file = join(folder, `${changes.size}.json`);
      writeFileSync(file, JSON.stringify(document));
      changes.set(file, `${place}: ${JSON.stringify(other)}`);
    }
  }
  for (const [file, errors] of agreement.decoderErrorsByFile([...changes.keys()])) {
    if (errors.length > 0) {
      agreement.assertInvalid(file, errors);
    } else {
      assert.deepEqual(agreement.schemaPointers(file), [], changes.get(file));
    }
  }
});

test('each limit is the same on both sides', (t) => {
  const text = (/** @type {number} */ length) => '語'.repeat(length);
  const list = (/** @type {number} */ length, /** @type {(i: number) => unknown} */ item) =>
      Array.from({length}, (_, i) => item(i));
  const occupations = (/** @type {number} */ length) => ({
    version: 1,
    title: 'A',
    groups: {codes: ['1'], titles: ['B']},
    occupations: {codes: list(length, String), titles: list(length, String), groups: list(length, () => 0), source}
  });
  const changed = (/** @type {(catalogue: any) => void} */ change) => {
    const catalogue = small();
    change(catalogue);
    return catalogue;
  };
  const rating = small().ratings[0];
  /** @type {Record<string, [good: unknown, bad: unknown]>} */
  const pairs = {
    occupations: [occupations(20_000), occupations(20_001)],
    groups: [
      changed((c) => c.groups = {codes: list(200, (i) => `${i + 1}`), titles: list(200, String)}),
      changed((c) => c.groups = {codes: list(201, (i) => `${i + 1}`), titles: list(201, String)})
    ],
    code: [
      changed((c) => (c.groups.codes = [text(50)], c.profiles = [])),
      changed((c) => (c.groups.codes = [text(51)], c.profiles = []))
    ],
    title: [changed((c) => c.occupations.titles = [text(500)]), changed((c) => c.occupations.titles = [text(501)])],
    columns: [
      changed((c) => c.ratings = list(32, (i) => ({...rating, name: `r${i}`}))),
      changed((c) => c.ratings = list(33, (i) => ({...rating, name: `r${i}`})))
    ],
    name: [changed((c) => c.ratings[0].name = 'a'.repeat(50)), changed((c) => c.ratings[0].name = 'a'.repeat(51))],
    attribution: [
      changed((c) => c.ratings[0].source.attribution = text(5000)),
      changed((c) => c.ratings[0].source.attribution = text(5001))
    ],
    share: [changed((c) => c.ratings[0].figures = [1]), changed((c) => c.ratings[0].figures = [1.0001])],
    people: [changed((c) => c.people[0].figures = [1e10]), changed((c) => c.people[0].figures = [1e10 + 1])],
    money: [changed((c) => c.money[0].figures = [1e12]), changed((c) => c.money[0].figures = [1e12 + 1])],
    growth: [changed((c) => c.growth[0].figures = [-100]), changed((c) => c.growth[0].figures = [-100.1])],
    tasks: [changed((c) => c.tasks.core.t4 = [10_000]), changed((c) => c.tasks.core.t4 = [10_001])],
    address:
        [changed((c) => c.profiles[0].address = '../a/b-c_d.json'), changed((c) => c.profiles[0].address = '/a.json')],
    scheme:
        [changed((c) => c.profiles[0].address = 'https://a/b?c'), changed((c) => c.profiles[0].address = 'http://a/b')],
    family: [changed((c) => c.profiles[0].family = '1'), changed((c) => c.profiles[0].family = text(51))],
  };
  for (const [good, bad] of Object.values(pairs)) {
    withFile(t, good, (file) => agreement.assertValid(file));
    withFile(t, bad, (file) => agreement.assertInvalid(file));
  }
  const crowded = {...occupations(30), related: {rows: list(30, () => []), source}};
  crowded.related.rows[0] = /** @type {any} */ (list(20, (i) => i + 1));
  withFile(t, crowded, (file) => agreement.assertValid(file));
  crowded.related.rows[0] = /** @type {any} */ (list(21, (i) => i + 1));
  withFile(t, crowded, (file) => agreement.assertInvalid(file));
});

test('what a schema cannot see is rejected by the decoder', (t) => {
  /** @type {[code: string, pointer: string, change: (catalogue: any) => void][]} */
  const changes = [
    ['length_mismatch', '/groups/titles', (c) => c.groups.titles.push('D')],
    ['length_mismatch', '/occupations/titles', (c) => c.occupations.titles.push('D')],
    ['length_mismatch', '/occupations/groups', (c) => c.occupations.groups.push(0)],
    ['length_mismatch', '/people/0/figures', (c) => c.people[0].figures.pop()],
    ['length_mismatch', '/tasks/other/t3', (c) => c.tasks.other.t3.push(0)],
    ['length_mismatch', '/related/rows', (c) => c.related.rows.push([])],
    ['bad_reference', '/occupations/groups/0', (c) => c.occupations.groups = [1]],
    ['bad_reference', '/related/rows/0/0', (c) => c.related.rows = [[0]]],
    ['bad_reference', '/related/rows/0/0', (c) => c.related.rows = [[1]]],
    ['bad_reference', '/profiles/0/code', (c) => c.profiles[0].code = '1-2'],
    ['bad_reference', '/profiles/0/family', (c) => c.profiles[0].family = '2'],
    ['duplicate_name', '/money/0/name', (c) => c.money[0].name = 'use'],
    ['duplicate_name', '/groups/codes/1', (c) => c.groups = {codes: ['1', '1'], titles: ['B', 'C']}],
  ];
  for (const [code, pointer, change] of changes) {
    const catalogue = small();
    change(catalogue);
    withFile(t, catalogue, (file) => {
      assert.deepEqual(agreement.schemaPointers(file), [], pointer);
      const errors = agreement.decoderErrors(file);
      assert.deepEqual(errors.map((error) => [error.code, error.json_pointer]), [[code, pointer]]);
    });
  }
});
