// The profiles that an element compares its own with: fetched once its own is shown, each by itself, and kept while the
// element is out of the page. One that cannot be shown is named, with the reason, where it would stand.
import {fetchProfile} from './fetch-profile.js';
import {compared} from './widget.js';
import {builtIn, reasonOf, SaidError} from './words.js';

/** @typedef {import('./widget.js').Widget} Widget */

const places = [1, 2];

export class Comparison {
  /** Profiles by their addresses, as they came. @type {Map<string, Uint8Array>} */
  #kept = new Map();
  /** Ends what is under way. */
  #loading = new AbortController();

  /**
   * @param {Widget} widget
   * @param {string} addresses with blanks between them, relative to the page; those beyond the second are left out
   */
  show(widget, addresses) {
    this.stop();
    this.#loading = new AbortController();
    const wanted = addresses.split(/\s+/).filter(Boolean);
    this.#kept.forEach((_, address) => wanted.includes(address) || this.#kept.delete(address));
    for (const place of places) this.#showAt(widget, place, wanted[place - 1]);
  }

  /** The widget hears no more of this. */
  stop() {
    this.#loading.abort();
  }

  /** What is shown next is fetched anew. */
  forget() {
    this.#kept.clear();
  }

  /**
   * @param {Widget} widget
   * @param {number} place
   * @param {string | undefined} address
   */
  async #showAt(widget, place, address) {
    const {signal} = this.#loading;
    widget.setStatus(place, address ? compared.awaited : compared.none);
    if (!address) return;
    try {
      const profile = this.#kept.get(address) ?? await fetchProfile(address, {signal, progress() {}});
      if (signal.aborted) return;
      const {isShown, diagnostics} = widget.load(profile, place);
      const problem = diagnostics.find(({severity}) => severity === 'error');
      if (!isShown) throw new SaidError('cannotCompare', address, problem?.message);
      this.#kept.set(address, profile);
      widget.client.contentChanged();
    } catch (error) {
      if (signal.aborted) return;
      console.error(reasonOf(error, builtIn));
      widget.setStatus(place, compared.failed, reasonOf(error, widget.words));
    }
  }
}
