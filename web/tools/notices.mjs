// Collects the licences of everything that ends up inside the module into one text.
import {readFile, writeFile} from 'node:fs/promises';

// Debian describes a package's licences in one file that also covers its tests and tools; these parts are what we link.
const linkedFiles = /^\s*(\*|include\/|system\/lib\/(libc|libcxx|libcxxabi|compiler-rt)\/)/;

/**
 * Reduces a Debian copyright file (https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/) to its header,
 * the paragraphs on linked files and the licences that those name.
 * @param {string} text
 */
function keepLinkedParts(text) {
  const [header, ...paragraphs] = text.split(/\n{2,}/);
  const ofFiles = paragraphs.filter((p) => p.startsWith('Files:') && linkedFiles.test(p.slice('Files:'.length)));
  const licences = ofFiles.flatMap((p) => /^License:\s*(.*)/m.exec(p)?.[1].split(/ and | or /) ?? []);
  const ofLicences = paragraphs.filter((p) => licences.includes(/^License:\s*(.*)/.exec(p)?.[1] ?? ''));
  return [header.split('\nFiles-Excluded')[0], ...ofFiles, ...ofLicences].join('\n\n');
}

/**
 * @param {string} listFile JSON that CMake writes: [{name, licences: [path]}]
 * @param {string} noticesFile
 */
export async function writeNotices(listFile, noticesFile) {
  /** @type {{name: string, licences: string[]}[]} */
  const components = JSON.parse(await readFile(listFile, 'utf8'));
  const sections = ['taskscope.wasm and task-scope.js contain the following third-party software.'];
  for (const {name, licences} of components) {
    if (licences.length === 0) throw new Error(`no licence text was found for ${name}`);
    sections.push(`${'='.repeat(80)}\n${name}\n${'='.repeat(80)}`);
    for (const licence of licences) {
      const text = await readFile(licence, 'utf8');
      sections.push((text.startsWith('Format:') ? keepLinkedParts(text) : text).trim());
    }
  }
  await writeFile(noticesFile, sections.join('\n\n') + '\n');
}
