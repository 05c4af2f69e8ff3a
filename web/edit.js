// The script of edit.html, where authors write a profile: its text in a plain text area, what is wrong with it beside,
// and a <task-scope> that shows it as it is. That element checks the text, too; nothing leaves the browser.
import {EditArea} from './edit-area.js';
import {hasPicker, pickFile, saveFile, takeDropped} from './edit-files.js';
import {listProblems, tallyOf} from './edit-problems.js';
import {asText, FileTextError, readText, refuseIfTooLarge, writeText} from './edit-text.js';
import {FetchError, fetchProfile} from './fetch-profile.js';
import {profileAddress} from './profile-address.js';

/** @typedef {import('./element.js').TaskScopeElement} TaskScopeElement */
/** @typedef {import('./widget.js').Diagnostic} Diagnostic */
/** @typedef {import('./edit-files.js').Chosen} Chosen */

/**
 * What is being written. `file` is its text as it was opened or saved last; `handle` is where it is saved to.
 * @typedef {{name: string, handle: FileSystemFileHandle | null, file: import('./edit-text.js').FileText}} Work
 */

/** A text is checked once its author pauses for so long, in milliseconds. */
const pause = 250;

const usualName = 'profile.json';
const example = 'profiles/medical-records-specialists.json';

const beginning = `{
  "version": 1,
  "title": "An occupation",
  "tasks": [
    {"name": "A task", "importance": "core", "automation": 50}
  ]
}
`;

/**
 * An element that the page has.
 * @template {HTMLElement} E
 * @param {string} selector
 * @param {new () => E} kind
 * @returns {E}
 */
function find(selector, kind) {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`);
  return found;
}

const button = (/** @type {string} */ id) => find(`button#${id}`, HTMLButtonElement);
const line = (/** @type {string} */ id) => find(`#${id}`, HTMLElement);

const dashboard = /** @type {TaskScopeElement} */ (find('task-scope', HTMLElement));
const input = find('#file', HTMLInputElement);
const dropCue = line('drop-cue');
const problems = line('problems');
const area = new EditArea(find('textarea', HTMLTextAreaElement), find('.sheet', HTMLElement));

/** @type {(text?: string) => Work} */
const newWork = (text = '') => ({name: usualName, handle: null, file: asText(text)});

let work = newWork();

/** What was left with changes that are not saved. @type {{work: Work, text: string}[]} */
const left = [];

/** Whether this very work has been shown in the dashboard. */
let wasShown = false;

/** What the dashboard was given last, and where it finds that. */
let checked = '';
let address = '';

/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

/** What the author wanted opened last: the answer to anything before is too late. */
let wanted = {};

/** @param {string} sentence */
const tell = (sentence) => void (line('message').textContent = sentence);

// What is wrong, and what is shown.

/** Gives the text to the dashboard, which answers by `load` or `error`. */
function check() {
  clearTimeout(waiting);
  checked = area.text;
  URL.revokeObjectURL(address);
  address = URL.createObjectURL(new Blob([checked]));
  dashboard.setAttribute('src', address);
}

/** @param {string} sentence @param {Diagnostic[]} diagnostics */
function showResult(sentence, diagnostics) {
  line('tally').textContent = sentence;
  problems.inert = false;
  listProblems(problems, diagnostics, (diagnostic) => area.show(diagnostic));
  area.mark(diagnostics);
}

/** @param {Diagnostic[]} warnings */
function showLoaded(warnings) {
  wasShown = true;
  line('shown').textContent = '';
  showResult(tallyOf(warnings), warnings);
}

/** @param {{reason: string, message: string, diagnostics: Diagnostic[]}} failure */
function showFailed({reason, message, diagnostics}) {
  const isOfText = reason === 'profile';
  showResult(isOfText ? tallyOf(diagnostics) : message, diagnostics);
  if (!isOfText) return;
  if (!wasShown) dashboard.dispose();  // another's dashboard would be taken for this one's
  line('shown').textContent =
      wasShown ? 'The profile as it was before these errors.' : 'Nothing can be shown before the errors are mended.';
}

/** @param {Event} event one of the dashboard's */
const detailOf = (event) => /** @type {CustomEvent} */ (event).detail;

/** Takes the dashboard's answers, but for those to a text that has changed since. */
function takeAnswers() {
  const isMeant = () => area.text === checked;
  dashboard.addEventListener('load', (event) => {
    if (isMeant()) showLoaded(detailOf(event).warnings);
  });
  dashboard.addEventListener('error', (event) => {
    const failure = detailOf(event);
    // What the dashboard would say of a profile stands in the list, and is told once.
    dashboard.classList.toggle('failed', failure.reason !== 'profile');
    if (isMeant()) showFailed(failure);
  });
}

// What is being written.

const isChanged = () => area.text !== work.file.text;

/** @param {Event} event */
const guard = (event) => event.preventDefault();

/** Says which work this is, and whether anything of it would be lost. */
function follow() {
  document.title = `${isChanged() ? '• ' : ''}${work.name} – Taskscope`;
  line('name').textContent = work.name;
  line('changed').hidden = !isChanged();
  button('back').hidden = !left.length;
  button('back').textContent = `Back to ${left.at(-1)?.work.name}`;
  removeEventListener('beforeunload', guard);
  if (isChanged() || left.length) addEventListener('beforeunload', guard);
}

/** @param {Work} next @param {string} [text] */
function show(next, text = next.file.text) {
  work = next;
  area.text = text;
  problems.inert = true;  // what it says is of the text before
  wasShown = false;
  follow();
  check();
}

/** What has changes stays at hand. @param {Work} next */
function replaceWith(next) {
  wanted = {};
  tell('');
  if (isChanged()) left.push({work, text: area.text});
  show(next);
}

function goBack() {
  const last = left.pop();
  if (!last) return;
  tell('');
  show(last.work, last.text);
  if (!left.length) line('text').focus();  // the button is gone
}

function changed() {
  tell('');
  problems.inert = true;  // what it says is of the text before
  follow();
  clearTimeout(waiting);
  waiting = setTimeout(check, pause);
}

// Opening and saving.

/**
 * Opens what can be had, or says why not.
 * @param {string} name
 * @param {() => Promise<Omit<Work, 'name'> | null>} read
 */
async function open(name, read) {
  const mine = wanted = {};
  try {
    const found = await read();
    if (!found || mine !== wanted) return;
    replaceWith({name, ...found});
    tell('Opened.');
  } catch (error) {
    if (mine === wanted) tell(`“${name}” is not opened: ${reasonOf(error)}.`);
  }
}

/** @param {unknown} error */
function reasonOf(error) {
  if (error instanceof FileTextError) return error.message;
  if (error instanceof FetchError) return error.message.replace(/\.$/, '');
  return 'the browser could not read it';
}

/** @param {Chosen} chosen */
const openFile = ({file, handle}) => open(file.name, async () => {
  refuseIfTooLarge(file.size);
  return {handle, file: readText(new Uint8Array(await file.arrayBuffer()))};
});

/** The file's name in an address. @param {string} url */
function nameIn(url) {
  const name = new URL(url, location.href).pathname.split('/').at(-1) || usualName;
  try {
    return decodeURIComponent(name);
  } catch {  // a percent sign of its own
    return name;
  }
}

/** @param {string} url */
function openAddress(url) {
  return open(nameIn(url), async () => {
    const {signal} = new AbortController();
    return {handle: null, file: readText(await fetchProfile(url, {signal, progress: () => {}}))};
  });
}

async function choose() {
  if (!hasPicker()) return input.click();
  const chosen = await pickFile();
  if (chosen) await openFile(chosen);
}

async function save() {
  const saving = work;
  const text = area.text;
  const written = writeText(saving.file, text);
  try {
    const saved = await saveFile(new Blob([written]), saving.name, saving.handle);
    if (!saved) return;
    saving.handle = saved.handle;
    saving.name = saved.handle?.name ?? saving.name;
    saving.file = {...saving.file, text, written};
    tell(saved.handle ? `Saved to “${saving.name}”.` : `“${saving.name}” is among your downloads.`);
    follow();
  } catch {
    saving.handle = null;
    tell(`“${saving.name}” could not be written. Save again to choose another place.`);
  }
}

// How the page is told.

/** @param {KeyboardEvent} event */
function pressed(event) {
  const {key, ctrlKey, metaKey, altKey, shiftKey} = event;
  if (key.toLowerCase() !== 's' || ctrlKey === metaKey || altKey || shiftKey) return;
  event.preventDefault();
  save();
}

/** Files can be dropped anywhere: the cue covers the page, so it alone is left by a file that goes away. */
function takeDrops() {
  document.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    dropCue.hidden = false;
  });
  dropCue.addEventListener('dragleave', () => dropCue.hidden = true);
  document.addEventListener('drop', (event) => {
    dropCue.hidden = true;
    const dropped = event.dataTransfer && takeDropped(event.dataTransfer);
    if (!dropped) return;
    event.preventDefault();
    dropped.then(openFile);
  });
}

function takeChosen() {
  const file = input.files?.[0];
  if (file) openFile({file, handle: null});
  input.value = '';  // so that the same one can be chosen again
}

function start() {
  takeAnswers();
  line('text').addEventListener('input', changed);
  input.addEventListener('change', takeChosen);
  button('open').addEventListener('click', choose);
  button('new').addEventListener('click', () => replaceWith(newWork(beginning)));
  button('example').addEventListener('click', () => openAddress(example));
  button('save').addEventListener('click', save);
  button('back').addEventListener('click', goBack);
  document.addEventListener('keydown', pressed);
  takeDrops();
  follow();
  const src = new URLSearchParams(location.search).get('src');
  const given = profileAddress(src);
  if (given) openAddress(given);
  if (src && !given) tell(`“${src}” is no address of a profile.`);
}

start();
