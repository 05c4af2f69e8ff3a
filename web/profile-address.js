// The address of a profile that a page's query names.

/**
 * The profile's address, or null where there is none that may be asked: pages are not to reach files or scripts here.
 * @param {string | null} src relative to this page
 */
export function profileAddress(src) {
  if (!src || !URL.canParse(src, location.href)) return null;
  const {protocol, username, password, href} = new URL(src, location.href);
  return /^https?:$/.test(protocol) && !username && !password ? href : null;
}
