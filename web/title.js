// The title of a page that is there for one dashboard: the profile's own, in its language.

/** @typedef {import('./element.js').TaskScopeElement} TaskScopeElement */

/**
 * Lets the document's title and language follow what the element shows.
 * @param {HTMLElement} element a <task-scope>, whose class may come later
 */
export function followTitle(element) {
  element.addEventListener('load', () => {
    const profile = /** @type {TaskScopeElement} */ (element).profile;
    const {title, locale} = /** @type {{title: string, locale?: string}} */ (profile);
    document.title = title.trim();
    document.documentElement.lang = locale || 'en';
  });
}
