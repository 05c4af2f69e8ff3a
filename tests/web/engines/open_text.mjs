// The text in the open: in normal flow, without a canvas.
import assert from 'node:assert/strict';

import {buttonOf, clickOn, profile, waitForOpenTasks} from './widget.mjs';

/** What the widget shows as a reader sees it. @param {import('./page.mjs').Page} page */
const visibleText = (page) => page.evaluate(() => {
  const mirror = document.querySelector('task-scope')?.shadowRoot?.querySelector('.mirror');
  return mirror instanceof HTMLElement ? mirror.innerText.replace(/\s+/g, ' ') : '';
});

/** The sizes that texts have in cards, unless these say otherwise. @param {import('./page.mjs').Page} page */
const cardSizes = (page) => page.evaluate(() => {
  const cards = document.querySelector('task-scope')?.shadowRoot?.querySelectorAll('.card') ?? [];
  return [...new Set([...cards].map((card) => getComputedStyle(card).fontSize))];
});

/** @param {import('./page.mjs').Page} page @param {string} picture the name of the picture that is kept */
export async function assertInTheOpen(page, picture) {
  const [canvasHeight, mirrorPosition] = await page.evaluate(() => {
    const root = document.querySelector('task-scope')?.shadowRoot;
    const mirror = root?.querySelector('.mirror');
    return [root?.querySelector('canvas')?.offsetHeight, mirror && getComputedStyle(mirror).position];
  });
  assert.equal(canvasHeight, 0);
  assert.equal(mirrorPosition, 'static');
  const shown = await visibleText(page);
  const {title, summary, tasks, strategies} = profile;
  for (const text of [title, summary, strategies[0].text, ...tasks.map((/** @type {{name: string}} */ t) => t.name)]) {
    assert.ok(shown.includes(text), text);
  }
  assert.ok(!shown.includes(tasks[0].reason));
  assert.equal((await cardSizes(page)).length, 1);
  await clickOn(page, buttonOf(tasks[0]));
  await waitForOpenTasks(page, 1);
  assert.ok((await visibleText(page)).includes(tasks[0].reason));
  await page.keepPicture(picture);
  assert.deepEqual(await page.problems(), []);
}
