// The one content that every contestant shows: the first profile, or its tasks many times over.
import {readFileSync} from 'node:fs';

/**
 * @typedef {{name: string, importance: string, automation: number, reason: string}} Task
 * @typedef {{publisher: string, measure: string, value: number, kind: string, note: string}} Evidence
 * @typedef {{
 *   title: string, summary: string, adoption: number, potential: number,
 *   market: {summary: string, covers: string, indicators: {name: string, rating: string, note: string}[]},
 *   strategies: {title: string, text: string}[],
 *   ai_uses: {title: string, examples: string[], good_options: string[]}[],
 *   tasks: Task[], evidence: Evidence[]
 * }} Profile
 */

const file = new URL('../../../assets/profiles/medical-records-specialists.json', import.meta.url);

/** @type {Profile} */
export const firstProfile = JSON.parse(readFileSync(file, 'utf8'));

/**
 * The first profile with so many tasks, no two of the same name.
 * @param {number} count
 * @returns {Profile}
 */
export function profileWithTasks(count) {
  const {tasks} = firstProfile;
  const task = (/** @type {number} */ i) => {
    const like = tasks[i % tasks.length];
    return {...like, name: `${like.name}, part ${i}`, automation: i * 37 % 101};
  };
  return {...firstProfile, tasks: Array.from({length: count}, (_, i) => task(i))};
}

/** The bands of src/core/insight.cpp with the view's colours. */
const bands = [
  {from: 80, color: '#b3261e'},
  {from: 60, color: '#b3540b'},
  {from: 40, color: '#47618a'},
  {from: 0, color: '#0f766e'},
];

/** @param {number} value */
const bandColor = (value) => (bands.find(({from}) => value >= from) ?? bands[3]).color;

/** Highest first, as the dashboard has them. @param {Profile} profile */
export const tasksInOrder = ({tasks}) => [...tasks].sort((a, b) => b.automation - a.automation);

/**
 * A bar of a chart: what its axis says, how long it is, and what its tip tells.
 * @typedef {{label: string, value: number, color: string, tip: string}} Bar
 * @typedef {{tasks: Bar[], evidence: Bar[]}} Bars
 */

/**
 * @param {Profile} profile
 * @returns {Bars}
 */
export const barsOf = (profile) => ({
  tasks: tasksInOrder(profile).map(({name, importance, automation, reason}) => ({
                                     label: `${name} · ${importance} · ${automation} %`,
                                     value: automation,
                                     color: bandColor(automation),
                                     tip: reason,
                                   })),
  evidence: profile.evidence.map(({publisher, measure, value, kind}) => ({
                                   label: `${publisher}: ${measure} · ${value} %`,
                                   value,
                                   color: kind === 'measured use' ? '#0b62d0' : '#7d4fc0',
                                   tip: kind,
                                 })),
});
