// A server as good hosts are set up: everything compressed beforehand with brotli 11, and kept by the browser for a
// year. It serves from memory, so that no disk is measured.
import {createServer} from 'node:http';
import path from 'node:path';
import {promisify} from 'node:util';
import {brotliCompress, constants} from 'node:zlib';

/** @type {Record<string, string>} */
const contentTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** Compressing well what is longer would take a minute; no download is measured with it. */
const longest = 1e6;

/** @param {string | Uint8Array} content */
const compress = (content) => promisify(brotliCompress)(content, {
  params: {[constants.BROTLI_PARAM_QUALITY]: content.length > longest ? 5 : 11},
});

/**
 * @param {Map<string, string | Uint8Array>} files by their paths, which begin with a slash
 * @returns {Promise<{url: string, bytes: (path: string) => number, close: () => void}>} `bytes` is what a file's
 *     content takes on the wire
 */
export async function serveBrotli(files) {
  const compressed = [...files].map(async ([name, content]) => /** @type {const} */ ([name, await compress(content)]));
  const answers = new Map(await Promise.all(compressed));
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname;
    const body = answers.get(name);
    if (!body) {
      response.writeHead(404).end();
      return;
    }
    response
        .writeHead(200, {
          'cache-control': 'public, max-age=31536000, immutable',
          'content-encoding': 'br',
          'content-length': body.length,
          'content-type': contentTypes[path.extname(name)],
        })
        .end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const {port} = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    bytes: (name) => answers.get(name)?.length ?? 0,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
