// What embed.html and the page around its frame tell each other: the frame how tall its content is, and the page, which
// may have started later, that it would like to hear it once more. Neither trusts what comes.

const heightType = 'task-scope-height';
const questionType = 'task-scope-height?';
const version = 1;

/** No dashboard is taller; a page that asks for more means harm. CSS pixels. */
const tallest = 100_000;

export const question = {
  type: questionType,
  version,
};

/** @param {number} height */
export const heightMessage = (height) => ({type: heightType, version, height});

/**
 * @param {unknown} data a message's
 * @param {string} type
 */
const isOfType = (data, type) => typeof data === 'object' && data !== null && Reflect.get(data, 'type') === type &&
    Reflect.get(data, 'version') === version;

/** @param {unknown} data */
export const isQuestion = (data) => isOfType(data, questionType);

/**
 * The height that a message tells, or null where it is no such message.
 * @param {unknown} data
 * @returns {number | null}
 */
export function heightIn(data) {
  if (!isOfType(data, heightType)) return null;
  const height = Reflect.get(/** @type {object} */ (data), 'height');
  return Number.isFinite(height) && height >= 1 && height <= tallest ? height : null;
}
