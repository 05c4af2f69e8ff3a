// axe-core, which looks for what keeps people from using a page.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Gives the names of the rules that the page, or frame, keeps. Evaluated rather than added, axe runs under any policy.
 * @param {import('playwright-core').Page | import('playwright-core').Frame} page
 * @param {object} [options] axe's own
 * @returns {Promise<string[]>}
 */
export async function assertNoViolation(page, options = {}) {
  await page.evaluate(axe);
  const {violations, passes} = await page.evaluate((o) => Reflect.get(window, 'axe').run(document, o), options);
  const told = violations.map(
      (/** @type {{id: string, nodes: {html: string, failureSummary: string}[]}} */ v) => v.id + ': ' +
          v.nodes.map(({html, failureSummary}) => `${html.slice(0, 200)} ${failureSummary}`).join('\n  '));
  assert.deepEqual(told, []);
  return passes.map((/** @type {{id: string}} */ {id}) => id);
}

/**
 * axe's options for a page whose first heading is the dashboard's: the element has to know of heading-level.
 * @param {import('playwright-core').Page | import('playwright-core').Frame} page
 */
export async function withHeadingLevel(page) {
  const enabled = await page.evaluate(
      () => Reflect.get(customElements.get('task-scope') ?? {}, 'observedAttributes').includes('heading-level'));
  return {rules: {'page-has-heading-one': {enabled}}};
}
