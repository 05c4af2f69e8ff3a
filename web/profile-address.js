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

/**
 * The addresses of profiles to compare with, without those that may not be asked, and with blanks between them.
 * @param {string | null} compare the same, relative to this page
 */
export const comparedAddresses = (compare) =>
    (compare ?? '').split(/\s+/).map(profileAddress).filter(Boolean).join(' ');
