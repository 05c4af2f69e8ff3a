// What the tests' pages are served from: a folder for each page, which holds dist/'s files, files of the page's own,
// and the page. All that a test needs to go wrong on the way goes wrong here, so no engine has to intercept anything.
import {readFileSync, realpathSync} from 'node:fs';
import {createServer} from 'node:http';

import {answer} from '../../../web/tools/serve.mjs';
import {dist} from '../harness.mjs';

const distRoot = realpathSync(dist);

/** @typedef {string | ((request: import('node:http').IncomingMessage, response: Response) => void)} File */
/** @typedef {import('node:http').ServerResponse} Response */

/**
 * `files` are served in front of dist/'s; `before` runs in the page before anything else does, one after the other;
 * `headers` are the page's.
 * @typedef {{
 *   files?: Record<string, File>, before?: (() => void) | (() => void)[], headers?: Record<string, string>
 * }} PageOptions
 */

/** @typedef {{path: string, status: number}} Request */

/** A page's script that writes down what goes wrong on it, so that every engine tells it in the same way. */
function probe() {
  /** @type {string[]} */
  const problems = [];
  Object.assign(window, {problems});
  const {error} = console;
  console.error = (...texts) => {
    problems.push(texts.join(' '));
    error(...texts);
  };
  addEventListener('error', ({message}) => problems.push(message));
  addEventListener('unhandledrejection', ({reason}) => problems.push(String(reason)));
  addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) => {
    const isBrowsersOwn = blockedURI.endsWith('/favicon.ico');
    if (!isBrowsersOwn) problems.push(`${violatedDirective} forbids ${blockedURI}`);
  });
}

/** The first of a page's scripts. */
const firstScript = '<script src="before.js"></script>';

/** The page of most tests: what they put into it, with nothing around. */
const bareHost = (/** @type {string} */ body) => `<!doctype html><html lang="en"><meta charset="utf-8">${firstScript}
<title>Test</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="host.css">
<script type="module" src="task-scope.js"></script><body>${body}`;

/** Scrollbars that fade away would make pictures differ. */
const bareStyle = 'html { scrollbar-width: none } body { margin: 0; font-family: Inter, sans-serif; }';

/** Bodies that stand for pages of dist/. */
export const demo = 'index.html';
export const editor = 'edit.html';
const ownPages = [demo, editor];
const ownHost = (/** @type {string} */ page) =>
    readFileSync(`${dist}/${page}`, 'utf8').replace('<meta charset="utf-8">', `$&${firstScript}`);

/** @type {Record<string, string>} */
const contentTypes = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json'
};

export class Site {
  #server = createServer((request, response) => void this.#answer(request, response));
  /** @type {{files: Record<string, File>, headers: Record<string, string>, requests: Request[]}[]} */
  #pages = [];

  static async open() {
    const site = new Site();
    await new Promise((done) => site.#server.listen(0, '127.0.0.1', () => done(null)));
    return site;
  }

  /** @param {string} body @param {PageOptions} options */
  add(body, {files = {}, before = [], headers = {}}) {
    const page = {
      headers,
      requests: /** @type {Request[]} */ ([]),
      files: /** @type {Record<string, File>} */ ({
        'host.html': ownPages.includes(body) ? ownHost(body) : bareHost(body),
        'host.css': bareStyle,
        'before.js': [probe, ...[before].flat()].map((run) => `(${run})();`).join('\n'),
        ...files,
      }),
    };
    const number = this.#pages.push(page) - 1;
    const {port} = /** @type {import('node:net').AddressInfo} */ (this.#server.address());
    return {...page, url: `http://127.0.0.1:${port}/${number}/host.html`};
  }

  /** @param {import('node:http').IncomingMessage} request @param {Response} response */
  async #answer(request, response) {
    const [, number, path] = /^\/(\d+)\/([^?]*)/.exec(request.url ?? '') ?? [];
    const page = this.#pages[Number(number)];
    if (!page) return void response.writeHead(404).end();
    response.on('finish', () => page.requests.push({path, status: response.statusCode}));
    const file = page.files[path];
    if (typeof file === 'function') return file(request, response);
    if (file === undefined) return answer(distRoot, Object.assign(request, {url: `/${path}`}), response);
    const type = contentTypes[path.split('.').pop() ?? ''];
    response.writeHead(200, {'content-type': `${type}; charset=utf-8`, ...page.headers}).end(file);
  }

  close() {
    return new Promise((done) => {
      this.#server.close(done);
      this.#server.closeAllConnections();
    });
  }
}
