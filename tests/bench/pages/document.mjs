// The contestants' pages: the prose is plain HTML for all but Taskscope; the bars are the contestant's.
import {tasksInOrder} from './content.mjs';

/** @typedef {import('./content.mjs').Profile} Profile */
/** @typedef {import('./content.mjs').Bar} Bar */

/** @param {string} text */
const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * @template T
 * @param {T[]} items
 * @param {(item: T) => string} toHtml
 */
const list = (items, toHtml) => `<ul>${items.map((item) => `<li>${toHtml(item)}</li>`).join('\n')}</ul>`;

/**
 * @param {string} head
 * @param {string} body
 */
export const page = (head, body) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Bench</title><link rel="icon" href="data:,">
<style>body { margin: 0; font-family: Inter, sans-serif; }</style>
${head}</head><body>${body}</body></html>`;

/** The look of the prose and of plain HTML's bars, with tips on hover, as the charts have them. */
const style = `main { padding: 20px; color: #14202e; line-height: 1.4; }
section { border: 1px solid #d9dee5; border-radius: 10px; padding: 18px; margin: 0 0 16px; }
.columns { display: grid; grid-template-columns: 2fr 3fr; gap: 16px; } .columns > * { margin: 0 0 16px; }
h1, h2, h3, p { margin: 0 0 8px; } ul { list-style: none; margin: 0; padding: 0; }
section section, .market { font-size: 14px; } h3 { font-size: 15px; } h2 { font-size: 17px; }
.market li { display: grid; grid-template-columns: 120px 110px 1fr; border-bottom: 1px solid #d9dee5; padding: 8px 0; }
.figure { font-size: 44px; font-weight: 700; margin-right: 24px; } .figure small { font-size: 14px; font-weight: 400; }
.rows > ul > li { border-top: 1px solid #d9dee5; } .rows > ul > li:hover { background: #f3f6f9; }
summary { display: grid; grid-template-columns: 1fr 90px 260px 60px; align-items: center; height: 39px; }
.bar { position: relative; height: 14px; border-radius: 4px; background: #e8ecf1; }
.bar > i { display: block; height: 100%; border-radius: 4px; }
.bar:hover::after { content: attr(data-tip); position: absolute; right: 0; top: 18px; z-index: 1; padding: 6px;
  border-radius: 4px; background: #14202e; color: #fff; }
[data-chart] > div { position: sticky; top: 0; }`;

const styleTag = `<style>${style}</style>`;

/** @param {Profile['market']} market */
const marketHtml = ({summary, covers, indicators}) => `<section class="market"><h2>Market check</h2>
<p>${escape(summary)}<br>Covers ${escape(covers)}.</p>${
    list(
        indicators,
        ({name, rating, note}) => `<h3>${name}</h3><b>${rating}</b><span>${escape(note)}</span>`)}</section>`;

/**
 * @param {Profile} profile
 * @param {string} evidence
 */
const automationHtml = ({adoption, potential}, evidence) => `<section><h2>Automation</h2>
<span class="figure">${adoption}% <small>adoption</small></span>
<span class="figure">${potential}% <small>potential</small></span>
<p>${potential - adoption} points of possible automation not in use yet</p>
<h3>What the evidence says</h3><div class="rows">${evidence}</div></section>`;

/** @param {Profile} profile */
const strategiesHtml = ({strategies}) => `<h2>Career strategy</h2><div class="columns">${
    strategies.map(({title, text}) => `<section><h3>${escape(title)}</h3><p>${escape(text)}</p></section>`)
        .join('')}</div>`;

/** @param {Profile} profile */
const usesHtml = ({ai_uses: uses}) => `<section><h2>Where AI helps</h2>${
    list(
        uses,
        ({title, examples, good_options: options}) =>
            `<h3>${escape(title)}</h3>${list(examples, escape)}<p>${options.join(', ')}</p>`)}</section>`;

/** @param {Profile} profile */
const notesHtml = ({evidence}) => list(evidence, ({publisher, note}) => `<b>${escape(publisher)}</b> ${escape(note)}`);

/**
 * A dashboard around what shows the tasks and the evidence.
 * @param {Profile} profile
 * @param {string} tasks
 * @param {string} evidence
 */
const dashboardHtml = (profile, tasks, evidence) => `<main><h1>${escape(profile.title)}</h1>
<p>${escape(profile.summary)}</p><div class="columns">
${automationHtml(profile, evidence)}${marketHtml(profile.market)}</div>${strategiesHtml(profile)}
<section><h2>Tasks</h2><div class="tasks rows">${tasks}</div></section>
${usesHtml(profile)}
<section><h2>What the evidence says</h2>${notesHtml(profile)}</section></main>`;

/** @param {Bar} bar */
const barHtml = ({value, color, tip}) =>
    `<div class="bar" data-tip="${escape(tip)}"><i style="width:${value}%;background:${color}"></i></div>`;

/**
 * Plain HTML: a row a task, which opens to its reason.
 * @param {Profile} profile
 * @param {import('./content.mjs').Bars} bars
 */
function plainDashboard(profile, {tasks, evidence}) {
  const taskHtml = (/** @type {import('./content.mjs').Task} */ task, /** @type {number} */ i) =>
      `<li><details><summary><span>${escape(task.name)}</span><small>${task.importance}</small>${barHtml(tasks[i])}<b>${
          task.automation}%</b></summary><p>${escape(task.reason)}</p></details></li>`;
  return dashboardHtml(
      profile, `<ul>${tasksInOrder(profile).map(taskHtml).join('\n')}</ul>`,
      list(evidence, (bar) => `${escape(bar.label)}${barHtml(bar)}`));
}

/**
 * @param {Profile} profile
 * @param {import('./content.mjs').Bars} bars
 * @param {number} copies
 */
export const plainPage = (profile, bars, copies) =>
    page(styleTag, `${plainDashboard(profile, bars).repeat(copies)}<script>whenShown(1)()</script>`);

/**
 * A page whose script draws the bars (pages/charts.mjs).
 * @param {string} script its address
 * @param {Profile} profile
 * @param {import('./content.mjs').Bars} bars
 * @param {number} copies
 */
export function chartPage(script, profile, bars, copies) {
  const head = `${styleTag}<script type="module" src="${script}"></script>`;
  const box = (/** @type {string} */ name) => `<div data-chart="${name}"><div><div></div></div></div>`;
  const data = JSON.stringify(bars).replaceAll('<', '\\u003c');
  return page(head, `${dashboardHtml(profile, box('tasks'), box('evidence')).repeat(copies)}
<script type="application/json" id="bars">${data}</script>`);
}
