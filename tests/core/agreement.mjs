// Compares a schema with a decoder: the same files go through ajv and through `taskscope check`.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(join(root, 'web/package.json'));
const {Ajv2020} = require('ajv/dist/2020');

// What a schema has no words for; where nothing else is wrong with a file, the schema is not asked to reject it.
const beyondSchema = new Map([
  ['syntax', 'a schema sees values, and here are none'],
  ['invalid_utf8', 'a schema sees values, not bytes'],
  ['file_too_large', 'a schema sees values, not bytes'],
  ['nesting_too_deep', 'a schema cannot count how deep unknown fields are nested'],
  ['not_finite', 'JavaScript reads 1e999 as infinite, also in unknown fields; NaN is no JSON'],
  ['duplicate_task', 'a schema can compare whole items only, not one of their fields'],
  ['duplicate_name', 'a schema can compare whole items only, not one of their fields'],
  ['length_mismatch', 'a schema cannot compare the lengths of two lists'],
  ['bad_reference', 'a schema cannot look into another list'],
  ['too_many_diagnostics', 'says how many others there are'],
]);
// A code that ends the decoder's reading, while a schema goes on and finds more.
const endsReading = 'unsupported_version';

export const readJson = (/** @type {string} */ path) => JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
export const jsonFiles = (/** @type {string} */ folder) =>
    readdirSync(join(root, folder)).filter((name) => name.endsWith('.json')).map((name) => join(root, folder, name));

/** @typedef {{file: string, json_pointer: string, code: string, severity: string}} DecoderError */

/** A schema with the decoder of the same documents. */
export class Agreement {
  #validate;
  #options;

  /**
   * @param {string} path the schema's
   * @param {...string} options of `taskscope check`
   */
  constructor(path, ...options) {
    this.schema = readJson(join(root, path));
    this.#validate = new Ajv2020({strict: true, allErrors: true, allowUnionTypes: true}).compile(this.schema);
    this.#options = options;
  }

  /**
   * @param {string} path
   * @returns {DecoderError[]} the decoder's errors
   */
  decoderErrors(path) {
    return this.decoderErrorsByFile([path]).get(path) ?? [];
  }

  /**
   * The same of many files by one call, which takes as long as each of them would.
   * @param {string[]} paths
   * @returns {Map<string, DecoderError[]>}
   */
  decoderErrorsByFile(paths) {
    const binary = process.env.TASKSCOPE_BIN;
    assert.ok(binary, 'TASKSCOPE_BIN names the native taskscope');
    const run = spawnSync(
        binary, ['check', '--json', ...this.#options, ...paths], {encoding: 'utf8', maxBuffer: 64 * 1024 * 1024});
    assert.equal(run.stderr, '', paths.join());
    /** @type {Map<string, DecoderError[]>} */
    const errors = new Map(paths.map((path) => [path, []]));
    for (const line of run.stdout.split('\n').filter(Boolean)) {
      const diagnostic = JSON.parse(line);
      if (diagnostic.severity === 'error') errors.get(diagnostic.file)?.push(diagnostic);
    }
    assert.equal(run.status, [...errors.values()].some(({length}) => length > 0) ? 1 : 0, paths.join());
    return errors;
  }

  /**
   * @param {string} path
   * @returns {string[] | undefined} where the schema finds something wrong; nothing where the file is no JSON at all
   */
  schemaPointers(path) {
    try {
      this.#validate(readJson(path));
    } catch {
      return undefined;
    }
    return [...new Set((this.#validate.errors ?? []).map((error) => error.instancePath))].sort();
  }

  /** @param {string} path */
  assertValid(path) {
    assert.deepEqual(this.schemaPointers(path), [], path);
    assert.deepEqual(this.decoderErrors(path), [], path);
  }

  /**
   * An invalid file: not only whether, but also where something is wrong is the same on both sides.
   * @param {string} path
   */
  assertInvalid(path, errors = this.decoderErrors(path)) {
    assert.ok(errors.length > 0, `the decoder accepts ${path}`);
    const found = this.schemaPointers(path);
    if (found === undefined) {
      assert.ok(errors.length === 1 && beyondSchema.has(errors[0].code), `${path} is no JSON`);
      return;
    }
    if (errors.some(({code}) => code === endsReading)) {
      assert.ok(found.length > 0, `the schema accepts ${path}`);
      return;
    }
    const expressible = errors.filter(({code}) => !beyondSchema.has(code));
    const expected = [...new Set(expressible.map(({json_pointer}) => json_pointer))].sort();
    if (errors.some(({code}) => code === 'too_many_diagnostics')) {
      for (const pointer of expected) assert.ok(found.includes(pointer), `${path}: ${pointer}`);
      return;
    }
    if (expressible.length === 0) return;
    assert.deepEqual(found, expected, path);
  }
}

/**
 * Every schema of a value within a schema, with its place.
 * @param {any} part
 * @returns {Generator<[place: string, part: any]>}
 */
export function* subschemas(part, place = '#') {
  yield [place, part];
  for (const [name, field] of Object.entries(part.properties ?? {}))
    yield* subschemas(field, `${place}/properties/${name}`);
  for (const [name, definition] of Object.entries(part.$defs ?? {}))
    yield* subschemas(definition, `${place}/$defs/${name}`);
  if (part.items) yield* subschemas(part.items, `${place}/items`);
}
