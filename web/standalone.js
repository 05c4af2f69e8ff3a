// The script of dist/standalone.html, a page that is one file and shows profiles from the reader's disk, with no server
// and no network. `taskscope standalone` puts a profile inside; the page is then about that one.
import './task-scope.js';

import {followTitle} from './title.js';

const element = /** @type {HTMLElement} */ (document.querySelector('task-scope'));
const header = /** @type {HTMLElement} */ (document.querySelector('header'));
const file = /** @type {HTMLInputElement} */ (document.querySelector('#file'));

let address = '';

/**
 * Shows a profile, or what is wrong with it; the one before it then stays.
 * @param {Blob} profile
 */
function show(profile) {
  URL.revokeObjectURL(address);
  address = URL.createObjectURL(profile);
  element.setAttribute('src', address);
}

/** A profile inside the page. @param {string} id */
const inside = (id) => document.getElementById(id)?.textContent ?? '';

/** Files can be dropped anywhere; browsers would leave the page for them. */
function takeDrops() {
  const mark = (/** @type {boolean} */ isDropping) => document.body.classList.toggle('dropping', isDropping);
  document.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    mark(true);
  });
  document.addEventListener('dragleave', ({relatedTarget}) => {
    if (!relatedTarget) mark(false);
  });
  document.addEventListener('drop', (event) => {
    mark(false);
    const dropped = event.dataTransfer?.files[0];
    if (!dropped) return;
    event.preventDefault();
    file.value = '';  // it names another file
    show(dropped);
  });
}

element.toggleAttribute('address', true);
followTitle(element);
takeDrops();
file.addEventListener('change', () => {
  if (file.files?.length) show(file.files[0]);
});
header.querySelector('button')?.addEventListener('click', () => {
  file.value = '';
  show(new Blob([inside('example')]));
});
// What stood there for readers without scripts has had its time.
element.addEventListener('load', () => element.querySelector('.taskscope:not([slot])')?.remove(), {once: true});
if (inside('profile')) {
  show(new Blob([inside('profile')]));
} else {
  header.hidden = false;
}
