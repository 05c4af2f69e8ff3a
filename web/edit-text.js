// A profile's file as text, and places in it. A text area knows but one line end, “\n”, and no byte order mark: what
// the file has is kept beside the text, so that it can be written as it came.
import {mostBytes} from './fetch-profile.js';

/**
 * `text` is what a text area shows, `written` the same as the file has it.
 * @typedef {{text: string, written: string, mark: string, lineEnd: string}} FileText
 */

const byteOrderMark = '\uFEFF';

/** Why a file is not opened; the message is for its author. */
export class FileTextError extends Error {
  name = 'FileTextError';
}

/** @param {number} bytes */
export function refuseIfTooLarge(bytes) {
  if (bytes > mostBytes) throw new FileTextError('it is larger than 4 MiB, the most that a profile may have');
}

/** The line end that a text has most of. @param {string} text */
function usualLineEnd(text) {
  const ends = text.match(/\r\n|\r|\n/g) ?? [];
  const count = (/** @type {string} */ end) => ends.filter((other) => other === end).length;
  return ['\n', '\r\n', '\r'].reduce((best, end) => count(end) > count(best) ? end : best);
}

/**
 * @param {Uint8Array} bytes
 * @returns {FileText}
 */
export function readText(bytes) {
  refuseIfTooLarge(bytes.length);
  const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
  let written;
  try {
    written = decoder.decode(bytes);
  } catch {
    throw new FileTextError('it is no text in the encoding UTF-8');
  }
  return asText(written);
}

/**
 * @param {string} written
 * @returns {FileText}
 */
export function asText(written) {
  const mark = written.startsWith(byteOrderMark) ? byteOrderMark : '';
  const text = written.slice(mark.length).replace(/\r\n?/g, '\n');
  return {text, written, mark, lineEnd: usualLineEnd(written)};
}

/**
 * What the file gets once its text is another. Where its line ends were of several kinds, it then has the usual one.
 * @param {FileText} file
 * @param {string} text
 */
export function writeText({text: before, written, mark, lineEnd}, text) {
  if (text === before) return written;
  return (text.startsWith(mark) ? '' : mark) + text.replaceAll('\n', lineEnd);
}

/** @param {string} text @param {number} line from 1 */
function startOfLine(text, line) {
  let start = 0;
  for (let i = 1; i < line; ++i) start = text.indexOf('\n', start) + 1;
  return start;
}

/**
 * What a diagnostic is about: the word, number or quoted text that stands at its place, or the place alone where the
 * line ends. The decoder counts a line's characters by code points, after a byte order mark; these are UTF-16's units.
 * @param {string} text
 * @param {{line: number, column: number}} place both from 1
 */
export function findPlace(text, {line, column}) {
  const lineStart = startOfLine(text, line);
  const content = text.slice(lineStart).split('\n', 1)[0];
  const skipped = lineStart === 0 && content.startsWith(byteOrderMark) ? column : column - 1;
  const before = [...content].slice(0, skipped).join('');
  const [subject] = /^("(\\.|[^"\\])*"?|[\w.+-]+|.)?/u.exec(content.slice(before.length)) ?? [''];
  const start = lineStart + before.length;
  return {lineStart, start, end: start + subject.length};
}
