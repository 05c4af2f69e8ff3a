// What becomes of the reader's place when the page shows something else: another catalogue, a profile, or nothing.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {useBrowser} from './browser.mjs';
import {eventually} from './page.mjs';
import {clickOn, profileText, stateOf, tabTo, textOf, waitForStatus, waitForText} from './widget.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const open = useBrowser();

const source = {
  publisher: 'P',
  vintage: 'V',
  licence: 'L'
};

/**
 * A catalogue of so many jobs, c0 and so on.
 * @param {number} count
 * @param {string} name of its jobs
 * @param {object} [more]
 */
function catalogueOf(count, name, more = {}) {
  const jobs = Array.from({length: count}, (_, i) => i);
  return JSON.stringify({
    version: 1,
    title: `${name}s`,
    groups: {codes: ['1'], titles: ['All']},
    occupations:
        {codes: jobs.map((i) => `c${i}`), titles: jobs.map((i) => `${name} ${i}`), groups: jobs.map(() => 0), source},
    ratings: [{
      name: 'share',
      title: 'Share',
      kind: 'measured use',
      match: 'occupation',
      headline: 'adoption',
      source,
      figures: jobs.map((i) => (i + 1) / count),
    }],
    ...more,
  });
}

/** @param {Page} page @param {Record<string, string | null>} attributes */
const setAttributes = (page, attributes) => page.evaluate((wanted) => {
  const element = document.querySelector('task-scope');
  for (const [name, value] of Object.entries(wanted)) {
    if (value === null) {
      element?.removeAttribute(name);
    } else {
      element?.setAttribute(name, value);
    }
  }
}, attributes);

/** @param {Page} page */
const overviewOf = async (page) => (await stateOf(page))?.overview;

/** What screen readers are told. @param {Page} page */
const announced = (page) => page.evaluate(
    () => document.querySelector('task-scope')?.shadowRoot?.querySelector('.announcement')?.textContent ?? '');

test('a smaller catalogue takes the place of one whose mark keys are at, and answers keys', async () => {
  const page = await open(
      '<task-scope loading="eager" view="overview" src="catalogue.json"></task-scope>',
      {files: {'small.json': catalogueOf(3, 'Job')}});
  await waitForText(page, '756 of 756 occupations');
  await tabTo(page, /^Plot, /);
  for (let i = 0; i < 6; ++i) await page.press('ArrowRight');
  await eventually(async () => assert.match(await announced(page), /Median wage/));
  await setAttributes(page, {src: 'small.json'});
  await waitForText(page, '3 of 3 occupations');
  await waitForStatus(page, 'ready');
  // The elements may still be changing their places, and a key that comes meanwhile goes nowhere.
  await eventually(async () => {
    await tabTo(page, /^Plot, /);
    await page.press('ArrowRight');
    await page.frames();
    assert.match(await announced(page), /^Job \d, c\d/);
  });
  await page.press('Enter');
  await eventually(async () => assert.match((await overviewOf(page))?.open ?? '', /^c\d$/));
  await waitForText(page, 'Back to the overview');
  assert.deepEqual(await page.problems(), []);
});

test('the reader’s view of a catalogue lasts while a profile is shown and the element is out of the page', async () => {
  const page = await open('<task-scope loading="eager" view="overview" src="catalogue.json"></task-scope>');
  await waitForText(page, '756 of 756 occupations');
  await clickOn(page, {selector: '.switch'});
  await waitForText(page, '721 of 756 occupations');
  await setAttributes(page, {view: null, src: 'profiles/medical-records-specialists.json'});
  await waitForText(page, 'Career strategy');
  await page.evaluate(() => {
    const element = /** @type {HTMLElement} */ (document.querySelector('task-scope')), place = element.parentNode;
    element.remove();
    place?.append(element);
  });
  await waitForStatus(page, 'ready');
  assert.deepEqual(await overviewOf(page), {hiddenGroups: ['11']});
  await setAttributes(page, {view: 'overview', src: 'catalogue.json'});
  await waitForText(page, '721 of 756 occupations');
});

test(
    'a profile that was written for one catalogue’s occupation is not shown as another’s, however late it comes',
    async () => {
      /** @type {(() => void) | undefined} */
      let answer;
      const page = await open('<task-scope loading="eager" view="overview" src="first.json"></task-scope>', {
        files: {
          'first.json': catalogueOf(3, 'Job', {profiles: [{code: 'c1', address: 'late.json'}]}),
          'second.json': catalogueOf(4, 'Post'),
          'late.json': (_request, response) => void (answer = () => response.end(profileText)),
        },
      });
      await waitForText(page, '3 of 3 occupations');
      await page.evaluate(() => {
        const element = document.querySelector('task-scope');
        if (element) element.state = {version: 1, overview: {open: 'c1'}};
      });
      await waitForText(page, 'Job 1');
      await eventually(async () => assert.ok(answer));
      await setAttributes(page, {src: 'second.json'});
      await waitForText(page, 'Post 1');
      answer?.();
      await page.waitFor(() => performance.getEntriesByType('resource').some(({name}) => name.endsWith('/late.json')));
      await page.frames();
      await page.frames();
      assert.match(await textOf(page), /Post 1/);
      assert.doesNotMatch(await textOf(page), /Career strategy/);
    });

test('a state with a number that no catalogue holds is refused, and the one before stays', async () => {
  const page = await open('<task-scope loading="eager" view="overview" src="catalogue.json"></task-scope>');
  await waitForText(page, '756 of 756 occupations');
  await clickOn(page, {selector: '.switch'});
  await waitForText(page, '721 of 756 occupations');
  const warnings = await page.evaluate(() => {
    /** @type {string[]} */
    const told = [];
    console.warn = (message) => told.push(String(message));
    const element = document.querySelector('task-scope');
    if (element) element.state = {version: 1, overview: {people: {least: 1e300}}};
    return told;
  });
  assert.match(warnings.join(), /“least” is 1e\+?300, but a filter’s limit lies between/);
  assert.deepEqual(await overviewOf(page), {hiddenGroups: ['11']});
});
