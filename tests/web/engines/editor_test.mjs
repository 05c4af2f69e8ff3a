// The page where profiles are written: by pointer, by keyboard alone, by touch, and with files that are none.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {needs, useBrowser} from './browser.mjs';
import {eventually} from './page.mjs';
import {editor} from './site.mjs';
import {profile, profileText, textOf, waitForStatus} from './widget.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const open = useBrowser();

/**
 * Stands for the author's disk, as no driver reaches the browser's own dialogs: what is saved is in `disk`, and what is
 * chosen is chosen.json, which can be written while `isWritable` is set.
 */
function fakeDisk() {
  /** @type {Record<string, number[]>} */
  const disk = {};
  const handleOf = (/** @type {string} */ name) => ({
    name,
    getFile: async () => new File(['{"version": 1, "title": "Chosen"}'], name),
    createWritable: async () => {
      if (!Reflect.get(window, 'isWritable')) throw new DOMException('no', 'NotAllowedError');
      return {
        write: async (/** @type {Blob} */ content) => disk[name] = [...new Uint8Array(await content.arrayBuffer())],
        close: async () => {},
      };
    },
  });
  Object.assign(window, {
    disk,
    isWritable: true,
    showOpenFilePicker: async () => [handleOf('chosen.json')],
    showSaveFilePicker: async (/** @type {{suggestedName: string}} */ {suggestedName}) =>
        handleOf(`to-${suggestedName}`),
  });
}

/** As in browsers that can only download: what is downloaded is in `disk`. */
function downloadsOnly() {
  /** @type {Record<string, number[]>} */
  const disk = {};
  Object.assign(window, {disk, showSaveFilePicker: undefined, showOpenFilePicker: undefined});
  HTMLAnchorElement.prototype.click = async function() {
    const content = await (await fetch(this.href)).arrayBuffer();
    disk[this.download] = [...new Uint8Array(content)];
  };
}

/** @param {Page} page @param {string} name */
const saved = (page, name) => page.waitFor((file) => Reflect.get(window, 'disk')[file], name);

const bytesOf = (/** @type {string} */ text) => [...Buffer.from(text)];

/** Drops a file on the page. @param {Page} page @param {string} name @param {number[]} bytes */
const drop = (page, name, bytes) => page.evaluate((file, content) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([new Uint8Array(content)], file));
  for (const type of ['dragover', 'drop']) {
    const event = new DragEvent(type, {dataTransfer, bubbles: true, cancelable: true});
    if (document.body.dispatchEvent(event)) throw new Error(`the browser would have opened the file on ${type}`);
  }
}, name, bytes);

/** Where something is, brought into view. @param {Page} page @param {string} selector */
const placeOf = (page, selector) => page.waitFor((wanted) => {
  const element = document.querySelector(wanted);
  if (!(element instanceof HTMLElement) || !element.offsetHeight) return null;
  element.scrollIntoView({block: 'nearest'});
  const {left, top, width, height} = element.getBoundingClientRect();
  return {x: left + width / 2, y: top + height / 2};
}, selector);

/** @param {Page} page @param {string} selector */
async function pressOn(page, selector) {
  const {x, y} = await placeOf(page, selector);
  await page.click(x, y);
}

/** @param {Page} page @param {string} selector @param {string | RegExp} wanted */
const waitForText = (page, selector, wanted) => eventually(async () => {
  const text = await page.evaluate((id) => /** @type {HTMLElement} */ (document.querySelector(id)).innerText, selector);
  if (typeof wanted === 'string')
    assert.equal(text, wanted);
  else
    assert.match(text, wanted);
});

/** Waits until the whole text is this. @param {Page} page @param {string} wanted */
const waitForWritten = (page, wanted) =>
    page.waitFor((text) => document.querySelector('textarea')?.value === text, wanted);

const noneWrong = /^No errors, no warnings\.$/;

/** What is selected in the text area, and whether that is in view and has the focus. @param {Page} page */
const selection = (page) => page.evaluate(() => {
  const area = /** @type {HTMLTextAreaElement} */ (document.querySelector('textarea'));
  const {value, selectionStart, selectionEnd, scrollTop, clientHeight} = area;
  const lines = value.slice(0, selectionStart).split('\n').length;
  const {lineHeight, paddingTop} = getComputedStyle(area);
  const bottom = parseFloat(paddingTop) + lines * parseFloat(lineHeight);
  return {
    text: value.slice(selectionStart, selectionEnd),
    line: lines,
    isInView: bottom > scrollTop && bottom <= scrollTop + clientHeight,
    hasFocus: document.activeElement === area,
  };
});

/** What went wrong on the page, but for the profiles' own mistakes. @param {Page} page */
const problemsOf = async (page) => (await page.problems()).filter((problem) => !/^blob:.*: error: /.test(problem));

/** @param {Page} page */
const titleOf = (page) => page.evaluate(() => document.title);

const broken = profileText.replace('"automation": 92', '"automation": 920').replace('"locale"', '"lokale"');

test('by pointer: a dropped profile is shown, its mistakes lead to their places, and it is saved', async () => {
  const page = await open(editor, {before: fakeDisk});
  await pressOn(page, '#example');
  await waitForStatus(page, 'ready');
  assert.match(await textOf(page), new RegExp(profile.title));
  await waitForText(page, '#tally', noneWrong);
  await drop(page, 'mine.json', bytesOf(broken));
  await waitForText(page, '#tally', /^1 error, 1 warning\.$/);
  await waitForText(page, '#shown', /Nothing can be shown/);
  assert.equal(await page.evaluate(() => document.querySelector('task-scope')?.clientHeight), 0);
  await waitForText(page, '#problems li:first-child', /^6:3 Warning .*lokale/);
  await waitForText(page, '#problems li:last-child', /^\d+:\d+ Error .*between 0 and 100/);
  await pressOn(page, '#problems li:last-child button');
  const {line, ...selected} = await selection(page);
  assert.deepEqual(selected, {text: '920', isInView: true, hasFocus: true});
  assert.equal(line, broken.slice(0, broken.indexOf('920')).split('\n').length);
  for (const key of '92') await page.press(key);
  await waitForStatus(page, 'ready');
  await waitForText(page, '#tally', /^1 warning\.$/);
  assert.equal(await titleOf(page), '• mine.json – Taskscope');
  await pressOn(page, '#save');
  assert.deepEqual(await saved(page, 'to-mine.json'), bytesOf(broken.replace('920', '92')));
  await waitForText(page, '#message', /^Saved to “to-mine\.json”\.$/);
  assert.equal(await titleOf(page), 'to-mine.json – Taskscope');
  assert.deepEqual(await problemsOf(page), []);
});

test('by keyboard alone: begin, make a mistake, go there, mend it, save; Tab leaves the text', async () => {
  const page = await open(editor, {before: fakeDisk});
  const focused = () => page.evaluate(() => document.activeElement?.id);
  const tabTo = async (/** @type {string} */ id) => {
    await page.press('Tab');
    await eventually(async () => assert.equal(await focused(), id));
  };
  await page.evaluate(() => document.querySelector('a')?.focus());
  for (const id of ['open', 'example', 'new']) await tabTo(id);
  await page.press('Enter');
  await waitForText(page, '#tally', noneWrong);
  for (const id of ['save', 'text']) await tabTo(id);
  await page.press('x');
  await waitForText(page, '#tally', /^1 error\.$/);
  await waitForText(page, '#shown', /as it was before/);
  await eventually(async () => assert.match(await textOf(page), /An occupation/));
  assert.equal(await titleOf(page), '• profile.json – Taskscope');
  await page.press('Tab');
  await page.waitFor(() => document.activeElement?.matches('#problems button'));
  await page.press('Enter');
  assert.deepEqual(await selection(page), {text: 'x', line: 1, isInView: true, hasFocus: true});
  await page.press(' ');
  await waitForText(page, '#tally', noneWrong);
  await page.press('Control+s');
  const bytes = await saved(page, 'to-profile.json');
  assert.match(Buffer.from(bytes).toString(), /^ \{\n {2}"version": 1/);
  await waitForText(page, '#message', /^Saved/);
  assert.deepEqual(await problemsOf(page), []);
});

test('by touch: a tap begins a profile, and one on a mistake leads to it', needs('touch'), async () => {
  const page = await open(editor, {width: 400});
  const tapOn = async (/** @type {string} */ selector) => {
    const {x, y} = await placeOf(page, selector);
    await page.tap(x, y);
  };
  await tapOn('#new');
  await waitForText(page, '#tally', noneWrong);
  await drop(page, 'a.json', bytesOf('{"version": 1, "title": 5}'));
  await waitForText(page, '#tally', /^1 error\.$/);
  await tapOn('#problems button');
  await eventually(async () => assert.equal((await selection(page)).text, '5'));
});

test('a file that was opened is saved to itself; where it cannot be, the next save asks for a place', async () => {
  const page = await open(editor, {before: fakeDisk});
  await pressOn(page, '#open');
  await waitForText(page, '#tally', noneWrong);
  await waitForText(page, '#name', 'chosen.json');
  await pressOn(page, '#save');
  assert.deepEqual(await saved(page, 'chosen.json'), bytesOf('{"version": 1, "title": "Chosen"}'));
  await page.evaluate(() => void Object.assign(window, {isWritable: false}));
  await pressOn(page, 'textarea');
  await page.press(' ');
  await page.press('Control+s');
  await waitForText(page, '#message', /^“chosen\.json” could not be written/);
  assert.equal(await titleOf(page), '• chosen.json – Taskscope');
  await page.evaluate(() => void Object.assign(window, {isWritable: true}));
  await pressOn(page, '#save');
  await saved(page, 'to-chosen.json');
  await waitForText(page, '#message', /^Saved to “to-chosen\.json”\.$/);
  assert.deepEqual(await problemsOf(page), []);
});

/** Texts whose characters before the mistake, “oops” or a 500, are of many lengths. */
const strange = [
  '{"version": 1, "title": "Ünï 😀👩‍👩‍👧 語 e\u0301", "potential": 500}',
  '\uFEFF{"version": 1, "title": "𝒳", "potential": 500}',
  '{\r\n\t"version": 1,\r\n\t"title": "😀",\r\n\t"potential": 500}\r\n',
  '{\r"version": 1,\r"title": "😀", oops: 3\r}',
  '{"version": 1, "title": "a\u2028b 😀", "😀": 1, oops: "x"}',
];

test('places are right after characters of any length, and what is saved is what was opened', async () => {
  const page = await open(editor, {before: downloadsOnly});
  for (const [i, text] of strange.entries()) {
    await drop(page, `${i}.json`, bytesOf(text));
    await waitForText(page, '#name', `${i}.json`);
    await page.waitFor(() => !document.querySelector('#problems')?.hasAttribute('inert'));
    await waitForText(page, '#tally', /error/);
    await pressOn(page, '#problems li:last-child button');
    const wanted = /** @type {RegExpExecArray} */ (/oops|500/.exec(text));
    const line = text.slice(0, wanted.index).split(/\r\n?|\n/).length;
    assert.deepEqual(await selection(page), {text: wanted[0], line, isInView: true, hasFocus: true}, text);
    await pressOn(page, '#save');
    assert.deepEqual(await saved(page, `${i}.json`), bytesOf(text));
    await page.evaluate((name) => Reflect.deleteProperty(Reflect.get(window, 'disk'), name), `${i}.json`);
    await pressOn(page, '#problems li:last-child button');
    await page.press('7');
    await pressOn(page, '#save');
    assert.deepEqual(await saved(page, `${i}.json`), bytesOf(text.replace(wanted[0], '7')));
  }
  assert.deepEqual(await problemsOf(page), []);
});

test('a mark pasted before the text shifts no place', async () => {
  const page = await open(editor);
  await page.evaluate(() => {
    const area = /** @type {HTMLTextAreaElement} */ (document.querySelector('textarea'));
    area.value = '\uFEFF{"version": 1, "title": 77}';
    area.dispatchEvent(new InputEvent('input'));
  });
  await waitForText(page, '#tally', /^1 error\.$/);
  await pressOn(page, '#problems button');
  assert.equal((await selection(page)).text, '77');
});

test('files that are none leave what is there; what was not saved can be had back', async () => {
  const page = await open(editor);
  await pressOn(page, '#new');
  await waitForText(page, '#tally', noneWrong);
  await pressOn(page, 'textarea');
  await page.press(' ');
  await page.waitFor(() => document.title.startsWith('•'));
  const mine = await page.evaluate(() => document.querySelector('textarea')?.value ?? '');
  await drop(page, 'picture.png', [0x89, 0x50, 0x4E, 0x47, 0xFF, 0x00]);
  await waitForText(page, '#message', /^“picture\.png” is not opened: it is no text/);
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(20_000_000).fill(32)], 'large.json'));
    document.body.dispatchEvent(new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true}));
  });
  await waitForText(page, '#message', /^“large\.json” is not opened: it is larger than 4 MiB/);
  await waitForWritten(page, mine);
  await drop(page, 'empty.json', []);
  await waitForText(page, '#problems', /^1:1 Error There is nothing to read/);
  await drop(page, 'table.csv', bytesOf('a;b\n1;2\n'));
  await waitForText(page, '#problems', /^1:1 Error/);
  assert.ok(await page.evaluate(() => !dispatchEvent(new Event('beforeunload', {cancelable: true}))), 'it is guarded');
  await pressOn(page, '#back');
  await waitForWritten(page, mine);
  await waitForText(page, '#tally', noneWrong);
  await waitForText(page, '#name', 'profile.json');
  assert.equal(await page.evaluate(() => document.querySelector('#back')?.checkVisibility()), false);
  assert.deepEqual(await problemsOf(page), []);
});

test('a profile that is too large in the text area says so', async () => {
  const page = await open(editor);
  await page.evaluate(() => {
    const area = /** @type {HTMLTextAreaElement} */ (document.querySelector('textarea'));
    area.value = ' '.repeat(4 * 1024 * 1024 + 1);
    area.dispatchEvent(new InputEvent('input'));
  });
  await waitForText(page, '#problems', /^1:1 Error .*larger than 4 MiB/);
});

test('an address in the query is opened, and one that leads nowhere says so', async () => {
  const page = await open(editor, {query: '?src=mine.json', files: {'mine.json': profileText}});
  await waitForStatus(page, 'ready');
  await waitForText(page, '#name', 'mine.json');
  assert.deepEqual(await problemsOf(page), []);
  const other = await open(editor, {query: '?src=none.json'});
  await waitForText(other, '#message', /^“none\.json” is not opened: The server answered 404/);
});

test('what was found in a text is gone once the text is another', async () => {
  const page = await open(editor);
  await drop(page, 'a.json', bytesOf('{"version": 1, "title": 5}'));
  await waitForText(page, '#tally', /^1 error\.$/);
  const isInert = await page.evaluate(() => {
    const area = /** @type {HTMLTextAreaElement} */ (document.querySelector('textarea'));
    area.value = area.value.replace('5', '"Five"');
    area.dispatchEvent(new InputEvent('input'));
    return document.querySelector('#problems')?.hasAttribute('inert');
  });
  assert.equal(isInert, true);
  await waitForText(page, '#tally', noneWrong);
  assert.equal(await page.evaluate(() => document.querySelectorAll('#problems li, .marks span').length), 0);
});

test('the numbers stay beside their lines, whatever the lines hold', async () => {
  const page = await open(editor, {width: 1000, height: 600});
  const lines = Array.from({length: 500}, (_, i) => `"${i} 😀 語 ${'long '.repeat(i % 40)}",`);
  await drop(page, 'long.json', bytesOf(lines.join('\n')));
  await waitForText(page, '#tally', /error/);
  for (const top of [0, 1234, 1_000_000]) {
    await page.evaluate((y) => document.querySelector('textarea')?.scrollTo(0, y), top);
    await page.frames();
    const [area, gutter] =
        await page.evaluate(() => ['textarea', '.gutter'].map((part) => document.querySelector(part)?.scrollTop));
    assert.equal(gutter, area);
  }
  const {area, numbers} = await page.evaluate(() => {
    const lineOf = (/** @type {string} */ part) => {
      const element = /** @type {HTMLElement} */ (document.querySelector(part));
      const {paddingTop, paddingBottom} = getComputedStyle(element);
      return (element.scrollHeight - parseFloat(paddingTop) - parseFloat(paddingBottom)) / 500;
    };
    return {area: lineOf('textarea'), numbers: lineOf('.numbers')};
  });
  assert.equal(area, 24);
  assert.equal(numbers, 24);
});
