// A static file server on the loopback interface, for trying out dist/ and for the tests, which answers as a real host
// does: with the folder's `_headers`, and with compressed copies where there are some.
//   node web/tools/serve.mjs [FOLDER [PORT]]
import {createReadStream} from 'node:fs';
import {readFile, realpath, stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

import {contentTypes, forEver, headersFor} from './headers.mjs';

const portsTried = 20;

/** Best first. */
const encodings = [
  {name: 'br', ending: '.br'},
  {name: 'gzip', ending: '.gz'},
];

/**
 * A file below the root, or null: nothing there, or outside, be it by `..` or by a symbolic link.
 * @param {string} root an absolute path without symbolic links
 * @param {string} wanted
 */
async function findFile(root, wanted) {
  try {
    let file = await realpath(path.join(root, wanted));
    if ((await stat(file)).isDirectory()) file = await realpath(path.join(file, 'index.html'));
    return file.startsWith(root + path.sep) ? {file, size: (await stat(file)).size} : null;
  } catch {
    return null;
  }
}

/**
 * @param {string | string[] | undefined} header `Accept-Encoding`
 * @param {string} name
 */
function accepts(header, name) {
  const choices = String(header ?? '').split(',').map((choice) => choice.trim().split(/\s*;\s*q=/));
  return choices.some(([choice, weight = '1']) => choice === name && Number(weight) > 0);
}

/**
 * The copies of a file that there are, compressed ones first.
 * @param {string} root
 * @param {string} file
 */
async function findCopies(root, file) {
  const copies = encodings.map(async ({name, ending}) => {
    const found = await findFile(root, path.relative(root, file) + ending);
    return found && {...found, encoding: name};
  });
  return (await Promise.all(copies)).filter((copy) => copy !== null);
}

/** @param {string} url a request's path and query */
function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return '/\0';  // no file has this name
  }
}

/**
 * What `_headers` says; but whoever tries out a build wants to see it at once, so what is not kept for ever is asked
 * for anew each time.
 * @param {string} root
 * @param {string} pathname
 */
async function headersOf(root, pathname) {
  const rules = await readFile(path.join(root, '_headers'), 'utf8').catch(() => '');
  const headers = headersFor(rules, pathname);
  return {...headers, 'cache-control': headers['cache-control'] === forEver ? forEver : 'no-cache'};
}

/**
 * Answers with a file from the folder.
 * @param {string} root an absolute path without symbolic links
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export async function answer(root, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, {'allow': 'GET, HEAD'}).end();
    return;
  }
  const pathname = pathOf(request.url ?? '/');
  const found = await findFile(root, pathname);
  if (!found) {
    response.writeHead(404, {'content-type': contentTypes['.txt']}).end('Not found\n');
    return;
  }
  const copies = await findCopies(root, found.file);
  const copy = copies.find(({encoding}) => accepts(request.headers['accept-encoding'], encoding));
  const {file, size} = copy ?? found;
  response.writeHead(200, {
    'content-type': contentTypes[path.extname(found.file)] ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    ...await headersOf(root, pathname),
    'content-length': size,
    ...copies.length && {'vary': 'accept-encoding'},
    ...copy && {'content-encoding': copy.encoding},
  });
  if (request.method === 'HEAD') {
    response.end();
  } else {
    createReadStream(file).on('error', () => response.destroy()).pipe(response);
  }
}

/**
 * Listens on the port, or on the next free one.
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {number} lastPort
 * @returns {Promise<number>} the port taken
 */
function listen(server, port, lastPort) {
  return new Promise((resolve, reject) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' && port < lastPort) {
        resolve(listen(server, port + 1, lastPort));
      } else {
        reject(error);
      }
    });
    server.listen(port, '127.0.0.1', () => {
      server.removeAllListeners('error');
      resolve(/** @type {import('node:net').AddressInfo} */ (server.address()).port);
    });
  });
}

/**
 * Serves a folder. Port 0 takes any free port.
 * @param {{root: string, port?: number}} options
 * @returns {Promise<{url: string, close: () => Promise<void>}>} url ends in a slash
 */
export async function serve({root, port = 0}) {
  const realRoot = await realpath(root);
  const server = createServer((request, response) => void answer(realRoot, request, response));
  const taken = await listen(server, port, Math.min(port + portsTried, 65535));
  return {
    url: `http://127.0.0.1:${taken}/`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

async function main() {
  const [root = 'dist', port = '8080'] = process.argv.slice(2);
  if (!/^\d+$/.test(port) || Number(port) > 65535) throw new Error(`not a port: ${port}`);
  const {url} = await serve({root, port: Number(port)});
  console.log(`Serving ${root} at ${url} (Ctrl+C ends it)`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error) => {
    console.error(`serve.mjs: ${error.message}`);
    process.exitCode = 1;
  });
}
