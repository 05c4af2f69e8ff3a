// The pages with Taskscope: the bare tag, with preload hints, and with static HTML standing in the element.
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

import {dist, moduleFile, repository} from '../../web/harness.mjs';

import {page} from './document.mjs';

/** Where the built files are served. */
export const folder = '/dist/';
const script = 'task-scope.js';
const style = 'task-scope.css';

/** What the first drawing downloads, apart from the profile. */
export const files = () => [script, moduleFile];

const tag = `<script type="module" src="${folder}${script}"></script>`;

/** Lets the browser fetch at once what it would hear of one after the other. @param {string} profile its address */
function hints(profile) {
  return `<link rel="modulepreload" href="${folder}${script}">
<link rel="preload" as="fetch" crossorigin href="${folder}${moduleFile}">
<link rel="preload" as="fetch" crossorigin href="${profile}">`;
}

/** @param {number} copies */
const listening = (copies) => `<script>
const drawn = whenShown(${copies});
document.addEventListener('load', ({target}) => target.localName === 'task-scope' && drawn(), true);
</script>`;

/**
 * @param {string} profile its address, or a catalogue's
 * @param {{copies?: number, hasHints?: boolean, view?: string}} [options]
 */
export const taskscopePage = (profile, {copies = 1, hasHints = false, view = 'profile'} = {}) => page(
    (hasHints ? hints(profile) : '') + listening(copies) + tag,
    `<task-scope loading="eager" view="${view}" src="${profile}"></task-scope>`.repeat(copies));

const program = process.env.TASKSCOPE_BIN ?? `${repository}build/native/taskscope`;
const staticHtml = () => execFileSync(
    program, ['html', '--fragment', `${repository}assets/profiles/medical-records-specialists.json`],
    {encoding: 'utf8'});

/** The style of static HTML, as pages link to it or hold it. */
export const styles = {
  linked: () => `<link rel="stylesheet" href="${folder}${style}">`,
  inline: () => `<style>${readFileSync(`${dist}/${style}`, 'utf8')}</style>`,
};

/**
 * The dashboard's content as a static file: what prerendering is compared with.
 * @param {keyof typeof styles} kind
 */
export const staticPage = (kind) => page(styles[kind](), `${staticHtml()}<script>whenShown(1)()</script>`);

/**
 * The same with the element around it.
 * @param {keyof typeof styles} kind
 * @param {string} profile its address
 */
export const prerenderedPage = (kind, profile) => page(
    styles[kind]() + tag,
    `<task-scope loading="eager" src="${profile}">${staticHtml()}</task-scope><script>whenShown(1)()</script>`);
