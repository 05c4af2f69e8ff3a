// The WebAssembly module: one instance a page, given what it asks of the page (src/host/page.h). It comes in two parts:
// the second, which draws what readers open, joins the first one's memory and table when somebody opens something.

/** @typedef {import('./glyphs.js').Glyphs} Glyphs */
/** @typedef {import('./renderer.js').Renderer} Renderer */
/** @typedef {import('./module_exports.js').TaskscopeModule} TaskscopeModule */

/**
 * The page's functions, which tell memory by addresses.
 * @param {Glyphs} glyphs
 * @param {Renderer | null} renderer null where nothing can be drawn, only measured
 * @param {() => WebAssembly.Memory} memory
 */
function pageFunctions(glyphs, renderer, memory) {
  // Memory that grows gets another buffer, so views last for a call only.
  const bytes = (/** @type {number} */ address, /** @type {number} */ length) =>
      new Uint8Array(memory().buffer, address, length);
  const write = (/** @type {number} */ address, /** @type {number[]} */ values) =>
      new Float32Array(memory().buffer, address, values.length).set(values);
  return {
    /** @type {(family: number, weight: number, px: number, out: number) => void} */
    fontMetrics: (family, weight, px, out) => write(out, glyphs.fontMetrics(family, weight, px)),
    /** @type {(family: number, weight: number, px: number, text: number, length: number, out: number) => void} */
    measure: (family, weight, px, text, length, out) =>
        write(out, glyphs.measure(family, weight, px, bytes(text, length))),
    /** @type {(width: number, height: number, whiteX: number, whiteY: number) => void} */
    resetAtlas: (width, height, whiteX, whiteY) => {
      glyphs.resetAtlas(width, height, whiteX, whiteY);
      renderer?.resetAtlas(width, height);
    },
    /**
     * @type {(family: number, weight: number, lightInk: number, px: number, text: number, length: number, coloured:
     *     number, penX: number, penY: number, x: number, y: number, width: number, height: number) => void}
     */
    paint: (family, weight, lightInk, px, text, length, coloured, ...place) =>
        glyphs.paint(family, weight, lightInk !== 0, px, bytes(text, length), coloured !== 0, ...place),
    uploadAtlas: () => renderer?.uploadAtlas(glyphs.atlas, glyphs.takeChange()),
    /** @type {(width: number, height: number, fit: number, background: number) => void} */
    beginPicture: (width, height, fit, background) => renderer?.beginPicture(width, height, fit, background),
    /** @type {(vertices: number, vertexBytes: number, indices: number, indexBytes: number) => void} */
    setGeometry: (vertices, vertexBytes, indices, indexBytes) =>
        renderer?.setGeometry(bytes(vertices, vertexBytes), bytes(indices, indexBytes)),
    /**
     * @type {(left: number, bottom: number, width: number, height: number, firstVertex: number, firstIndex: number,
     *     count: number) => void}
     */
    drawTriangles: (...command) => renderer?.drawTriangles(...command),
    /** @type {(...command: import('./discs.js').Command) => void} */
    drawDiscs: (...command) => renderer?.discs?.draw(memory().buffer, ...command),
  };
}

/** What a call of one of the second part's functions comes to before that part is there. */
export class MissingPart extends Error {}

/** What stands in the table for those functions until then. */
const missing = new Proxy({}, {
  get: () => () => {
    throw new MissingPart('A part of the module is missing.');
  },
});

/**
 * @param {WebAssembly.Module} compiled
 * @param {Glyphs} glyphs
 * @param {Renderer | null} renderer
 * @returns {Promise<TaskscopeModule>}
 */
export async function instantiate(compiled, glyphs, renderer) {
  const {exports} = await WebAssembly.instantiate(compiled, {
    page: pageFunctions(glyphs, renderer, () => module.memory),
    placeholder: missing,
    'placeholder.deferred': missing,  // as newer versions of Binaryen call it
    env: {emscripten_notify_memory_growth() {}},
    wasi_snapshot_preview1: {
      proc_exit() {
        throw new Error('The module has stopped.');
      }
    },
  });
  const module = /** @type {TaskscopeModule} */ (/** @type {unknown} */ (exports));
  module._initialize();
  return module;
}

/**
 * @param {WebAssembly.Module} compiled the second part
 * @param {TaskscopeModule} module the first
 */
export const join = (compiled, module) => WebAssembly.instantiate(
    compiled, {primary: /** @type {WebAssembly.ModuleImports} */ (/** @type {unknown} */ (module))});
