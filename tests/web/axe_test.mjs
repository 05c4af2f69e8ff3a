// What axe-core says of a page with a widget, in every state.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';

import {assertNoViolation} from './axe.mjs';
import {firstProfile, nextFrames, openPage, repository, useBrowser, waitForStatus} from './harness.mjs';

const shared = useBrowser();

const around = (/** @type {string} */ widget) => `<title>A page</title><main><h1>An article</h1>${widget}</main>`;
const widget = around(`<task-scope src="${firstProfile}"></task-scope>`);

/** @typedef {import('playwright-core').BrowserContextOptions} Options */

/**
 * Brings a widget into a state, and waits for what shows that it is there.
 * @param {object} state
 * @param {string} sign a selector
 */
const show = (state, sign) => async (/** @type {import('playwright-core').Page} */ page) => {
  await page.evaluate((value) => {
    const element = document.querySelector('task-scope');
    if (element) element.state = {version: 1, ...value};
  }, state);
  await page.locator(sign).first().waitFor({state: 'attached'});
};

const explain = show({panels: ['adoption', 'potential']}, '.potential-made .mean');

/** What readers do with the figures, by name. */
const playing = {
  'my week': show(
      {
        panels: ['week'],
        week: {hours: 35, tasks: [{name: 'Mine', share: 10, automation: 20}, {name: 'Other', share: 5, is: 'locked'}]}
      },
      '.week-task'),
  'guesses': show(
      {
        panels: ['guess'],
        guesses: [{about: 'adoption', percent: 40, is: 'revealed'}, {about: 'potential', percent: 9}]
      },
      '.guess'),
  'class results': show({panels: ['guess', 'class'], classCodes: 'none'}, '.class-results textarea'),
  'chosen tasks':
      show({panels: ['taskTools'], taskOrder: 'importance', hiddenTasks: ['mixed'], search: 're'}, '.task-tools'),
};

/** Shows other profiles beside the first, one of which fails. @param {import('playwright-core').Page} page */
async function compare(page) {
  await page.evaluate(() => {
    const addresses = 'profiles/health-information-auditors.json none.json';
    document.querySelector('task-scope')?.setAttribute('compare', addresses);
  });
  await page.locator('.compare .compared-row').first().waitFor({state: 'attached'});
  await page.locator('.compare .problem').waitFor({state: 'attached'});
}

/** Has the page speak Arabic, and opens what there is. @param {import('playwright-core').Page} page */
async function speakArabic(page) {
  await page.evaluate(() => document.documentElement.setAttribute('lang', 'ar'));
  await page.locator('.dashboard[dir=rtl]').waitFor({state: 'attached'});
  await show({panels: ['adoption', 'potential', 'week', 'share', 'taskTools']}, '.week-task')(page);
}

/** Shows two others beside the first. @param {import('playwright-core').Page} page */
async function compareThree(page) {
  await page.evaluate(() => {
    const addresses = 'profiles/health-information-auditors.json profiles/medical-records-specialists.json';
    document.querySelector('task-scope')?.setAttribute('compare', addresses);
  });
  await page.locator('.compare .choices').waitFor({state: 'attached'});
}

/** Opens what readers take away. @param {import('playwright-core').Page} page */
async function share(page) {
  await page.evaluate(() => {
    const element = document.querySelector('task-scope');
    if (element) element.state = {version: 1, panels: ['share']};
  });
  await page.locator('.sharing button').first().waitFor({state: 'attached'});
}

/** Presents the section of the figures. @param {import('playwright-core').Page} page */
async function present(page) {
  await page.locator('.toolbar button').last().focus();
  await page.keyboard.press('Enter');
  await page.locator('.presenting').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.locator('.slide-mark', {hasText: '2 / '}).waitFor({state: 'attached'});
}

/** @param {object} state @param {string} sign */
const overviewIn = (state, sign) => async (/** @type {import('playwright-core').Page} */ page) => {
  await page.evaluate(() => {
    const element = document.querySelector('task-scope');
    element?.setAttribute('view', 'overview');
    element?.setAttribute('src', 'catalogue.json');
  });
  await page.locator('.sortable').waitFor({state: 'attached'});
  await show({overview: state}, sign)(page);
};

/** Types into the search until something is found. @param {import('playwright-core').Page} page */
async function searchOverview(page) {
  await overviewIn({}, '.mark-plot')(page);
  await page.locator('[role=combobox]').focus();
  await page.keyboard.type('nurse');
  await page.locator('[role=option]').first().waitFor({state: 'attached'});
}

/** Overviews, by name. */
const overviews = {
  'an overview': overviewIn({}, '.mark-plot'),
  'an overview as a treemap, filtered':
      overviewIn({shape: 'treemap', color: 'wage', hiddenGroups: ['11'], wage: {least: 50000}}, '.steps'),
  'an overview as strips': overviewIn({shape: 'strip', color: 'growth'}, '.steps'),
  'an overview that is searched': searchOverview,
  'an occupation of an overview': overviewIn({open: '15-1252'}, '.back'),
};

/**
 * @type {{name: string, options?: Options, inTheOpen?: boolean, prepare?: (page: import('playwright-core').Page) =>
 *     Promise<void>}[]}
 */
const states = [
  {name: 'ready'},
  {name: 'ready, narrow and dark', options: {viewport: {width: 320, height: 900}, colorScheme: 'dark'}},
  {
    name: 'a task open',
    prepare: async (page) => {
      await page.locator('td button').first().click();
      await page.locator('td button[aria-expanded=true]').waitFor();
    },
  },
  {name: 'how figures are made', prepare: explain},
  {
    name: 'how figures are made, narrow and dark',
    options: {viewport: {width: 320, height: 900}, colorScheme: 'dark'},
    prepare: explain
  },
  {name: 'what is taken away', prepare: share},
  {
    name: 'what is taken away, narrow and dark',
    options: {viewport: {width: 320, height: 900}, colorScheme: 'dark'},
    prepare: share
  },
  {name: 'what is taken away, in forced colours', options: {forcedColors: 'active'}, inTheOpen: true, prepare: share},
  {
    name: 'how figures are made, in forced colours',
    options: {forcedColors: 'active'},
    inTheOpen: true,
    prepare: explain
  },
  ...Object.entries(overviews).flatMap(
      ([name, prepare]) =>
          [{name, prepare},
           {
             name: `${name}, narrow and dark`,
             options: {viewport: {width: 320, height: 900}, colorScheme: /** @type {const} */ ('dark')},
             prepare
           },
]),
  {
    name: 'an overview, in forced colours',
    options: {forcedColors: 'active'},
    inTheOpen: true,
    prepare: overviewIn({people: {least: 1e6}}, '.sortable')  // of all rows in the open, enough to judge by
  },
  ...Object.entries(playing).flatMap(
      ([name, prepare]) =>
          [{name, prepare},
           {
             name: `${name}, narrow and dark`,
             options: {viewport: {width: 320, height: 900}, colorScheme: /** @type {const} */ ('dark')},
             prepare
           },
           {
             name: `${name}, in forced colours`,
             options: {forcedColors: /** @type {const} */ ('active')},
             inTheOpen: true,
             prepare
           },
]),
  {name: 'a section presented', prepare: present},
  {
    name: 'a section presented, narrow and dark',
    options: {viewport: {width: 320, height: 700}, colorScheme: 'dark'},
    prepare: present
  },
  {
    name: 'a section presented, in forced colours',
    options: {forcedColors: 'active'},
    inTheOpen: true,
    prepare: present
  },
  {name: 'a section presented, in the open, dark', options: {colorScheme: 'dark'}, inTheOpen: true, prepare: present},
  {name: 'profiles side by side', prepare: compare},
  {
    name: 'profiles side by side, narrow and dark',
    options: {viewport: {width: 320, height: 900}, colorScheme: 'dark'},
    prepare: compareThree
  },
  {
    name: 'profiles side by side, in forced colours',
    options: {forcedColors: 'active'},
    inTheOpen: true,
    prepare: compare
  },
  {name: 'profiles side by side, in the open', inTheOpen: true, prepare: compare},
  {
    name: 'profiles side by side, in the open, narrow and dark',
    options: {viewport: {width: 360, height: 900}, colorScheme: 'dark'},
    inTheOpen: true,
    prepare: compareThree
  },
  {name: 'Arabic', prepare: speakArabic},
  {
    name: 'Arabic, narrow and dark',
    options: {viewport: {width: 320, height: 900}, colorScheme: 'dark'},
    prepare: speakArabic
  },
  {name: 'Arabic, in forced colours', options: {forcedColors: 'active'}, inTheOpen: true, prepare: speakArabic},
  {name: 'forced colours', options: {forcedColors: 'active'}, inTheOpen: true},
  {name: 'the mirror in the open', inTheOpen: true},
  {name: 'the mirror in the open, dark', options: {colorScheme: 'dark'}, inTheOpen: true},
  {name: 'the mirror in the open, with more contrast', options: {contrast: 'more'}, inTheOpen: true},
];

for (const {name, options, inTheOpen, prepare} of states) {
  test(`axe-core finds nothing: ${name}`, async () => {
    const {page} = await openPage(shared.browser, shared.server.url, widget, {options});
    await waitForStatus(page, 'ready');
    if (inTheOpen && !options?.forcedColors) {
      await page.evaluate(() => document.documentElement.classList.add('translated-ltr'));
      await page.waitForLoadState('networkidle');
    }
    await nextFrames(page);
    await prepare?.(page);
    const passes = await assertNoViolation(page);
    if (inTheOpen) assert.ok(passes.includes('color-contrast'), 'contrast was not looked at');
    await page.close();
  });
}

test('axe-core finds nothing: loading', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, around('<task-scope></task-scope>'));
  await page.route('**/never', () => {});
  await page.evaluate(() => document.querySelector('task-scope')?.setAttribute('src', 'never'));
  await assertNoViolation(page);
  assert.equal(await page.evaluate(() => document.querySelector('task-scope')?.status), 'loading');
  await page.close();
});

test('axe-core finds nothing: a profile with errors, and one that is not there', async () => {
  const bad = readFileSync(`${repository}tests/data/invalid/several-at-once.json`, 'utf8');
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    const body =
        around('<task-scope src="bad.json"></task-scope><task-scope loading="eager" src="none.json"></task-scope>');
    const {page} =
        await openPage(shared.browser, shared.server.url, body, {files: {'bad.json': bad}, options: {colorScheme}});
    await waitForStatus(page, 'error', 0);
    await waitForStatus(page, 'error', 1);
    assert.ok((await assertNoViolation(page)).includes('color-contrast'));
    await page.close();
  }
});
