// Whether the browser shows the page in another language. Chromium's and Edge's translators mark the document's element
// and look at the light DOM only; the mirror itself sees those that look into shadow roots.

const isTranslated = () => /\btranslated-(ltr|rtl)\b/.test(document.documentElement.className);

/**
 * Calls `changed` when a translation begins or ends, and at once if there is one. Returns a function that stops it.
 * @param {(isTranslated: boolean) => void} changed
 */
export function watchTranslation(changed) {
  let last = false;
  const check = () => {
    if (isTranslated() !== last) changed(last = !last);
  };
  const observer = new MutationObserver(check);
  observer.observe(document.documentElement, {attributeFilter: ['class']});
  check();
  return () => observer.disconnect();
}
