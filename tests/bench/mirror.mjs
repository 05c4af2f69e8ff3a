// What the mirror costs, as shares of the script time of one run: when a task opens, and while ten thousand tasks load.
//   DIST=FOLDER node tests/bench/mirror.mjs
// FOLDER holds a bundle whose names a profiler can read (web/tools/bundle.mjs --readable).
import {firstProfile, launch, nextFrames, openPage, serveDist, settle, waitForStatus} from '../web/harness.mjs';

/**
 * A node of Chromium's call tree.
 * @typedef {{id: number, callFrame: {functionName: string, url: string}, children?: number[]}} CallNode
 * @typedef {{nodes: CallNode[], samples: number[], timeDeltas: number[]}} Profile
 */

/** Reads the module's record and brings the elements up to date; web/stage.js calls both. */
const mirrorFunctions = new Set(['update', 'elements']);

/**
 * Milliseconds in our own code, and those of them within the mirror's functions.
 * @param {Profile} profile
 */
function timesOf({nodes, samples, timeDeltas}) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const self = new Map();
  samples.forEach((id, i) => self.set(id, (self.get(id) ?? 0) + timeDeltas[i] / 1000));
  const total = {script: 0, mirror: 0};
  const visit = (/** @type {CallNode} */ node, isOurs = false, isMirror = false) => {
    const {functionName, url} = node.callFrame;
    isOurs ||= url.startsWith('http') || url.startsWith('wasm');
    isMirror ||= isOurs && mirrorFunctions.has(functionName);
    const time = self.get(node.id) ?? 0;
    if (isOurs) total.script += time;
    if (isMirror) total.mirror += time;
    for (const child of node.children ?? []) visit(/** @type {CallNode} */ (byId.get(child)), isOurs, isMirror);
  };
  visit(nodes[0]);
  return total;
}

/**
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<void>} work
 */
async function profile(page, work) {
  const client = await page.context().newCDPSession(page);
  await client.send('Profiler.enable');
  await client.send('Profiler.setSamplingInterval', {interval: 100});
  await client.send('Profiler.start');
  await work();
  const {profile: taken} = await client.send('Profiler.stop');
  return timesOf(/** @type {Profile} */ (taken));
}

/** @param {string} what @param {{script: number, mirror: number}} times */
function report(what, {script, mirror}) {
  const share = script ? (100 * mirror / script).toFixed(1) : '0';
  console.log(`${what}: the mirror takes ${share} % of ${script.toFixed(1)} ms of script (${mirror.toFixed(1)} ms)`);
}

const [browser, server] = await Promise.all([launch(), serveDist()]);

const first = await openPage(browser, server.url, `<task-scope src="${firstProfile}"></task-scope>`);
await waitForStatus(first.page, 'ready');
const rounds = 10;
const opening = await profile(first.page, async () => {
  for (let i = 0; i < rounds; ++i) {
    await first.page.locator('button[aria-expanded]').nth(i % 8).click();
    await first.page.waitForTimeout(400);
  }
});
report(`A task opens or closes, ${rounds} times`, opening);
await settle(first.page);
report('Two idle seconds', await profile(first.page, () => first.page.waitForTimeout(2000)));

const tasks = Array.from({length: 10000}, (_, i) => ({
                                            name: `Task number ${i} of a long list`,
                                            importance: 'core',
                                            automation: i % 100,
                                            reason: `Why task ${i} is what it is.`,
                                          }));
const files = {
  'many.json': JSON.stringify({version: 1, title: 'Many', tasks})
};
const many = await openPage(browser, server.url, '', {files});
report('Ten thousand tasks, until they are drawn', await profile(many.page, async () => {
         await many.page.evaluate(() => {
           const element = document.createElement('task-scope');
           element.src = 'many.json';
           document.body.append(element);
         });
         await waitForStatus(many.page, 'ready');
       }));
report('Ten thousand tasks, scrolled through twenty windows', await profile(many.page, async () => {
         for (let i = 1; i <= 20; ++i) {
           await many.page.evaluate((y) => scrollTo(0, y), i * 900);
           await nextFrames(many.page);
         }
       }));
await browser.close();
await server.close();
