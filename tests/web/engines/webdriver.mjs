// Drives WebKit's MiniBrowser with plain WebDriver (https://www.w3.org/TR/webdriver2/): requests over HTTP to a
// WebKitWebDriver of its own, which starts the browser. There is one window, in which pages follow one another.
import {existsSync, readdirSync} from 'node:fs';
import {createServer} from 'node:net';
import {setTimeout as pause} from 'node:timers/promises';

import {start, startDisplay} from './processes.mjs';

/** @typedef {import('./browser.mjs').Driver} Driver */
/** @typedef {import('./browser.mjs').PointerStep} PointerStep */

const longestAnswer = 60_000;  // ms; a browser that hangs fails its test instead of holding up all

/** Keys that are no character of their own, as WebDriver calls them. @type {Record<string, string>} */
const specialKeys = {
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  ArrowDown: '\uE015',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
};

/** A port that nobody listens on. @returns {Promise<number>} */
const freePort = () => new Promise((resolve, reject) => {
  const server = createServer().on('error', reject).listen(0, '127.0.0.1', () => {
    const {port} = /** @type {import('node:net').AddressInfo} */ (server.address());
    server.close(() => resolve(port));
  });
});

/** Debian keeps the browser that WebKitGTK brings along in a folder named after the machine. */
function findMiniBrowser() {
  const candidates = readdirSync('/usr/lib').map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`);
  const found = process.env.MINIBROWSER ?? candidates.find((file) => existsSync(file));
  if (!found) throw new Error('there is no MiniBrowser; Debian’s package webkit2gtk-driver brings it');
  return found;
}

/** @param {number} port @param {string} display @param {number} ratio a whole number: GTK knows no others */
const startDriver = (port, display, ratio) =>
    start(process.env.WEBKITWEBDRIVER ?? 'WebKitWebDriver', [`--port=${port}`], {
      env: {
        ...process.env,
        DISPLAY: display,
        GDK_BACKEND: 'x11',
        GDK_SCALE: `${ratio}`,
        LIBGL_ALWAYS_SOFTWARE: '1',
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',  // root cannot have it, and the pages are our own
      },
    });

/** @param {string} url @param {string} method @param {object} [body] */
async function ask(url, method, body) {
  const signal = AbortSignal.timeout(longestAnswer);
  const answer = await fetch(url, {method, signal, body: body && JSON.stringify(body)});
  const {value} = /** @type {{value: any}} */ (await answer.json());
  if (!answer.ok) throw new Error(`${method} ${url}: ${value.error}: ${value.message}`);
  return value;
}

/** @param {string} url */
async function waitUntilReady(url) {
  const end = Date.now() + longestAnswer;
  while (!await ask(`${url}/status`, 'GET').then(({ready}) => ready, () => false)) {
    if (Date.now() > end) throw new Error('WebKitWebDriver does not answer');
    await pause(20);
  }
}

/** Passes on what an expression comes to, or what it throws, at once or later. @param {string} expression */
const asyncScript = (expression) => `const [done] = arguments;
  (async () => (${expression}))().then((value) => done({value}), (error) => done({error: String(error)}));`;

/** @param {PointerStep} step */
function pointerAction([kind, x, y]) {
  if (kind === 'move') return {type: 'pointerMove', x: Math.round(x ?? 0), y: Math.round(y ?? 0), duration: 0};
  return {type: kind === 'down' ? 'pointerDown' : 'pointerUp', button: 0};
}

/** @param {import('./browser.mjs').LaunchOptions} options @returns {Promise<Driver>} */
export async function launchWebKit({ratio = 1}) {
  const [port, display] = await Promise.all([freePort(), startDisplay()]);
  const server = `http://127.0.0.1:${port}`;
  const driver = await startDriver(port, display.name, ratio);
  await waitUntilReady(server);
  const {sessionId} = await ask(`${server}/session`, 'POST', {
    capabilities: {
      alwaysMatch: {
        'webkitgtk:browserOptions': {
          binary: findMiniBrowser(),
          args: ['--automation', '--enable-tabs-to-links=true'],  // Tab passes links by otherwise
        },
      },
    },
  });
  const session = `${server}/session/${sessionId}`;
  const post = (/** @type {string} */ command, body = {}) => ask(`${session}/${command}`, 'POST', body);
  const act = (/** @type {object[]} */...actions) => post('actions', {actions});
  const pointer = (/** @type {'mouse' | 'touch'} */ pointerType, /** @type {PointerStep[]} */ steps) =>
      act({type: 'pointer', id: pointerType, parameters: {pointerType}, actions: steps.map(pointerAction)});

  // Scripts get no time limit from the driver, which would set a timer in the page for it.
  await post('timeouts', {script: null});

  /** @type {Driver['evaluate']} */
  async function evaluate(expression) {
    const {value, error} = await post('execute/async', {script: asyncScript(expression), args: []});
    if (error) throw new Error(error);
    return value;
  }

  /** The window's own parts take their share of its height. @type {Driver['resize']} */
  async function resize(width, height) {
    const {height: outer} = await ask(`${session}/window/rect`, 'GET');
    const inner = await evaluate('innerHeight');
    await post('window/rect', {width, height: height + outer - inner});
  }

  return {
    evaluate,
    resize,
    goto: async (url) => {
      await ask(`${session}/actions`, 'DELETE');  // lets go of what the page before had pressed
      await post('url', {url});
    },
    press: (keys) => {
      const values = keys.map((key) => specialKeys[key] ?? key);
      const down = values.map((value) => ({type: 'keyDown', value}));
      const up = values.reverse().map((value) => ({type: 'keyUp', value}));
      return act({type: 'key', id: 'keyboard', actions: [...down, ...up]});
    },
    move: (steps) => pointer('mouse', steps),
    tap: (x, y) => pointer('touch', [['move', x, y], ['down'], ['up']]),
    wheel: (x, y, deltaY) =>
        act({type: 'wheel', id: 'wheel', actions: [{type: 'scroll', x, y, deltaX: 0, deltaY, duration: 0}]}),
    print: () => Promise.reject(new Error('WebKitWebDriver does not print')),
    screenshot: async () => Buffer.from(await ask(`${session}/screenshot`, 'GET'), 'base64'),
    close: async () => {
      await ask(session, 'DELETE').catch(() => {});
      driver.end();
      display.end();
    },
  };
}
