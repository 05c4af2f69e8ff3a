// The picture as a document: what assistive technology, the keyboard, find-in-page and the clipboard get.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';

import {controlsOf, describe, firstProfile, nextFrames, openPage, readPixels, repository, screenshots, settle, useBrowser, waitForStatus} from './harness.mjs';

/**
 * @typedef {{
 *   nodeId: string, childIds?: string[], role?: {value: string}, name?: {value: string}, backendDOMNodeId?: number
 * }} AxNode
 * @typedef {{publisher: string, measure: string, note: string, value: number}} Evidence
 */

const shared = useBrowser();

const profile = JSON.parse(readFileSync(`${repository}assets/profiles/medical-records-specialists.json`, 'utf8'));
const widget = `<task-scope loading="eager" src="${firstProfile}"></task-scope>`;

/** Opens a page with links around two widgets. */
async function openTwo() {
  const opened = await openPage(
      shared.browser, shared.server.url, `<a href="#b">before</a>${widget}${widget}<a href="#a">after</a>`);
  await waitForStatus(opened.page, 'ready', 0);
  await waitForStatus(opened.page, 'ready', 1);
  await opened.page.evaluate(() => document.querySelector('a')?.focus());
  return opened;
}

/** The name of what has focus, in whatever shadow root. @param {import('playwright-core').Page} page */
const focusedName = (page) => page.evaluate(() => {
  const host = document.activeElement;
  return (host?.shadowRoot?.activeElement ?? host)?.textContent ?? '';
});

test('Tab goes through every control in reading order, out of the widgets, and back', async () => {
  const {page} = await openTwo();
  const controls = controlsOf(profile);
  // The second widget is mirrored once it comes near, which focus in the first one's end brings about.
  const expected = [...controls, ...controls, 'after'];
  const forward = [];
  for (let i = 0; i < expected.length; ++i) {
    await page.keyboard.press('Tab');
    await nextFrames(page);
    forward.push((await focusedName(page)).trim());
  }
  assert.deepEqual(forward, expected);
  const backward = [];
  for (let i = 0; i < expected.length; ++i) {
    await page.keyboard.press('Shift+Tab');
    backward.push((await focusedName(page)).trim());
  }
  assert.deepEqual(backward, [...expected.slice(0, -1).reverse(), 'before']);
  await page.close();
});

test('Enter and Space open and close a task, which keeps the focus and shows a ring', async () => {
  const {page} = await openTwo();
  for (let i = 0; i < 5; ++i) await page.keyboard.press('Tab');
  const name = await focusedName(page);
  const expanded = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.ariaExpanded);
  assert.equal(await expanded(), 'false');
  for (const [key, state] of [['Enter', 'true'], ['Space', 'false'], ['Space', 'true']]) {
    await page.keyboard.press(key);
    await page.waitForFunction(
        (wanted) => document.activeElement?.shadowRoot?.activeElement?.ariaExpanded === wanted, state, {timeout: 5000});
    assert.equal(await focusedName(page), name);
  }
  await page.close();
});

test('the ring stands around what has the focus, and the focus is where the control is drawn', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, widget);
  await waitForStatus(page, 'ready');
  const drawn = (await describe(page)).filter(({role}) => role === 'button');
  for (const {text, x, y, width, height} of drawn) {
    await page.keyboard.press('Tab');
    assert.equal((await focusedName(page)).trim(), text);
    await nextFrames(page);
    const {box, top} = await page.evaluate(() => {
      const host = document.querySelector('task-scope');
      const focused = host?.shadowRoot?.activeElement;
      return {box: focused?.getBoundingClientRect().toJSON(), top: host?.getBoundingClientRect().top ?? 0};
    });
    assert.deepEqual([box.x, box.y - top, box.width, box.height], [x, y, width, height]);
    const {pixel} = await readPixels(page, await page.screenshot());
    const [middleX, middleY] = [box.x + box.width / 2, box.y + box.height / 2];
    for (const [ringX, ringY] of [
             [middleX, box.y - 2],
             [middleX, box.bottom + 1],
             [box.x - 2, middleY],
             [box.right + 1, middleY],
    ]) {
      assert.deepEqual(pixel(Math.round(ringX), Math.round(ringY)).slice(0, 3), [0x0b, 0x63, 0xce], text);
    }
  }
  await page.close();
});

test('nothing takes the focus at load, and a press by the pointer shows no ring', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, widget);
  await waitForStatus(page, 'ready');
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
  const button = page.locator('button', {hasText: 'Show all reasons'});
  await button.click();
  await page.locator('button', {hasText: 'Hide all reasons'}).waitFor();
  assert.equal(await page.locator('button:focus-visible').count(), 0);
  assert.equal((await focusedName(page)).trim(), 'Hide all reasons');  // but it does move there
  await page.close();
});

test('every text lies on the words that are drawn, whatever the page hands down', async () => {
  const inherited = 'letter-spacing: 3px; word-spacing: 9px; text-transform: uppercase; text-indent: 30px; ' +
      'font-style: italic; font-variant: small-caps; text-align: center; line-height: 3; direction: rtl';
  const {page} = await openPage(shared.browser, shared.server.url, `<div style="${inherited}">${widget}</div>`);
  await waitForStatus(page, 'ready');
  await page.setViewportSize({width: 1200, height: 2300});
  await nextFrames(page);
  const plain = await readPixels(page, await page.screenshot());
  await page.evaluate(() => {
    const shown = new CSSStyleSheet();
    shown.replaceSync(
        'canvas, .mirror :is(caption, .meaning) { visibility: hidden } .mirror { color: #14202e !important }');
    document.querySelector('task-scope')?.shadowRoot?.adoptedStyleSheets.push(shown);
  });
  const mirrored = await readPixels(page, await page.screenshot());
  const lines = await page.evaluate(() => {
    const mirror = document.querySelector('task-scope')?.shadowRoot?.querySelector('.mirror');
    return [...mirror?.querySelectorAll('.line') ?? []].filter((span) => !span.closest('[hidden]')).map((span) => {
      const words = document.createRange();
      words.selectNodeContents(/** @type {Node} */ (span.firstChild));
      const {left, right} = words.getBoundingClientRect();
      return {text: span.textContent, box: {...span.getBoundingClientRect().toJSON(), left, right, x: left}};
    });
  });
  assert.ok(lines.length > 90);
  /** The first and last column and row with ink. @param {typeof plain} picture @param {DOMRect} box */
  const inkBox = ({pixel}, box) => {
    const ground = pixel(Math.round(box.x) - 1, Math.round(box.y) + 1).join();
    const ink = {left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity};
    for (let y = Math.ceil(box.top); y < box.bottom - 1; ++y) {
      for (let x = Math.floor(box.left); x < box.right + 2; ++x) {
        if (pixel(x, y).join() === ground) continue;
        ink.left = Math.min(ink.left, x);
        ink.right = Math.max(ink.right, x);
        ink.top = Math.min(ink.top, y);
        ink.bottom = Math.max(ink.bottom, y);
      }
    }
    return ink;
  };
  for (const {text, box} of lines) {
    const [drawn, real] = [inkBox(plain, box), inkBox(mirrored, box)];
    if (!Number.isFinite(drawn.left)) continue;  // an inverted tag: its ground is the ink's colour
    for (const side of /** @type {const} */ (['left', 'right', 'top', 'bottom'])) {
      assert.ok(Math.abs(drawn[side] - real[side]) <= 2, `“${text}”: ${side} ${drawn[side]} and ${real[side]}`);
    }
  }
  await page.close();
});

test('find-in-page finds headings, tasks and reasons, and brings them into view', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, `<div style="height: 3000px"></div>${widget}`);
  await page.evaluate(() => document.querySelector('task-scope')?.scrollIntoView());
  await waitForStatus(page, 'ready');
  await page.locator('button', {hasText: 'Show all reasons'}).click();
  await settle(page);
  const headings = await page.evaluate(() => {
    const root = document.querySelector('task-scope')?.shadowRoot;
    return [...root?.querySelectorAll('h2, h3, h4, h5') ?? []].map(({textContent}) => textContent?.trim() ?? '');
  });
  assert.ok(headings.length > 20);
  const {tasks, strategies, evidence} = profile;
  const texts = [
    ...headings,
    ...tasks.flatMap((/** @type {{name: string, reason: string}} */ {name, reason}) => [name, reason]),
    strategies[0].text,  // whole, however many lines it is drawn in
    '64 points of possible automation',
    evidence[3].note,
  ];
  for (const text of texts) {
    await page.evaluate(() => {
      getSelection()?.removeAllRanges();
      scrollTo(0, 0);
    });
    const found = await page.evaluate(
        (wanted) => Reflect.apply(Reflect.get(window, 'find'), window, [wanted, false, false, true]), text);
    assert.ok(found, text);
    assert.ok(await page.evaluate(() => scrollY) > 2000, `${text} is not brought into view`);
  }
  await page.evaluate(
      (wanted) => Reflect.apply(Reflect.get(window, 'find'), window, [wanted, false, false, true]),
      'BLS + karpathy/jobs');
  // What was found last is highlighted on the words that are drawn.
  await nextFrames(page);
  const box = await page.evaluate(() => {
    const root = document.querySelector('task-scope')?.shadowRoot;
    const selection = root && Reflect.apply(Reflect.get(root, 'getSelection'), root, []);  // Chromium's alone
    return selection.getRangeAt(0).getBoundingClientRect().toJSON();
  });
  const highlighted = await readPixels(page, await page.screenshot({path: `${screenshots}/found.png`}));
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await nextFrames(page);
  const plain = await readPixels(page, await page.screenshot());
  const [x, y] = [Math.round(box.x) + 1, Math.round(box.y) + 1];
  assert.notDeepEqual(highlighted.pixel(x, y), plain.pixel(x, y));
  assert.deepEqual(highlighted.pixel(Math.round(box.right) + 3, y), plain.pixel(Math.round(box.right) + 3, y));
  await page.close();
});

test('a search of the page opens the task whose reason it finds', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, `<div style="height: 2000px"></div>${widget}`);
  await page.evaluate(() => document.querySelector('task-scope')?.scrollIntoView());
  await waitForStatus(page, 'ready');
  // Find-in-page itself is out of a script's reach: it tells the closed element, and looks where the text is then.
  const after = await page.evaluate(async (reason) => {
    const cells = document.querySelector('task-scope')?.shadowRoot?.querySelectorAll('[hidden=until-found]') ?? [];
    const cell = /** @type {HTMLElement} */ ([...cells].find(({textContent}) => textContent?.trim() === reason));
    const text = cell.querySelector('.line')?.firstChild;
    cell.dispatchEvent(new Event('beforematch', {bubbles: true}));
    return {
      hidden: cell.hasAttribute('hidden'),
      sameText: text === cell.querySelector('.line')?.firstChild,
      expanded: cell.parentElement?.querySelector('button')?.ariaExpanded,
    };
  }, profile.tasks[4].reason);
  assert.deepEqual(after, {hidden: false, sameText: true, expanded: 'true'});
  await page.close();
});

test('Escape closes the open task that has the focus, and hides what the pointer rests on', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, widget);
  await waitForStatus(page, 'ready');
  const button = page.locator('button', {hasText: profile.tasks[0].name});
  await button.focus();
  await page.keyboard.press('Enter');
  await page.locator('button[aria-expanded=true]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('button[aria-expanded=true]').waitFor({state: 'detached'});
  assert.equal((await focusedName(page)).trim(), profile.tasks[0].name);
  await page.evaluate(() => scrollTo(0, 0));
  await nextFrames(page);
  const figure = await page.locator('.headline.adoption').boundingBox();
  assert.ok(figure);
  const plain = await page.screenshot();
  await page.mouse.move(figure.x + 20, figure.y + 20);
  await nextFrames(page);
  assert.notDeepEqual(await page.screenshot(), plain);
  await page.keyboard.press('Escape');
  await nextFrames(page);
  assert.deepEqual(await page.screenshot(), plain);
  await page.close();
});

test('a polite status tells how loading goes and what changes out of sight', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, '');
  const said = () => page.evaluate(() => Reflect.get(window, 'said'));
  await page.evaluate((src) => {
    const heard = /** @type {string[]} */ ([]);
    Reflect.set(window, 'said', heard);
    const element = document.createElement('task-scope');
    const status = element.shadowRoot?.querySelector('[role=status]');
    if (status) {
      new MutationObserver(() => heard.push(status.textContent ?? '')).observe(status, {childList: true});
    }
    element.src = src;
    document.body.append(element);
  }, firstProfile);
  await waitForStatus(page, 'ready');
  assert.deepEqual(await said(), ['The dashboard is loading.', 'The dashboard is ready.']);
  assert.equal(await page.locator('[role=alert]').count(), 0);
  await page.locator('button', {hasText: 'Show all reasons'}).click();
  await settle(page);
  await page.locator('button', {hasText: 'Hide all reasons'}).click();
  await settle(page);
  assert.deepEqual((await said()).slice(2).filter(Boolean), ['All reasons are shown.', 'All reasons are hidden.']);
  await page.close();
});

test('of ten thousand tasks the rows near the window are mirrored, each with its number', async () => {
  const tasks = Array.from({length: 10000}, (_, i) => ({name: `Task ${i}`, importance: 'core', automation: i % 100}));
  const many = JSON.stringify({version: 1, title: 'Many', tasks});
  const {page} = await openPage(
      shared.browser, shared.server.url, '<task-scope src="many.json"></task-scope>', {files: {'many.json': many}});
  await waitForStatus(page, 'ready');
  const rows = () => page.evaluate(() => {
    const root = document.querySelector('task-scope')?.shadowRoot;
    return [...root?.querySelectorAll('[role=row][aria-rowindex]') ?? []].map((row) => ({
                                                                                number: Number(row.ariaRowIndex),
                                                                                of: row.parentElement?.ariaRowCount,
                                                                              }));
  });
  const first = (await rows()).filter(({number}) => number > 1);
  assert.ok(first.length > 10 && first.length < 200, `${first.length} rows`);
  assert.deepEqual(first[0], {number: 2, of: '2001'});
  await page.evaluate(() => scrollTo(0, 50000));
  await settle(page);
  const later = (await rows()).filter(({number}) => number > 1);
  assert.ok(later.length > 10 && later.length < 200, `${later.length} rows`);
  assert.ok(later[0].number > 500);
  for (let i = 1; i < later.length; ++i) assert.equal(later[i].number, later[i - 1].number + 1);
  await page.close();
});

/** Opens a page with more tasks than are mirrored at once, all of one band. */
async function openThousandTasks() {
  const tasks = Array.from(
      {length: 1000}, (_, i) => ({name: `Task ${i}`, importance: 'core', automation: 50, reason: `Reason ${i}`}));
  const many = JSON.stringify({version: 1, title: 'Many', tasks});
  const {page} = await openPage(
      shared.browser, shared.server.url, '<task-scope src="many.json"></task-scope>', {files: {'many.json': many}});
  await waitForStatus(page, 'ready');
  return page;
}

test('of a long list whose reasons are all open, the rows near the window are mirrored', async () => {
  const page = await openThousandTasks();
  await page.locator('button', {hasText: 'Show all reasons'}).click();
  await page.locator('button', {hasText: 'Hide all reasons'}).waitFor();
  await nextFrames(page);
  const rows = await page.locator('[role=row].task').count();
  assert.ok(rows > 5 && rows < 200, `${rows} rows`);
  await page.close();
});

test('another profile leaves nothing of the one before, though a task of that had the focus', async () => {
  const files = {'bare.json': JSON.stringify({version: 1, title: 'Bare'})};
  const {page} = await openPage(shared.browser, shared.server.url, widget, {files});
  await waitForStatus(page, 'ready');
  await page.locator('button[aria-expanded]').first().focus();
  await page.evaluate(() => document.querySelector('task-scope')?.setAttribute('src', 'bare.json'));
  await page.locator('.title', {hasText: 'Bare'}).waitFor({state: 'attached'});
  assert.equal(await page.locator('[role=row]').count(), 0);
  await page.close();
});

test('a copy with nothing selected leaves the clipboard alone', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, widget);
  await waitForStatus(page, 'ready');
  await page.locator('button[aria-expanded]').first().focus();
  const taken = await page.evaluate(() => {
    const event = new ClipboardEvent('copy', {bubbles: true, composed: true, cancelable: true});
    document.activeElement?.shadowRoot?.activeElement?.dispatchEvent(event);
    return event.defaultPrevented;
  });
  assert.equal(taken, false);
  await page.close();
});

test('what has the focus keeps it while its row is scrolled away and back', async () => {
  const page = await openThousandTasks();
  await page.locator('button', {hasText: /^Task 3\s*$/}).focus();
  await page.evaluate(() => scrollTo(0, 20000));
  await nextFrames(page);
  assert.equal((await focusedName(page)).trim(), 'Task 3');
  await page.keyboard.press('Tab');
  await nextFrames(page);
  assert.match(await focusedName(page), /^Task \d+/);
  await page.close();
});

test('what is selected across lines and paragraphs is copied as clean text', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, widget);
  await waitForStatus(page, 'ready');
  const [first, second] = profile.strategies;
  const selected = await page.evaluate(([from, to]) => {
    const root = document.querySelector('task-scope')?.shadowRoot;
    const [start, end] = [from, to].map((name) => root?.querySelector(`section[aria-label="${name}"]`));
    const selection = getSelection();
    if (!start || !end || !selection) return '';
    selection.setBaseAndExtent(start, 0, end, end.childNodes.length);
    return selection.toString();
  }, [first.title, second.title]);
  const lines = selected.split('\n').map((line) => line.trim()).filter(Boolean);
  assert.deepEqual(lines, [first.title, first.text, second.title, second.text]);
  await page.close();
});

test('a copy of everything has a line for each paragraph and each task', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, widget);
  await waitForStatus(page, 'ready');
  const copied = await page.evaluate(() => {
    const mirror = document.querySelector('task-scope')?.shadowRoot?.querySelector('.mirror');
    if (mirror) getSelection()?.selectAllChildren(mirror);
    let text = '';
    addEventListener('copy', (event) => text = event.clipboardData?.getData('text/plain') ?? '', {once: true});
    document.execCommand('copy');
    return text;
  });
  const lines = copied.split('\n').map((line) => line.trim());
  for (const text of [profile.title, profile.summary, profile.market.summary, profile.evidence[0].note]) {
    assert.ok(lines.includes(text), text);
  }
  for (const {name, importance, automation} of profile.tasks) {
    assert.ok(lines.includes(`${name}\t${importance === 'core' ? 'Core' : 'Important'}\t${automation}%`), name);
  }
  assert.doesNotMatch(copied, /\b25\b.*\b50\b|Show all reasons|how much of the work/);  // scales, buttons, tips
  await page.close();
});

test('a selection by the pointer across three paragraphs is shown on their words', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, widget);
  await waitForStatus(page, 'ready');
  const plain = await readPixels(page, await page.screenshot());
  const [from, to] = await page.evaluate(() => {
    const root = document.querySelector('task-scope')?.shadowRoot;
    const box = (/** @type {string} */ selector) => root?.querySelector(selector)?.getBoundingClientRect().toJSON();
    return [box('.dashboard > .summary .line'), box('.market .covers .line')];
  });
  await page.mouse.move(from.x + 2, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.right - 60, to.y + 10, {steps: 8});
  await page.mouse.up();
  await nextFrames(page);
  const text = await page.evaluate(() => String(getSelection()));
  assert.ok(text.includes('Everyday record processing') && text.includes(profile.market.summary), text);
  const {pixel} = await readPixels(page, await page.screenshot({path: `${screenshots}/selection.png`}));
  const summary = await page.locator('.market .summary .line').first().boundingBox();
  assert.ok(summary);
  const [x, y] = [Math.round(summary.x + 1), Math.round(summary.y + 1)];
  assert.notDeepEqual(pixel(x, y), plain.pixel(x, y));
  await page.close();
});

test('the accessibility tree holds every text in reading order, each where it is drawn', async () => {
  const {page} = await openPage(shared.browser, shared.server.url, widget);
  await waitForStatus(page, 'ready');
  await page.setViewportSize({width: 1200, height: 2600});
  await page.locator('button', {hasText: 'Show all reasons'}).click();
  await settle(page);
  await page.mouse.move(0, 0);
  await nextFrames(page);
  const client = await page.context().newCDPSession(page);
  const tree = /** @type {{nodes: AxNode[]}} */ (await client.send('Accessibility.getFullAXTree')).nodes;
  const byId = new Map(tree.map((node) => [node.nodeId, node]));
  /** The tree in reading order. @param {AxNode | undefined} node @returns {AxNode[]} */
  const flat = (node) => node ? [node, ...(node.childIds ?? []).flatMap((id) => flat(byId.get(id)))] : [];
  const nodes = flat(tree[0]);
  const texts = nodes.filter(({role}) => role?.value === 'StaticText');
  const spoken = texts.map(({name}) => name?.value).join('').replace(/\s+/g, ' ');
  const byBand = [...profile.tasks].sort((a, b) => b.automation - a.automation);
  const inOrder = [
    profile.title,
    profile.summary,
    'Automation',
    '14%',
    'adoption',
    'how much of the work AI is used for today',
    '78%',
    'potential',
    'how much of the work AI could do',
    '64 points of possible automation not in use yet',
    'What the evidence says',
    ...profile.evidence.map((/** @type {Evidence} */ e) => `${e.value}% ${e.publisher}`),
    'Market check',
    profile.market.summary,
    ...profile.market.indicators.flatMap((/** @type {{name: string, note: string}} */ i) => [i.name, i.note]),
    'Career strategy',
    ...profile.strategies.flatMap((/** @type {{title: string, text: string}} */ s) => [s.title, s.text]),
    'Tasks',
    profile.task_source,
    'Hide all reasons',
    'Highly automatable: from 80% automated',
    ...byBand.flatMap((task) => [task.name, `${task.automation}%`, task.reason]),
    'AI uses',
    ...profile.ai_uses.flatMap(
        (/** @type {{title: string, examples: string[], good_options: string[]}} */ use) =>
            [use.title, ...use.examples, ...use.good_options]),
    'Evidence',
    ...profile.evidence.flatMap((/** @type {Evidence} */ e) => [e.publisher, e.measure, `${e.value}%`, e.note]),
    profile.date,
  ];
  let at = 0;
  for (const text of inOrder) {
    const found = spoken.indexOf(text.replace(/\s+/g, ' '), at);
    assert.ok(found >= 0, `“${text}” is missing or out of order in ${spoken.slice(at, at + 300)}`);
    at = found;
  }
  const roles = new Set(nodes.map(({role}) => role?.value));
  for (const role of ['heading', 'region', 'list', 'listitem', 'table', 'row', 'cell', 'columnheader', 'button']) {
    assert.ok(roles.has(role), role);
  }
  assert.ok(nodes.some(({role, name}) => role?.value === 'table' && name?.value?.startsWith('Mixed: from 40%')));
  assert.ok(!roles.has('application') && !roles.has('meter'));

  const {pixel} = await readPixels(page, await page.screenshot());
  let checked = 0;
  for (const {name, backendDOMNodeId} of texts) {
    if (!name?.value?.trim() || !backendDOMNodeId) continue;
    const {object} = await client.send('DOM.resolveNode', {backendNodeId: backendDOMNodeId});
    const {result} = await client.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      returnByValue: true,
      functionDeclaration: `function() {
        if (!this.parentElement?.matches('.line')) return null;
        const range = document.createRange();
        range.selectNodeContents(this);
        const drawn = this.parentElement.getBoundingClientRect().toJSON();
        return {spoken: range.getBoundingClientRect().toJSON(), drawn};
      }`,
    });
    if (!result.value) continue;
    const {spoken: box, drawn} = result.value;
    // A font's box may be taller than its line: their middles agree.
    const middle = (/** @type {DOMRect} */ b) => (b.top + b.bottom) / 2;
    assert.ok(Math.abs(box.left - drawn.left) <= 2 && Math.abs(middle(box) - middle(drawn)) <= 2, name.value);
    let hasInk = false;
    const ground = pixel(Math.max(0, Math.round(drawn.left) - 1), Math.round(drawn.top) + 1).join();
    for (let y = Math.ceil(drawn.top); y < drawn.bottom && !hasInk; ++y) {
      for (let x = Math.ceil(drawn.left); x < drawn.right && !hasInk; ++x) hasInk = pixel(x, y).join() !== ground;
    }
    assert.ok(hasInk, `“${name.value}” is not drawn where it is spoken`);
    ++checked;
  }
  assert.ok(checked > 100, `${checked} texts`);
  await page.close();
});
