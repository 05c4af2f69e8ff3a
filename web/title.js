// The title of a page that is there for one dashboard: the profile's own, in its language.

/**
 * What the element shows, or null as long as it shows nothing. Its mirror stands in the page itself while that is
 * translated.
 * @param {HTMLElement} element
 */
const shownDashboard = (element) =>
    element.shadowRoot?.querySelector('.mirror > .dashboard') ?? element.querySelector('.mirror > .dashboard');

/**
 * Lets the document's title and language follow what the element shows.
 * @param {HTMLElement} element
 */
export function followTitle(element) {
  const follow = () => {
    const dashboard = shownDashboard(element);
    const title = dashboard?.querySelector('.title')?.textContent?.trim();
    if (!title || title === document.title) return;
    document.title = title;
    document.documentElement.lang = dashboard?.getAttribute('lang') || 'en';
  };
  customElements.whenDefined('task-scope').then(() => {
    if (element.shadowRoot) new MutationObserver(follow).observe(element.shadowRoot, {childList: true, subtree: true});
  });
}
