// What is wrong with the text, as a list of buttons that lead there, and in one sentence.

/** @typedef {import('./widget.js').Diagnostic} Diagnostic */

const words = {
  error: 'Error',
  warning: 'Warning'
};

/**
 * @param {string} className
 * @param {string} text
 */
function span(className, text) {
  const made = document.createElement('span');
  made.className = className;
  made.textContent = text;
  return made;
}

/**
 * @param {Diagnostic} diagnostic
 * @param {(diagnostic: Diagnostic) => void} show
 */
function itemFor(diagnostic, show) {
  const {severity, line, column, message} = diagnostic;
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.append(
      span('place', `${line}:${column}`), ' ', span(severity, words[severity]), ' ', span('message', message));
  button.addEventListener('click', () => show(diagnostic));
  item.append(button);
  return item;
}

/**
 * @param {Element} list
 * @param {Diagnostic[]} diagnostics
 * @param {(diagnostic: Diagnostic) => void} show leads to a diagnostic's place
 */
export function listProblems(list, diagnostics, show) {
  list.replaceChildren(...diagnostics.map((diagnostic) => itemFor(diagnostic, show)));
}

/** @param {number} count @param {string} noun */
const counted = (count, noun) => count ? [`${count} ${noun}${count > 1 ? 's' : ''}`] : [];

/** How many errors and warnings there are. @param {Diagnostic[]} diagnostics */
export function tallyOf(diagnostics) {
  const told = diagnostics.filter(({code}) => code !== 'too_many_diagnostics');
  const count = (/** @type {string} */ wanted) => told.filter(({severity}) => severity === wanted).length;
  const counts = [...counted(count('error'), 'error'), ...counted(count('warning'), 'warning')];
  if (!counts.length) return 'No errors, no warnings.';
  return `${told.length < diagnostics.length ? 'More than ' : ''}${counts.join(', ')}.`;
}
