// dist/task-scope-frame.js, for pages that show embed.html in a frame: each such frame becomes as tall as its content.
// It does nothing else, and listens to the frames' own messages only. Without it, frames scroll inside.
import {heightIn, question} from './frame-message.js';

/** Looked for anew each time, so frames may come and go. @returns {HTMLIFrameElement[]} */
const frames = () => [...document.querySelectorAll('iframe')].filter(isOurs);

/** @param {HTMLIFrameElement} frame */
const isOurs = ({src}) => URL.canParse(src) && new URL(src).pathname.endsWith('/embed.html');

/**
 * The origin that the frame's messages have to come from; sandboxed content has none.
 * @param {HTMLIFrameElement} frame
 */
function originOf({src, sandbox}) {
  const isOpaque = sandbox.length > 0 && !sandbox.contains('allow-same-origin');
  return isOpaque ? 'null' : new URL(src).origin;
}

/**
 * @param {HTMLIFrameElement} frame
 * @param {number} height of its content
 */
function setHeight(frame, height) {
  const {boxSizing, borderTopWidth, borderBottomWidth, paddingTop, paddingBottom} = getComputedStyle(frame);
  const around = [borderTopWidth, borderBottomWidth, paddingTop, paddingBottom].map(parseFloat);
  const more = boxSizing === 'border-box' ? around.reduce((sum, length) => sum + length) : 0;
  frame.style.height = `${height + more}px`;
}

addEventListener('message', ({data, source, origin}) => {
  const height = heightIn(data);
  if (height === null || !source) return;
  const frame = frames().find(({contentWindow}) => contentWindow === source);
  if (frame && origin === originOf(frame)) setHeight(frame, height);
});

// Those that were ready first have told their heights to nobody. There is nothing in the question to keep from others.
for (const {contentWindow} of frames()) contentWindow?.postMessage(question, '*');
