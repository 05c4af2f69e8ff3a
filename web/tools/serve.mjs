// A static file server on the loopback interface, for trying out dist/ and for the tests:
//   node web/tools/serve.mjs [FOLDER [PORT]]
import {createReadStream} from 'node:fs';
import {realpath, stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

/** @type {Record<string, string>} */
const contentTypes = {
  '': 'text/plain; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

const portsTried = 20;

/**
 * The file a request asks for, or null: nothing there, or outside the root, be it by `..` or by a symbolic link.
 * @param {string} root an absolute path without symbolic links
 * @param {string} url the request's path and query
 */
async function findFile(root, url) {
  try {
    const wanted = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    let file = await realpath(path.join(root, wanted));
    if ((await stat(file)).isDirectory()) file = await realpath(path.join(file, 'index.html'));
    return file.startsWith(root + path.sep) ? {file, size: (await stat(file)).size} : null;
  } catch {
    return null;
  }
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
  const found = await findFile(root, request.url ?? '/');
  if (!found) {
    response.writeHead(404, {'content-type': contentTypes['.txt']}).end('Not found\n');
    return;
  }
  response.writeHead(200, {
    'cache-control': 'no-cache',
    'content-length': found.size,
    'content-type': contentTypes[path.extname(found.file)] ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
  });
  if (request.method === 'HEAD') {
    response.end();
  } else {
    createReadStream(found.file).on('error', () => response.destroy()).pipe(response);
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
