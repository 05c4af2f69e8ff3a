// Medians of the rounds, as Markdown tables.
import {targets} from './targets.mjs';

/** @param {number[]} figures */
function median(figures) {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Every figure of every round. */
export class Results {
  /** By row, then by contestant. @type {Map<string, Map<string, number[]>>} */
  #rows = new Map();

  /**
   * @param {string} contestant
   * @param {import('./scenarios.mjs').Figures} figures
   */
  add(contestant, figures) {
    for (const [row, figure] of Object.entries(figures)) {
      const columns = this.#rows.get(row) ?? new Map();
      this.#rows.set(row, columns.set(contestant, [...columns.get(contestant) ?? [], figure]));
    }
  }

  get rows() {
    return [...this.#rows.keys()];
  }

  /**
   * @param {string} row
   * @returns {number | undefined}
   */
  median(row, contestant = 'Taskscope') {
    const figures = this.#rows.get(row)?.get(contestant);
    return figures && median(figures);
  }
}

/** Three digits or so. @param {number | undefined} figure */
function format(figure) {
  if (figure === undefined) return '';
  const digits = figure < 10 ? 2 : figure < 100 ? 1 : 0;
  return figure.toLocaleString('en', {maximumFractionDigits: digits});
}

/** @param {string[]} cells */
const line = (cells) => `| ${cells.join(' | ')} |`;

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
const printTable = (head, rows) => console.log([head, head.map(() => '---'), ...rows].map(line).join('\n') + '\n');

/**
 * @param {Results} results
 * @param {string[]} contestants
 */
export function printTables(results, contestants) {
  printTable(
      ['', ...contestants],
      results.rows.map((row) => [row, ...contestants.map((name) => format(results.median(row, name)))]));
  const judged = targets.map((target) => ({...target, value: target.ratio((row, name) => results.median(row, name))}))
                     .filter(({value}) => !Number.isNaN(value));
  printTable(
      ['target', 'at most', 'measured', ''],
      judged.map(({what, most, value, limit}) => [what, most, format(value), value <= limit ? 'met' : '**missed**']));
}
