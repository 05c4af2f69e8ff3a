// The widget's own words in the page's language, numbers as Intl writes them, and Arabic from right to left.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';

import {firstProfile, repository} from '../harness.mjs';

import {needs, useBrowser} from './browser.mjs';
import {inkOf, visibleLines, waitUntilDrawn} from './ink.mjs';
import {eventually} from './page.mjs';
import {boxOf, bringIntoView, clickOn, focusedText, profile, stateOf, tabTo, tapOn, textOf, waitForStatus, waitForText} from './widget.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const open = useBrowser();
const arabicProfile = readFileSync(`${repository}tests/data/arabic.json`, 'utf8');
const files = {
  'arabic.json': arabicProfile
};

const spoken = (/** @type {string} */ lang, src = firstProfile) =>
    `<div id="around" lang="${lang}"><task-scope loading="eager" src="${src}"></task-scope></div>`;

/** The words over the tasks, on a button of the toolbar, and on what stands under that. */
const words = {
  'de-CH': ['Aufgaben', 'Meine Woche', 'Rückgängig'],
  'FR': ['Tâches', 'Ma semaine', 'Annuler'],
  'es-MX': ['Tareas', 'Mi semana', 'Deshacer'],
  'pt-BR': ['Tarefas', 'Minha semana', 'Desfazer'],
  'ar': ['المهام', 'أسبوعي', 'تراجع'],
  'zh-Hans': ['任务', '我的一周', '撤销'],
  'it': ['Tasks', 'My week', 'Undo'],  // for which there are no words
  'no such tag': ['Tasks', 'My week', 'Undo'],
};

/** What the first big figure says. @param {Page} page @returns {Promise<string>} */
const firstFigure = (page) => page.evaluate(
    () =>
        document.querySelector('task-scope')?.shadowRoot?.querySelector('.headline .figure .line')?.textContent ?? '');

/**
 * As the page's own Intl writes a share. @param {Page} page @param {string} lang @param {number}
 * share @returns {Promise<string>}
 */
const percentIn = (page, lang, share) => page.evaluate(
    (tag, value) => new Intl.NumberFormat(tag, {style: 'percent', maximumFractionDigits: 1}).format(value), lang,
    share);

for (const [lang, [tasks, week, undo]] of Object.entries(words)) {
  test(`lang=${lang}: words and numbers of the language, in what readers open too`, async () => {
    const page = await open(spoken(lang));
    await waitForStatus(page, 'ready');
    const heading = await boxOf(page, {selector: '.tasks > .heading', text: tasks});
    assert.ok(heading.width > 0);
    const known = /^(no|it)/.test(lang) ? 'en' : lang;
    assert.equal(await firstFigure(page), await percentIn(page, known, profile.adoption / 100));
    await clickOn(page, {selector: '.toolbar button', text: week});
    await waitForText(page, undo);
    assert.deepEqual((await stateOf(page))?.panels, ['week']);
    assert.deepEqual(await page.problems(), []);
  });
}

test(
    'the page may change its language: words, figures and direction follow, and what the reader opened stays',
    async () => {
      const page = await open(spoken('de'));
      await waitForStatus(page, 'ready');
      await clickOn(page, {selector: '.toolbar button', text: 'Meine Woche'});
      await waitForText(page, 'Rückgängig');
      for (const [lang, word] of [['ar', 'تراجع'], ['en', 'Undo'], ['fr', 'Annuler']]) {
        await page.evaluate((tag) => document.querySelector('#around')?.setAttribute('lang', tag), lang);
        await waitForText(page, word);
        assert.deepEqual((await stateOf(page))?.panels, ['week']);
      }
      await page.evaluate(() => document.querySelector('task-scope')?.setAttribute('lang', 'zh'));
      await waitForText(page, '撤销');
      assert.deepEqual(await page.problems(), []);
    });

test('what the reader opened keeps its words when another profile is shown', async () => {
  const page = await open(spoken('en'));
  await waitForStatus(page, 'ready');
  await clickOn(page, {selector: '.toolbar button', text: 'My week'});
  await waitForText(page, 'Undo');
  await page.evaluate(() => document.querySelector('task-scope')?.load('profiles/health-information-auditors.json'));
  await waitForText(page, 'Health information auditors');
  await waitForText(page, 'Undo');
});

test('without a language’s words the dashboard is in English, and says so in the console', async () => {
  const missing = (/** @type {any} */ _, /** @type {import('./site.mjs').Response} */ response) => {
    response.writeHead(404);
    response.end();
  };
  const {files: released} =
      JSON.parse(readFileSync(`${process.env.DIST ?? `${repository}dist`}/integrity.json`, 'utf8'));
  const page = await open(spoken('de'), {files: {[released['words.de.txt'].name]: missing}});
  await waitForStatus(page, 'ready');
  assert.match(await textOf(page), /Tasks/);
});

/** @param {Page} page @returns {Promise<{text: string, left: number, right: number, direction: string}[]>} */
const placesOf = (page) => page.evaluate(() => {
  const root = document.querySelector('task-scope')?.shadowRoot;
  return [...root?.querySelectorAll('.mirror :is(.heading, .title, .card)') ?? []].map((element) => {
    const {left, right} = element.getBoundingClientRect();
    return {text: element.textContent ?? '', left, right, direction: getComputedStyle(element).direction};
  });
});

for (const width of [900, 360]) {
  test(
      `Arabic runs from right to left, ${width} pixels wide: headings at the right, and words where their ink is`,
      async () => {
        const page = await open(spoken('ar', 'arabic.json'), {files});
        await page.evaluate((pixels) => {
          const element = document.querySelector('task-scope');
          if (element) element.style.width = `${pixels}px`;
        }, width);
        await waitForStatus(page, 'ready');
        const [title] = await placesOf(page);
        assert.ok(title.right > width - 30, `the title ends at ${title.right}`);
        const lines = await waitUntilDrawn(page);
        const picture = await page.pixels();
        for (const line of lines) {
          const ink = inkOf(picture, line);
          if (!ink || line.width < 20) continue;
          assert.ok(
              ink.left >= line.left - 3 && ink.right <= line.right + 3,
              `“${line.words}” ${JSON.stringify([line, ink])}`);
          assert.ok(ink.right - ink.left > line.width * 0.7, `“${line.words}” is not where it is drawn`);
        }
        const gauge = await boxOf(page, {selector: 'meter.gauge'});
        const middle = Math.round((gauge.top + gauge.bottom) / 2);
        const [right, left] =
            [gauge.right - 6, gauge.left + 6].map((x) => picture.pixel(Math.round(x), middle).slice(0, 3));
        assert.deepEqual([right, left], [[0x0B, 0x63, 0xCE], [0xE8, 0xEC, 0xF1]], 'the gauge is full from the right');
        assert.ok((await visibleLines(page)).some(({words: said}) => said.includes('الأتمتة')));
        assert.deepEqual(await page.problems(), []);
      });
}

const weekButton = {
  selector: '.toolbar button',
  text: 'أسبوعي'
};
const firstTask = JSON.parse(arabicProfile).tasks[0].name;
const shareOf = async (/** @type {Page} */ page) =>
    (await stateOf(page))?.week?.tasks?.find((/** @type {{name: string}} */ {name}) => name === firstTask)?.share ?? 0;

test('in Arabic a slider grows to the left, by pointer, and by keys', async () => {
  const page = await open(spoken('ar', 'arabic.json'), {files});
  await waitForStatus(page, 'ready');
  await clickOn(page, weekButton);
  await waitForText(page, 'تراجع');
  const slider = await bringIntoView(page, {selector: '.week-task [type=range]'});
  await page.click(slider.left + slider.width / 4, (slider.top + slider.bottom) / 2);
  await eventually(async () => assert.ok(Math.abs(await shareOf(page) - 75) < 3, String(await shareOf(page))));
  await page.evaluate(() => {
    const input = document.querySelector('task-scope')?.shadowRoot?.querySelector('.week-task [type=range]');
    if (input instanceof HTMLElement) input.focus();
  });
  const before = await shareOf(page);
  await page.press('ArrowUp');
  await eventually(async () => assert.ok(await shareOf(page) > before, String(await shareOf(page))));
  assert.deepEqual(await page.problems(), []);
});

test('Arabic by keyboard alone', async () => {
  const page = await open(spoken('ar', 'arabic.json'), {files});
  await waitForStatus(page, 'ready');
  await tabTo(page, /^أسبوعي$/);
  await page.press('Enter');
  await waitForText(page, 'تراجع');
  await tabTo(page, new RegExp(`^${firstTask}$`));
  assert.ok((await focusedText(page)).length > 0);
});

test('Arabic by touch', needs('touch'), async () => {
  const page = await open(spoken('ar', 'arabic.json'), {files});
  await waitForStatus(page, 'ready');
  await tapOn(page, weekButton);
  await waitForText(page, 'تراجع');
  assert.deepEqual(await page.problems(), []);
});
