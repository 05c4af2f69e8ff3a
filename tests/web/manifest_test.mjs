// What editors are told of the element (web/custom-elements.json, and web/npm/react.d.ts for JSX) is what it has.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';

import {openPage, repository, useBrowser} from './harness.mjs';

const shared = useBrowser();

const web = `${repository}web/`;

/** @typedef {{name: string, kind?: string, fieldName?: string, attribute?: string, readonly?: boolean}} Described */

/** @type {{attributes: Described[], members: Described[], events: Described[], cssProperties: Described[]}} */
const described = JSON.parse(readFileSync(`${web}custom-elements.json`, 'utf8')).modules[0].declarations[0];

const namesOf = (/** @type {Described[]} */ list) => list.map(({name}) => name).sort();

/** The element's attributes, and what its class adds to HTMLElement. */
async function inspectElement() {
  const {page} = await openPage(shared.browser, shared.server.url, '');
  const found = await page.evaluate(async () => {
    const TaskScope =
        /** @type {{observedAttributes: string[], prototype: object}} */ (
            /** @type {unknown} */ (await customElements.whenDefined('task-scope')));
    /** @type {[string, PropertyDescriptor][]} */
    const properties = [];
    for (let own = TaskScope.prototype; own !== HTMLElement.prototype; own = Object.getPrototypeOf(own)) {
      properties.push(...Object.entries(Object.getOwnPropertyDescriptors(own)));
    }
    return {
      attributes: TaskScope.observedAttributes,
      members: properties
                   .map(
                       ([name, {get, set}]) =>
                           ({name, kind: get || set ? 'field' : 'method', readonly: Boolean(get && !set)}))
                   .filter(({name}) => name !== 'constructor' && !name.endsWith('Callback')),  // the browser's to call
    };
  });
  await page.close();
  return found;
}

test('attributes, properties and methods are those of the class', async () => {
  const {attributes, members} = await inspectElement();
  assert.deepEqual(namesOf(described.attributes), attributes.sort());
  const byName = (/** @type {Described} */ a, /** @type {Described} */ b) => a.name < b.name ? -1 : 1;
  const reduced = described.members.map(({name, kind, readonly = false}) => ({name, kind, readonly}));
  assert.deepEqual(reduced.sort(byName), members.sort(byName));
});

test('properties and attributes name each other', () => {
  for (const {name, fieldName} of described.attributes.filter(({fieldName}) => fieldName)) {
    assert.equal(described.members.find((member) => member.name === fieldName)?.attribute, name);
  }
});

test('events are those that the sources dispatch', () => {
  const sources =
      readdirSync(web).filter((file) => file.endsWith('.js')).map((file) => readFileSync(web + file, 'utf8'));
  const dispatched = sources.flatMap((text) => [...text.matchAll(/#emit\(\s*'([\w-]+)'/g)]).map((m) => m[1]);
  assert.deepEqual(namesOf(described.events), [...new Set(dispatched)].sort());
});

test('JSX takes the properties that have an attribute', () => {
  const settings = /Pick<TaskScopeElement,([^>]*)>/.exec(readFileSync(`${web}npm/react.d.ts`, 'utf8'))?.[1] ?? '';
  const fields = described.attributes.map(({fieldName}) => fieldName).filter(Boolean);
  assert.deepEqual([...settings.matchAll(/'(\w+)'/g)].map((m) => m[1]).sort(), fields.sort());
});

test('custom properties are the theme’s', () => {
  const theme = readFileSync(`${repository}src/view/theme.cpp`, 'utf8');
  const tokens = [...theme.matchAll(/^    \{"([\w-]+)", (?:\[|&Spacing)/gm)].map((m) => `--task-scope-${m[1]}`);
  assert.deepEqual(namesOf(described.cssProperties), [...tokens, '--task-scope-font'].sort());
});
