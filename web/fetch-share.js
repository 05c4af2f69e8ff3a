// The script for what readers take away and for links (web/share.js), fetched by whoever needs it first.

/**
 * Has the browser check the script before it runs: `import()` takes no hash, but takes what has been preloaded.
 * @param {string} integrity
 */
function preload(integrity) {
  const link = document.createElement('link');
  if (!link.relList.supports('modulepreload')) return null;
  return new Promise((resolve, reject) => {
    const href = new URL(SHARE_FILE, import.meta.url).href;
    Object.assign(
        link, {rel: 'modulepreload', href, integrity, crossOrigin: 'anonymous', onload: resolve, onerror: reject});
    document.head.append(link);
  });
}

async function load() {
  if (SHARE_INTEGRITY) await preload(SHARE_INTEGRITY);
  return import('./share.js');
}

/** @type {ReturnType<typeof load> | null} */
let share = null;

/** One that did not come is tried again by the next who asks. */
export function fetchShare() {
  share ??= load().catch((error) => {
    share = null;
    throw error;
  });
  return share;
}

/** Whether the page's address holds the state of any dashboard. */
export const isLinked = () => /[#&]task-scope[-.=]/.test(location.hash);
