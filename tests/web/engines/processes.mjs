// Programs that the tests start, each of which ends with them, however they end.
import {spawn} from 'node:child_process';
import {once} from 'node:events';

/**
 * Starts a program in a group of processes that ends as a whole, with all that it starts itself.
 * @param {string} program
 * @param {string[]} parameters
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export async function start(program, parameters, options = {}) {
  const started = spawn(program, parameters, {stdio: 'ignore', ...options, detached: true});
  const end = () => {
    try {
      process.kill(-(started.pid ?? NaN), 'SIGKILL');
    } catch {  // it has ended by itself
    }
  };
  process.once('exit', end);
  await once(started, 'spawn');  // or throws
  return {stdio: started.stdio, end};
}

process.once('SIGTERM', () => process.exit(1));  // a signal alone would leave them running

/**
 * A display of one's own: windows that share one take the focus from each other.
 * @returns {Promise<{name: string, end: () => void}>}
 */
export async function startDisplay() {
  const parameters = ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'];
  const {stdio, end} = await start('Xvfb', parameters, {stdio: ['ignore', 'ignore', 'ignore', 'pipe']});
  const [number] = await once(/** @type {import('node:stream').Readable} */ (stdio[3]), 'data');
  return {name: `:${String(number).trim()}`, end};
}
