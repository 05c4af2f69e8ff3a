// An overview of many occupations: by pointer, keyboard and touch; what the page has to be let alone with; and what
// becomes of a catalogue that cannot be shown.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {needs, useBrowser} from './browser.mjs';
import {eventually} from './page.mjs';
import {boxOf, bringIntoView, clickOn, focusedText, noticeOf, setState, stateOf, tabTo, tapOn, textOf, waitForStatus, waitForText} from './widget.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const open = useBrowser();

const overview = '<task-scope loading="eager" view="overview" src="catalogue.json"></task-scope>';
const back = {
  selector: '.back',
  text: 'Back to the overview'
};
const row = {
  selector: '.open-occupation'
};

/** @param {Page} page */
const overviewOf = async (page) => (await stateOf(page))?.overview ?? {};

/** @param {Page} page @param {string} selector */
const has = (page, selector) => page.evaluate(
    (wanted) => Boolean(document.querySelector('task-scope')?.shadowRoot?.querySelector(wanted)), selector);

/** @param {Page} page */
async function openOverview(page) {
  await waitForStatus(page, 'ready');
  await waitForText(page, '756 of 756 occupations are in view');
}

const written = 'profiles/medical-records-specialists.json';

/** Opens the occupation that has a profile written by hand. @param {Page} page */
const openWritten = (page) => setState(page, {version: 1, overview: {open: '29-2072'}});

test('by pointer: a row opens a profile, the way back leads to the same place, and the table sorts', async () => {
  const page = await open(overview);
  await openOverview(page);
  await clickOn(page, {selector: '.sort', text: 'Employment'});
  await eventually(async () => assert.equal((await overviewOf(page)).order, 'employment'));
  await eventually(async () => assert.match(await textOf(page), /Rank.*Retail Salespersons/));
  await clickOn(page, row);
  await eventually(async () => assert.ok((await overviewOf(page)).open));
  await boxOf(page, back);
  assert.ok(!await has(page, '.mark-plot'));
  await clickOn(page, back);
  await eventually(async () => assert.ok(await has(page, '.mark-plot')));
  assert.deepEqual(await overviewOf(page), {order: 'employment'});
  assert.deepEqual(await page.problems(), []);
});

test('a profile written by hand takes the place of the catalogue’s row', async () => {
  const page = await open(overview);
  await openOverview(page);
  await openWritten(page);
  await waitForText(page, 'Career strategy');
  assert.match(await textOf(page), /Back to the overview/);
});

test('one that does not come says so, can be asked for again, and is told of no longer than it is open', async () => {
  const page = await open(overview, {files: {[written]: (_, response) => void response.writeHead(503).end()}});
  await openOverview(page);
  await openWritten(page);
  await eventually(async () => assert.match(await noticeOf(page), /could not be loaded.*503.*Try again/s));
  assert.match(await textOf(page), /Back to the overview/);
  await clickOn(page, back);
  await openOverview(page);
  assert.equal(await noticeOf(page), '');
  await openWritten(page);
  await eventually(async () => assert.match(await noticeOf(page), /503/));
  delete page.files[written];
  await clickOn(page, {selector: '.retry'});
  await waitForText(page, 'Career strategy');
  assert.equal(await noticeOf(page), '');
});

test('it is asked for like any profile: within limits, as a profile, and without anyone’s cookies', async () => {
  /** @type {(string | undefined)[]} */
  const cookies = [];
  const page = await open(overview, {
    before: () => document.cookie = 'session=secret',
    files: {
      [written]: ({headers}, response) => {
        cookies.push(headers.cookie);
        response.writeHead(200, {'content-type': 'text/html'}).end('<h1>Log in</h1>');
      },
    },
  });
  await openOverview(page);
  await openWritten(page);
  await eventually(async () => assert.match(await noticeOf(page), /There is no profile.*text\/html/s));
  page.files[written] = (_, response) => {
    response.writeHead(200, {'content-type': 'application/json'});
    response.end(Buffer.alloc(5 << 20, ' '));
  };
  await clickOn(page, {selector: '.retry'});
  await eventually(async () => assert.match(await noticeOf(page), /larger than 4 MiB/));
  assert.deepEqual(cookies, [undefined]);
});

test('by keyboard alone: the search finds and opens, and the focus comes back', async () => {
  const page = await open(overview);
  await openOverview(page);
  await tabTo(page, /^Search by title or code$/);
  for (const letter of 'nurse') await page.press(letter);
  await eventually(async () => assert.ok(await has(page, '[role=option]')));
  await page.press('ArrowDown');
  await eventually(async () => assert.ok(await has(page, '[role=option][aria-selected=true]')));
  const names = await page.evaluate(() => {
    const root = document.querySelector('task-scope')?.shadowRoot;
    const field = root?.querySelector('[role=combobox]');
    const active = root?.getElementById(field?.getAttribute('aria-activedescendant') ?? '');
    return [active?.textContent || active?.getAttribute('aria-label'), field?.getAttribute('aria-expanded')];
  });
  assert.match(String(names[0]), /urse/);
  assert.equal(names[1], 'true');
  await page.press('Enter');
  await eventually(async () => assert.ok((await overviewOf(page)).open));
  await eventually(async () => assert.equal(await focusedText(page), 'Back to the overview'));
  await page.press('Enter');
  await eventually(async () => assert.equal(await focusedText(page), 'Search by title or code'));
  assert.deepEqual(await page.problems(), []);
});

test('by keyboard alone: keys on the plot tell marks, zoom and open one', async () => {
  const page = await open(overview);
  await openOverview(page);
  await tabTo(page, /^Plot, /);
  await page.press('ArrowRight');
  await eventually(async () => {
    const told = await page.evaluate(
        () => document.querySelector('task-scope')?.shadowRoot?.querySelector('.announcement')?.textContent ?? '');
    assert.match(told, /Median wage/);
  });
  await page.press('=');  // which is the same key
  await eventually(async () => assert.ok((await overviewOf(page)).window));
  await page.press('0');
  await eventually(async () => assert.ok(!(await overviewOf(page)).window));
  await page.press('Enter');
  await eventually(async () => assert.ok((await overviewOf(page)).open));
});

test('by keyboard alone: each axis is chosen from a list', async () => {
  const page = await open(overview);
  await openOverview(page);
  await tabTo(page, /^Across$/);
  await page.press('ArrowDown');
  await eventually(async () => assert.equal((await overviewOf(page)).across, 'exposure_human'));
  await waitForText(page, '→ Exposure, rated by people');
  await page.press('ArrowUp');
  await eventually(async () => assert.equal((await overviewOf(page)).across, 'exposure_gpt4'));
  assert.equal(await focusedText(page), 'Across');
  // What else sets the axis is shown by the list as well.
  await page.evaluate(() => {
    const element = document.querySelector('task-scope');
    if (element) element.state = {version: 1, overview: {across: 'copilot_applicability'}};
  });
  await page.waitFor(() => {
    const list = document.querySelector('task-scope')?.shadowRoot?.querySelector('select[aria-label=Across]');
    return list instanceof HTMLSelectElement && list.selectedOptions[0]?.textContent === 'AI applicability score';
  });
  assert.deepEqual(await page.problems(), []);
});

test('by pointer: two rows are kept in the table, and compared', async () => {
  const page = await open(overview);
  await openOverview(page);
  for (const nth of [1, 3]) await clickOn(page, {selector: `.occupation:nth-of-type(${nth + 1}) .keep-cell button`});
  await eventually(async () => assert.deepEqual((await overviewOf(page)).kept, ['15-1251', '43-9021']));
  assert.equal((await overviewOf(page)).open, undefined);
  await clickOn(page, {selector: 'button', text: 'Compare'});
  await eventually(async () => assert.equal((await overviewOf(page)).open, '15-1251'));
  await waitForText(page, 'Without Data Entry Keyers');
  assert.deepEqual(await page.problems(), []);
});

test('by touch: a row is kept and opens, and so does the way back', needs('touch'), async () => {
  const page = await open(overview, {width: 390});
  await openOverview(page);
  await bringIntoView(page, row);
  await tapOn(page, {selector: '.keep-cell button'});
  await eventually(async () => assert.deepEqual(await overviewOf(page), {kept: ['15-1251']}));
  await tapOn(page, row);
  await eventually(async () => assert.ok((await overviewOf(page)).open));
  await tapOn(page, back);
  await eventually(async () => assert.ok(await has(page, '.mark-plot')));
});

test('the wheel scrolls the page, and zooms the plot only with Ctrl', async () => {
  const page = await open(overview);
  await openOverview(page);
  await bringIntoView(page, {selector: '.mark-plot'});
  const wheel = (/** @type {boolean} */ ctrlKey) => page.evaluate((withCtrl) => {
    const plot = document.querySelector('task-scope')?.shadowRoot?.querySelector('.mark-plot');
    const {left, top} = /** @type {Element} */ (plot).getBoundingClientRect();
    const event = new WheelEvent('wheel', {
      ctrlKey: withCtrl,
      deltaY: -240,
      clientX: left + 300,
      clientY: top + 200,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    return plot?.dispatchEvent(event);
  }, ctrlKey);
  assert.equal(await wheel(false), true);
  await page.frames();
  assert.ok(!(await overviewOf(page)).window);
  assert.equal(await wheel(true), false);
  await eventually(async () => assert.ok((await overviewOf(page)).window));
});

test('by pointer: buttons zoom the plot and show all of it again, and what is zoomed in is dragged', async () => {
  const page = await open(overview);
  await openOverview(page);
  await clickOn(page, {selector: '.zoom-button'});
  await eventually(async () => assert.ok((await overviewOf(page)).window));
  const before = (await overviewOf(page)).window;
  const box = await boxOf(page, {selector: '.mark-plot'});
  const [x, y] = [box.x + box.width * 0.7, box.y + box.height * 0.3];
  await page.drag([x, y], [x - 80, y + 60]);
  await eventually(async () => assert.notDeepEqual((await overviewOf(page)).window, before));
  assert.equal((await overviewOf(page)).open, undefined, 'a drag opens nothing');
  await clickOn(page, {selector: '.zoom-button:last-of-type'});
  await eventually(async () => assert.ok(!(await overviewOf(page)).window));
  assert.deepEqual(await page.problems(), []);
});

test('by touch: two fingers zoom the plot, and one is left to the page', needs('touch'), async () => {
  const page = await open(overview);
  await openOverview(page);
  await bringIntoView(page, {selector: '.mark-plot'});
  // Fingers that are apart as far as each of these says, as events: drivers have one finger alone.
  const taken = await page.evaluate(() => {
    const plot = document.querySelector('task-scope')?.shadowRoot?.querySelector('.mark-plot');
    if (!plot || !('Touch' in window)) return null;
    const {left, top} = plot.getBoundingClientRect();
    const send = (/** @type {string} */ type, /** @type {number[]} */ places) => {
      const touches = places.map(
          (place, identifier) => new Touch({identifier, target: plot, clientX: left + place, clientY: top + 100}));
      const event =
          new TouchEvent(type, {touches, targetTouches: touches, bubbles: true, composed: true, cancelable: true});
      return !plot.dispatchEvent(event);
    };
    send('touchstart', [200]);
    const one = send('touchmove', [260]);
    send('touchstart', [200, 300]);
    const two = send('touchmove', [150, 350]);
    return [one, two];
  });
  if (!taken) return;  // this engine has no touch events here
  assert.deepEqual(taken, [false, true]);
  await eventually(async () => assert.ok((await overviewOf(page)).window));
});

test('an open occupation tells its figures, leads to related ones, and is compared with what was kept', async () => {
  const page = await open(overview);
  await openOverview(page);
  await page.evaluate(() => {
    const element = document.querySelector('task-scope');
    if (element) element.state = {version: 1, overview: {open: '43-4051'}};
  });
  await waitForText(page, '2,725,930 people');
  await clickOn(page, {selector: 'button', text: 'Keep to compare'});
  await eventually(async () => assert.deepEqual((await overviewOf(page)).kept, ['43-4051']));
  await clickOn(page, {selector: 'button', text: 'Telemarketers'});
  await eventually(async () => assert.equal((await overviewOf(page)).open, '41-9041'));
  await waitForText(page, 'Compare');
  assert.match(await textOf(page), /Customer Service Representatives/);
  await tabTo(page, /^Without Customer Service Representatives$/);
  await page.press('Enter');
  await eventually(async () => assert.equal((await overviewOf(page)).kept, undefined));
  assert.deepEqual(await page.problems(), []);
});

test('a link leads to the same filtered view', async () => {
  const page = await open(overview.replace('view=', 'address view='));
  await openOverview(page);
  await clickOn(page, {selector: '.switch'});
  await waitForText(page, '721 of 756 occupations');
  await eventually(async () => assert.match(await page.evaluate(() => location.hash), /^#task-scope=/));
  await page.evaluate(() => {
    Object.assign(window, {isBefore: true});
    location.reload();
  });
  await page.waitFor(() => !('isBefore' in window));
  await waitForText(page, '721 of 756 occupations');
  await eventually(async () => assert.deepEqual(await overviewOf(page), {hiddenGroups: ['11']}));
});

test('a catalogue with errors is told, and the status is that of a profile with errors', async () => {
  const page = await open(
      '<task-scope loading="eager" view="overview" src="broken.json"></task-scope>',
      {files: {'broken.json': '{"version": 1, "title": "Nothing"}'}});
  await waitForStatus(page, 'error');
  assert.match(await noticeOf(page), /This catalogue cannot be shown.*occupations/s);
});

test('an element that turns to an overview, and back to a profile, shows each', async () => {
  const page = await open('<task-scope loading="eager" src="profiles/medical-records-specialists.json"></task-scope>');
  await waitForStatus(page, 'ready');
  await page.evaluate(() => {
    const element = document.querySelector('task-scope');
    element?.setAttribute('view', 'overview');
    element?.setAttribute('src', 'catalogue.json');
  });
  await waitForText(page, '756 of 756 occupations are in view');
  await page.evaluate(() => {
    const element = document.querySelector('task-scope');
    element?.removeAttribute('view');
    element?.setAttribute('src', 'profiles/medical-records-specialists.json');
  });
  await waitForText(page, 'Career strategy');
});

/** No WebGL2, so that the text stands in the open. */
function withoutWebGl() {
  for (const {prototype} of [HTMLCanvasElement, OffscreenCanvas]) {
    const original = prototype.getContext;
    prototype.getContext = function(/** @type {any[]} */...parameters) {
      return parameters[0] === 'webgl2' ? null : Reflect.apply(original, this, parameters);
    };
  }
}

test('the text in the open has all rows and no pages; they sort, and each opens its occupation', async () => {
  const page = await open(overview, {before: withoutWebGl});
  await waitForStatus(page, 'ready');
  const titles = () => page.evaluate(() => {
    const root = document.querySelector('task-scope')?.shadowRoot;
    const pages = root?.querySelector('.pages');
    if (pages instanceof HTMLElement && pages.offsetHeight) return ['pages'];
    return [...root?.querySelectorAll('.open-occupation') ?? []].map(({textContent}) => textContent);
  });
  await eventually(async () => assert.equal((await titles()).length, 756));
  assert.equal(new Set(await titles()).size, 756);
  await clickOn(page, {selector: '.sort', text: 'Occupation'});
  await eventually(async () => assert.deepEqual((await titles())[755], 'Zoologists and Wildlife Biologists'));
  await page.keepPicture('overview-in-the-open');
  await clickOn(page, {selector: '.open-occupation', text: 'Zoologists and Wildlife Biologists'});
  await eventually(async () => assert.equal((await overviewOf(page)).open, '19-1023'));
  await waitForText(page, 'Back to the overview');
  assert.deepEqual(await page.problems(), []);
});
