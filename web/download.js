// Saves a file among the reader's downloads.

/** Nothing tells when a download has been read; in milliseconds. */
const longestRead = 60_000;

/** @param {Blob} content @param {string} name */
export function download(content, name) {
  const href = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), {href, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(href), longestRead);
}
