// The promise that an element gives until it is ready. It outlives loads that others take the place of, and a load
// after it is settled has another one.

/**
 * @template T
 */
export class Readiness {
  /** @type {(value: T) => void} */
  #resolve = () => {};
  /** @type {(error: Error) => void} */
  #reject = () => {};
  #isSettled = false;
  /** @type {Promise<T>} */
  promise = this.#create();

  renew() {
    if (this.#isSettled) this.promise = this.#create();
  }

  /** @param {T} value */
  resolve(value) {
    this.#isSettled = true;
    this.#resolve(value);
  }

  /** @param {Error} error */
  reject(error) {
    this.#isSettled = true;
    this.#reject(error);
  }

  /**
   * What was waited for is not to come; who asks from now on waits for what comes next.
   * @param {Error} error
   */
  giveUp(error) {
    if (this.#isSettled) return;
    this.#reject(error);
    this.promise = this.#create();
  }

  #create() {
    this.#isSettled = false;
    /** @type {Promise<T>} */
    const promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    promise.catch(() => {});  // who does not ask does not have to care
    return promise;
  }
}
