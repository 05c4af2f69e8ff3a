// <task-scope src="profile.json">: fetches a profile and shows it as an interactive dashboard.
//
// Its life is a small state machine: `idle` until it has something to load and is near the window, `loading`, then
// `ready` or `error`. What has been shown stays when a later load fails. Every step after an await checks that it is
// still wanted.
import {ElementWithAttributes, takeEarlyProperties} from './attributes.js';
import {Comparison} from './comparison.js';
import {expectPlay, theEngine} from './engine.js';
import {FetchError, fetchProfile} from './fetch-profile.js';
import {fetchShare, isLinked} from './fetch-share.js';
import {expectWords, languageAround, learn} from './languages.js';
import {LookReader} from './look.js';
import {Notice} from './notice.js';
import {fileOf} from './picture.js';
import {Readiness} from './readiness.js';
import {Stage} from './stage.js';
import {styleSheet} from './style.js';
import {builtIn, fill, ownSentences, reasonOf, SaidError, say} from './words.js';

/** @typedef {import('./widget.js').Diagnostic} Diagnostic */
/** @typedef {import('./widget.js').Widget} Widget */
/** @typedef {typeof import('./share.js')} Share */
/** @typedef {'idle' | 'loading' | 'ready' | 'error'} Status */

const skeletonCards = 5;

/** A lazy element loads once it is this near to the window, which is what browsers do with images. */
const lazyDistance = '1250px 0px';

/** For so long the dashboard waits for words of another language, in milliseconds; then it begins with English ones. */
const mostWaitForWords = 3000;

/** @param {number} time in milliseconds */
const delay = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** What `state` is where the reader has changed nothing. */
const untouched = '{"version":1}';

/** Why a profile is not shown: what the `error` event tells, and what `ready` is rejected with. */
export class TaskScopeError extends Error {
  name = 'TaskScopeError';

  /**
   * @param {'profile' | 'fetch' | 'engine' | 'stopped'} reason the last of which `ready` alone is rejected with
   * @param {string} message for the page's reader
   * @param {Diagnostic[]} diagnostics what is wrong with the profile
   */
  constructor(reason, message, diagnostics = []) {
    super(message);
    this.reason = reason;
    this.diagnostics = diagnostics;
  }
}

/**
 * Says how loading goes to the page's style, as `:state(ready)`.
 * @param {ElementInternals} internals
 * @param {Status} status
 */
function setState(internals, status) {
  try {
    internals.states?.clear();
    internals.states?.add(status);
  } catch {  // some earlier browsers want names with two hyphens
  }
}

export class TaskScopeElement extends ElementWithAttributes {
  #root = document.createElement('div');
  #slot = document.createElement('slot');
  #skeleton = document.createElement('div');
  #notice = new Notice();
  #look = new LookReader(this);
  /** What screen readers are told when they get to it: how loading goes, and what changes out of sight. */
  #announcement = document.createElement('div');
  #stage = new Stage(this, {
    announce: (sentence) => this.#announce(sentence),
    changed:
        () => {
          this.#root.dispatchEvent(new Event('statechange'));
          this.#emit('change', {state: this.state});
          if (this.address) this.#withShare((share) => share.follow(this.#lent));
        },
    requested: (request) => this.#withShare((share) => share.obey(request, this.#lent)),
  });
  /** What the script for links and for what is taken away needs. @type {import('./share.js').Dashboard} */
  #lent = {
    element: this,
    widget: () => this.#widget,
    bytes: () => /** @type {BlobPart | null} */ (this.#shown),
    root: this.#root,
    stage: this.#stage,
    enlarge:
        (factor) => {
          this.#enlargement = factor;
          this.#updateLook();
        },
    announce: (sentence) => this.#announce(sentence),
    tell:
        (sentence) => {
          this.#widget?.setNotice(sentence);
          this.#stage.contentChanged();
          this.#announce(sentence);
        },
    fetchProfile,
    showFailure: (error, act) => this.#showFailure('noProfile', error, act),
    lasts: () => this.#life.signal,
    say:
        (place, ...values) => {
          const pattern = this.#widget?.words.sentences[ownSentences + place];
          return pattern === undefined ? say(this.#words, 'noPart') : fill(pattern, ...values);
        },
  };
  /** What is said by the element itself. */
  #words = builtIn;
  #internals = this.attachInternals();
  /** @type {Status} */
  #status = 'idle';
  /** @type {Readiness<TaskScopeElement>} */
  #readiness = new Readiness();
  /** @type {object | null} */
  #data = null;
  /** `data` as it was when it was set. @type {Uint8Array | null} */
  #dataBytes = null;
  /**
   * The profile that was shown last, as it came; kept while the element is out of the page. @type {Uint8Array | null}
   */
  #shown = null;
  /** Whether the page has asked for another profile since. */
  #isStale = false;
  /** The same as an object, once somebody has asked for it. @type {object | null} */
  #profile = null;
  #comparison = new Comparison();
  /** What the reader has changed, as JSON, while no widget knows it. */
  #state = untouched;
  /** @type {Widget | null} */
  #widget = null;
  /** Whether the address has become another: an element that is only moved may find another's link at its new place. */
  #isLinkNew = false;
  /** The address's fragment when the element left the page. */
  #lastHash = '';
  /** Between connectedCallback and disconnectedCallback. */
  #isActive = false;
  /** Whether the element has been near the window since it came into the page. */
  #wasNear = false;
  /** Set while methods set attributes, which then do not load by themselves. */
  #isQuiet = false;
  /** By how much texts are larger than the page wants them, while sections are presented. */
  #enlargement = 1;
  /** Ends with the widget. */
  #life = new AbortController();
  /** Ends what is under way. */
  #loading = new AbortController();
  /** Removes the listeners when the element leaves the page. */
  #connection = new AbortController();
  #nearness = new IntersectionObserver((entries) => {
    if (entries.some(({isIntersecting}) => isIntersecting)) this.#request({eager: true});
  }, {rootMargin: lazyDistance});

  constructor() {
    super();
    const shadow = this.attachShadow({mode: 'open'});
    shadow.adoptedStyleSheets = [styleSheet()];
    this.#root.className = 'root';
    this.#root.part.add('root');
    this.#skeleton.className = 'skeleton';
    this.#skeleton.part.add('skeleton');
    this.#skeleton.setAttribute('aria-hidden', 'true');
    for (let i = 0; i < skeletonCards; ++i) this.#skeleton.append(document.createElement('div'));
    this.#announcement.className = 'announcement';
    this.#announcement.setAttribute('role', 'status');
    this.#stage.element.hidden = true;
    this.#root.append(this.#announcement, this.#notice.element, this.#skeleton, this.#stage.element);
    // A notice stands below what the page gave, which may be all that the reader came for.
    shadow.append(this.#look.element, this.#slot, this.#root);
  }

  /** How far loading is. */
  get status() {
    return this.#status;
  }

  /** Resolves to the element once a profile is shown, and is rejected with a TaskScopeError where it cannot be. */
  get ready() {
    return this.#readiness.promise;
  }

  /** A profile as an object, in place of one at `src`; null where there is none. */
  get data() {
    return this.#data;
  }

  set data(profile) {
    this.#setData(profile);
    this.#request();
  }

  /** The profile, or catalogue, that is shown, as plain data that cannot be changed; null while there is none. */
  get profile() {
    if (this.#shown && !this.#profile) {
      this.#profile = JSON.parse(new TextDecoder().decode(this.#shown), (_name, value) => Object.freeze(value));
    }
    return this.#profile;
  }

  /** What the reader has changed, as plain data that can be kept as JSON; set it to bring that back. */
  get state() {
    return JSON.parse(this.#stage.isAttached && this.#widget ? this.#widget.state() : this.#state);
  }

  set state(state) {
    this.#state = state ? JSON.stringify(state) : untouched;
    this.#restoreState();
  }

  connectedCallback() {
    takeEarlyProperties(
        this, ['src', 'view', 'compare', 'theme', 'loading', 'textSize', 'headingLevel', 'address', 'data', 'state']);
    this.#isActive = true;
    this.#isLinkNew = location.hash !== this.#lastHash;
    this.#wasNear = false;
    this.#watch();
    this.#request();  // first, as what follows takes a while
    this.#updateLook();
  }

  disconnectedCallback() {
    this.#isActive = false;
    this.#lastHash = location.hash;
    this.#connection.abort();
    this.#stopLoading();
    this.#dropWidget();
    this.#setStatus('idle');
    queueMicrotask(() => this.#isActive || this.#giveUp());  // it may only be moved
  }

  /** Moved within the page by moveBefore(): what there is stays as it is, but not what is around it. */
  connectedMoveCallback() {
    this.#watch();
    this.#speak();
    this.#updateLook();
  }

  /** Follows what the dashboard depends on around it. */
  #watch() {
    this.#connection.abort();
    this.#connection = new AbortController();
    this.#look.watch(
        {
          changed: () => this.#updateLook(),
          resized: () => {
            this.#widget?.forgetFonts();
            this.#updateLook();
          },
        },
        this.#connection.signal);
    const languages = new MutationObserver(() => this.#speak());
    for (const root of new Set([document, this.getRootNode()])) {
      languages.observe(root, {subtree: true, attributeFilter: ['lang']});
    }
    this.#connection.signal.addEventListener('abort', () => languages.disconnect());
    addEventListener('hashchange', () => this.#restoreLinked(), {signal: this.#connection.signal});
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (before === now || (name === 'src' && this.#data)) return;  // data stands in its place
    if (name === 'src' || name === 'view') this.#isStale = true;
    if (!this.#isActive || this.#isQuiet) return;  // connecting reads all attributes
    if (name === 'src' || name === 'view' || (name === 'loading' && !this.#stage.isAttached)) {
      this.#request();
    } else if (name === 'compare') {
      this.#compare();
    } else {
      this.#updateLook();
    }
  }

  /**
   * Shows another profile, at once: also where the element is lazy and far away.
   * @param {string | URL | object} profile an address, or the profile as an object
   * @returns {Promise<TaskScopeElement>} as `ready`
   */
  load(profile) {
    const isAddress = typeof profile === 'string' || profile instanceof URL;
    this.#setData(isAddress ? null : profile);
    this.#isQuiet = true;
    if (isAddress) this.setAttribute('src', String(profile));
    this.#isQuiet = false;
    return this.reload();
  }

  /**
   * Loads the profile at `src` anew. An element outside a page does so when it gets into one.
   * @returns {Promise<TaskScopeElement>} as `ready`
   */
  reload() {
    this.#isStale = true;
    this.#comparison.forget();
    this.#request({eager: true});
    return this.ready;
  }

  /**
   * The whole dashboard as a picture.
   * @param {{type?: string, scale?: number, quality?: number}} [options] a media type such as image/png, pixels a CSS
   *     pixel, and for types with loss how much of it, as for canvases
   * @returns {Promise<Blob>} rejected where nothing is shown, or the picture would be larger than browsers can make one
   */
  async snapshot({type = 'image/png', scale = devicePixelRatio, quality} = {}) {
    const widget = this.#widget;
    if (!widget || !this.#stage.isAttached) throw new DOMException('There is no dashboard yet.', 'InvalidStateError');
    const usual = this.#readLook(widget);
    const picture = this.#stage.drawPicture({look: {...usual, devicePixelRatio: scale}, usual});
    return fileOf(picture, {type, quality});
  }

  /** Gives back all that the element holds, the reader's changes too. `load` and `reload` begin anew. */
  dispose() {
    this.#stopLoading();
    this.#dropWidget();
    this.#comparison.forget();
    this.#shown = this.#profile = null;
    this.#state = untouched;
    this.#notice.hide();
    this.#setStatus('idle');
    this.#giveUp();
  }

  /** What was to be shown is not going to be. */
  #giveUp() {
    this.#readiness.giveUp(new TaskScopeError('stopped', 'The dashboard was taken away before it was ready.'));
  }

  /** @param {object | null} profile */
  #setData(profile) {
    if (profile && typeof profile !== 'object') throw new TypeError('A profile is an object.');
    this.#dataBytes = profile ? new TextEncoder().encode(JSON.stringify(profile)) : null;
    this.#data = profile ?? null;
    this.#isStale = true;
  }

  /** Loads what is asked for; a lazy element, once it is near. @param {{eager?: boolean}} [options] */
  #request({eager = false} = {}) {
    this.#stopLoading();
    const isWanted = this.#data || this.getAttribute('src');
    if (isWanted) this.#readiness.renew();
    if (!this.#isActive) return;
    this.#notice.hide();
    this.#announce('');
    this.#wasNear ||= eager || this.loading === 'eager';
    if (!isWanted) {
      this.#rest();
    } else if (this.#wasNear) {
      this.#load();
    } else {
      this.#nearness.observe(this);
      this.#setStatus('idle', {isExpected: true});
    }
  }

  /** Nothing is wanted, or no longer: what there is stays. */
  #rest() {
    const wasLoading = this.#status === 'loading';
    this.#setStatus(this.#stage.isAttached ? 'ready' : 'idle');
    if (this.#stage.isAttached) {
      this.#readiness.resolve(this);
    } else if (wasLoading) {
      this.#giveUp();
    }
  }

  #stopLoading() {
    this.#loading.abort();
    this.#nearness.disconnect();
  }

  async #load() {
    this.#loading = new AbortController();
    const {signal} = this.#loading;
    this.#setStatus('loading', {isExpected: true});
    const speaking = this.#speak().then(() => {
      if (!signal.aborted && this.#status === 'loading') this.#announce(say(this.#words, 'loading'));
    });
    try {
      // Side by side, the profile first.
      const wasShown = this.#isStale ? null : this.#shown;
      const fetching = wasShown ?? this.#dataBytes ?? this.#fetch(signal);
      const progress = (/** @type {number} */ loaded, /** @type {number} */ total) => {
        if (!signal.aborted) this.#emit('progress', {part: 'program', loaded, total});
      };
      const starting = theEngine(progress);
      starting.catch(() => {});  // heard of below, should the profile fail first
      const isOverview = this.view === 'overview', needsPlay = isOverview || isLinked();
      if (needsPlay) {
        expectPlay();
        expectWords(languageAround(this));
      }
      const profile = await fetching;
      const engine = await starting;
      await Promise.race([speaking, delay(mostWaitForWords)]);
      if (signal.aborted) return;
      this.#widget ??= engine.createWidget(this.#stage);
      this.#widget.speak(this.#words);
      /** @type {Share | undefined} */
      let share;
      if (needsPlay) await this.#withShare((come) => share = come);
      if (signal.aborted) return;
      if (isOverview && !(share && this.#widget.hasPlay)) throw new SaidError('noPart');
      this.#show(this.#widget, profile, !wasShown, share);
    } catch (error) {
      if (!signal.aborted) this.#failToLoad(error);
    }
  }

  /** @param {AbortSignal} signal */
  #fetch(signal) {
    const progress = (/** @type {number} */ loaded, /** @type {number} */ total) =>
        this.#emit('progress', {part: 'profile', loaded, total});
    return fetchProfile(this.getAttribute('src') ?? '', {signal, progress});
  }

  /**
   * @param {Widget} widget
   * @param {Uint8Array} profile
   * @param {boolean} isNew whether it has not been shown before
   * @param {Share} [share] where the page's address holds a state
   */
  #show(widget, profile, isNew, share) {
    const {isShown, diagnostics} = this.view === 'overview' ? widget.loadCatalogue(profile) : widget.load(profile);
    if (isNew) this.#log(diagnostics);
    if (!isShown) {
      const title = say(this.#words, this.view === 'overview' ? 'invalidCatalogue' : 'invalidProfile');
      this.#notice.show(title, {diagnostics: diagnostics.filter(({severity}) => severity === 'error')});
      this.#fail(new TaskScopeError('profile', title, diagnostics));
      return;
    }
    this.#shown = profile;
    this.#isStale = false;
    this.#profile = null;
    const keepsHeight = this.#hasFallback() && !this.#stage.isAttached;
    const height = keepsHeight ? this.getBoundingClientRect().height : 0;
    if (!this.#stage.isAttached) this.#attach(widget);
    if (isNew || this.#isLinkNew) share?.restore(this.#lent);
    this.#isLinkNew = false;
    if (this.view === 'overview') share?.explore(this.#lent);
    this.#updateLook();
    this.#stage.keepHeight(height);
    this.#stage.element.hidden = false;
    this.#stage.measure();  // before the skeleton goes, so that the page keeps its height
    this.#setStatus('ready');
    this.#announce(say(this.#words, 'ready'));
    if (isNew) this.#emit('load', {warnings: diagnostics});
    this.#readiness.resolve(this);
    this.#compare();
  }

  /** Shows the profiles to compare with, beside one that is shown. */
  #compare() {
    if (this.#widget && this.#stage.isAttached) this.#comparison.show(this.#widget, this.compare);
  }

  /** @param {Widget} widget */
  #attach(widget) {
    this.#life = new AbortController();
    this.#stage.attach(widget);
    this.#restoreState();
  }

  /** @param {Diagnostic[]} diagnostics */
  #log(diagnostics) {
    const name = this.#data ? 'data' : this.getAttribute('src');
    for (const {severity, pointer, line, column, message} of diagnostics) {
      const text = `${name}:${line}:${column}: ${severity}: ${message} [${pointer}]`;
      if (severity === 'error') console.error(text);
      if (severity === 'warning') console.warn(text);
    }
  }

  #restoreState() {
    if (!this.#widget || !this.#stage.isAttached) return;
    for (const {message} of this.#widget.setState(this.#state)) console.warn(`The state is not restored: ${message}`);
    this.#stage.contentChanged();
  }

  /**
   * Does something with what is fetched for links and for what readers take away. What is shown may be gone by then.
   * @param {(share: Share) => void} act
   */
  async #withShare(act) {
    try {
      const [share] = await Promise.all([fetchShare(), this.#widget?.fetchPlay()]);
      act(share);
    } catch (error) {
      reportError(error);
      this.#lent.tell(say(this.#words, 'noPart'));
    }
  }

  /** Goes by the language that the page says it is in; without its words, by the one before. */
  async #speak() {
    const tag = languageAround(this);
    if (tag === this.#words.tag) return;
    try {
      const words = await learn(tag, {isWhole: Boolean(this.#widget?.words.module)});
      if (tag !== languageAround(this)) return;
      this.#words = words;
      for (const element of [this.#announcement, this.#notice.element]) {
        element.lang = words.tag;
        element.dir = words.direction;
      }
      this.#widget?.speak(words);
    } catch (error) {
      console.warn(`The words for “${tag}” could not be downloaded.`, error);
    }
  }

  #restoreLinked() {
    this.#isLinkNew = true;
    if (isLinked() && this.#stage.isAttached) this.#withShare((share) => share.restore(this.#lent));
  }

  #dropWidget() {
    const widget = this.#widget;
    if (this.#stage.isAttached && widget) this.#state = widget.state();
    this.#widget = null;
    this.#comparison.stop();
    this.#stage.detach();
    widget?.destroy();
    this.#life.abort();  // who hears of it finds nothing more to draw
  }

  /** @param {unknown} error */
  #failToLoad(error) {
    const isFetch = error instanceof FetchError;
    const nothing = this.view === 'overview' ? 'noCatalogue' : 'noProfile';
    this.#showFailure(isFetch ? nothing : 'noProgram', error, () => this.reload());
    this.#fail(new TaskScopeError(isFetch ? 'fetch' : 'engine', reasonOf(error, builtIn)));
  }

  /**
   * @param {import('./words.js').Sentence} title
   * @param {unknown} error
   * @param {() => void} act tries again
   * @returns {() => void} hides it again
   */
  #showFailure(title, error, act) {
    const retry = {label: say(this.#words, 'tryAgain'), act};
    return this.#notice.show(say(this.#words, title), {text: reasonOf(error, this.#words), retry});
  }

  /** @param {TaskScopeError} error */
  #fail(error) {
    this.#setStatus('error');
    this.#announce('');  // the notice is an alert
    this.#emit('error', {reason: error.reason, message: error.message, diagnostics: error.diagnostics});
    this.#readiness.reject(error);
  }

  /**
   * Tells the page, once what is being done is done: the page may do anything to the element then.
   * @param {string} type
   * @param {object} detail
   */
  #emit(type, detail) {
    queueMicrotask(() => this.dispatchEvent(new CustomEvent(type, {detail})));
  }

  /** Whether the page gave the element something to show until it is ready. */
  #hasFallback() {
    const isText = (/** @type {Node} */ node) => node.nodeType === Node.ELEMENT_NODE || node.textContent?.trim();
    return this.#slot.assignedNodes().some(isText);
  }

  /** @param {string} sentence nothing is said where it is empty */
  #announce(sentence) {
    this.#announcement.textContent = sentence;
  }

  /**
   * @param {Status} status
   * @param {{isExpected?: boolean}} [options] whether a dashboard is going to come, whose place is kept
   */
  #setStatus(status, {isExpected = false} = {}) {
    this.#status = status;
    const isShown = this.#stage.isAttached;
    this.#stage.element.hidden = !isShown;
    this.#slot.hidden = isShown;
    this.#skeleton.hidden = isShown || !isExpected || this.#hasFallback();
    setState(this.#internals, status);
  }

  #isDark() {
    return this.#look.isDark(this.theme);
  }

  /** @param {Widget} widget */
  #readLook({tokens}) {
    const look = this.#look.read(this.#isDark(), tokens);
    return {...look, textScale: look.textScale * this.#enlargement};
  }

  #updateLook() {
    const dark = this.#isDark();
    this.#root.classList.toggle('dark', dark);
    this.#look.element.style.setProperty('--text-size', String(this.textSize));
    this.#root.style.setProperty('--text-size', String(this.textSize * this.#enlargement));
    this.#stage.forceColors(this.#look.forcesColors);
    if (!this.#widget) return;
    this.#widget.setLook(this.#readLook(this.#widget));
    this.#stage.setHeadingLevel(this.headingLevel);
    this.#stage.contentChanged();
  }
}
