// Sees calls to the module that are about a widget which the module has given up: memory that is free, or another's.

/**
 * Notes each such call among the page's problems. It runs in the page, before anything else does.
 */
export function guardModule() {
  const instantiate = WebAssembly.instantiate;
  const takesNoWidget = ['taskscope_create', 'taskscope_buffer'];
  /** @type {Set<number>} */
  const gone = new Set();
  /** @type {(name: string, call: Function) => Function} */
  const guarded = (name, call) => (/** @type {number[]} */...values) => {
    if (!takesNoWidget.includes(name) && gone.has(values[0])) console.error(`${name} is about a widget that is gone`);
    const result = call(...values);
    if (name === 'taskscope_destroy') gone.add(values[0]);
    if (name === 'taskscope_create') gone.delete(result);
    return result;
  };
  Object.assign(WebAssembly, {
    instantiate: async (/** @type {[WebAssembly.Module, WebAssembly.Imports]} */...values) => {
      const {exports} = await instantiate(...values);
      const entries = Object.entries(exports).map(
          ([
            name, value
          ]) => [name, typeof value === 'function' && name.startsWith('taskscope_') ? guarded(name, value) : value]);
      return {exports: Object.fromEntries(entries)};
    },
  });
}
