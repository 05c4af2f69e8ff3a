// Writes `_headers`, which Netlify and Cloudflare Pages read (https://docs.netlify.com/manage/routing/headers/), and
// reads it for our own server. Hosts differ in what they do where two rules give one header, so here none do.

/** @typedef {import('./release.mjs').Release} Release */

/** Pages of other origins may embed what is here, those too that are isolated from other origins (COEP). */
const everywhere = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

export const forEver = 'public, max-age=31536000, immutable';

/** Five minutes: a page's next one need not ask again, and a new release is soon everywhere. */
const forNow = 'public, max-age=300';

/** @type {Record<string, string>} */
export const contentTypes = {
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

/**
 * @param {string} pattern
 * @param {Record<string, string>} headers
 */
const rule =
    (pattern,
     headers) => [pattern, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n') + '\n';

/**
 * @param {string} file
 * @param {string} caching
 */
const ruleFor = (file, caching) =>
    rule(`/${file}`, {'Cache-Control': caching, 'Content-Type': contentTypes[file.slice(file.lastIndexOf('.'))]});

/**
 * @param {{hashed: string[], stable: string[]}} names
 */
export const headersFile = ({hashed, stable}) => [rule('/*', everywhere),
                                                  ...hashed.map((file) => ruleFor(file, forEver)),
                                                  ...stable.map((file) => ruleFor(file, forNow)),
].join('');

/**
 * The headers that a `_headers` file has for an address.
 * @param {string} text
 * @param {string} pathname
 */
export function headersFor(text, pathname) {
  /** @type {Record<string, string>} */
  const headers = {};
  let applies = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('/')) applies = matches(line, pathname);
    const [, name, value] = /^\s+([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (applies && name) headers[name.toLowerCase()] = value;
  }
  return headers;
}

/**
 * @param {string} pattern a path, or the beginning of one and a star
 * @param {string} pathname
 */
const matches = (pattern, pathname) =>
    pattern.endsWith('*') ? pathname.startsWith(pattern.slice(0, -1)) : pathname === pattern;
