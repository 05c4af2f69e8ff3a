// Who takes part, and the pages and files of each.
import {build} from 'esbuild';
import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

import {dist} from '../web/harness.mjs';

import {barsOf, firstProfile, profileWithTasks} from './pages/content.mjs';
import {chartPage, plainPage} from './pages/document.mjs';
import {catalogueText, catalogueWithRows, scatterPage} from './pages/occupations.mjs';
import * as taskscope from './pages/taskscope.mjs';

/**
 * `dashboard` and, within it, `tasks` select boxes, and so does `plot` on the page of a catalogue, for those who draw
 * one; `files` are those of the first drawing, apart from the content; the page is of so many dashboards with the
 * scene's profile.
 * @typedef {{id: string, name: string, dashboard: string, tasks: string, plot?: string, files: string[]}} Contestant
 */

/** The libraries' browser code is pages/ID.mjs, and pages/PLOTTER_scatter.mjs for the plots of catalogues. */
const libraries = [
  {id: 'chartjs', name: 'Chart.js'},
  {id: 'echarts', name: 'ECharts'},
  {id: 'vega', name: 'vega-embed'},
];

/** What pages show: a profile, so many times. */
const scenes = {
  first: {profile: firstProfile, copies: 1},
  twenty: {profile: firstProfile, copies: 20},
  thousand: {profile: profileWithTasks(1000), copies: 1},
  tenThousand: {profile: profileWithTasks(10000), copies: 1},
};

/** @typedef {keyof typeof scenes} Scene */

const plotters = ['echarts', 'vega'];

/** Catalogues, whose pages show each occupation as a mark. */
const catalogues = {
  occupations: catalogueText,
  twentyThousand: catalogueWithRows(20000),
};

/** @typedef {keyof typeof catalogues} CatalogueScene */

/** @param {Scene | CatalogueScene} scene @param {{id: string}} contestant @returns {string} the page's path */
export const pathOf = (scene, {id}) => `/${id}/${scene}.html`;

/** @type {Contestant[]} */
export const contestants = [
  {
    id: 'taskscope',
    name: 'Taskscope',
    dashboard: 'task-scope',
    tasks: 'table',
    plot: '.mark-plot',
    files: taskscope.files().map((file) => taskscope.folder + file)
  },
  {id: 'plain', name: 'plain HTML', dashboard: 'main', tasks: '.tasks', files: [pathOf('first', {id: 'plain'})]},
  ...libraries.map(({id, name}) => ({
                     id,
                     name,
                     dashboard: 'main',
                     tasks: '.tasks',
                     plot: plotters.includes(id) ? '#plot' : undefined,
                     files: [`/${id}.js`],
                   })),
];

/** Further ways to have Taskscope's first profile on a page. */
export const variants = {
  hints: '/taskscope/hints.html',
  staticLinked: '/static/linked.html',
  staticInline: '/static/inline.html',
  prerenderedLinked: '/prerendered/linked.html',
  prerenderedInline: '/prerendered/inline.html',
};

/** @param {string} id */
async function bundle(id) {
  const {outputFiles: [script]} = await build({
    entryPoints: [fileURLToPath(new URL(`pages/${id}.mjs`, import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    define: {'process.env.NODE_ENV': '"production"'},
    logLevel: 'warning',
  });
  return script.contents;
}

const distFiles = () => readdirSync(dist, {withFileTypes: true}).filter((entry) => entry.isFile());

/**
 * Everything that the server has, by its path.
 * @returns {Promise<Map<string, string | Uint8Array>>}
 */
export async function allFiles() {
  /** @type {Map<string, string | Uint8Array>} */
  const files = new Map();
  for (const {name} of distFiles()) files.set(taskscope.folder + name, readFileSync(`${dist}/${name}`));
  for (const {id} of libraries) files.set(`/${id}.js`, await bundle(id));
  for (const [name, {profile, copies}] of Object.entries(scenes)) {
    const scene = /** @type {Scene} */ (name);
    const bars = barsOf(profile);
    files.set(profilePath(scene), JSON.stringify(profile));
    files.set(pathOf(scene, {id: 'taskscope'}), taskscope.taskscopePage(profilePath(scene), {copies}));
    files.set(pathOf(scene, {id: 'plain'}), plainPage(profile, bars, copies));
    for (const {id} of libraries) files.set(pathOf(scene, {id}), chartPage(`/${id}.js`, profile, bars, copies));
  }
  for (const id of plotters) files.set(`/${id}_scatter.js`, await bundle(`${id}_scatter`));
  for (const [name, catalogue] of Object.entries(catalogues)) {
    const scene = /** @type {CatalogueScene} */ (name), path = `/catalogues/${name}.json`;
    files.set(path, catalogue);
    files.set(pathOf(scene, {id: 'taskscope'}), taskscope.taskscopePage(path, {view: 'overview'}));
    for (const id of plotters) files.set(pathOf(scene, {id}), scatterPage(`/${id}_scatter.js`, path));
  }
  const profile = profilePath('first');
  files.set(variants.hints, taskscope.taskscopePage(profile, {hasHints: true}));
  files.set(variants.staticLinked, taskscope.staticPage('linked'));
  files.set(variants.staticInline, taskscope.staticPage('inline'));
  files.set(variants.prerenderedLinked, taskscope.prerenderedPage('linked', profile));
  files.set(variants.prerenderedInline, taskscope.prerenderedPage('inline', profile));
  return files;
}

/** @param {Scene} scene */
const profilePath = (scene) => `/profiles/${scene}.json`;
