/** Waiting for a condition, never for a time. */

/**
 * Asks again and again until the answer is truthy.
 *
 * @template T
 * @param {string} what completes "Waited for …" in the error
 * @param {() => T | Promise<T>} ask may throw while the answer is not there yet
 * @param {number} [timeout] in milliseconds
 * @returns {Promise<NonNullable<Awaited<T>>>} the first truthy answer
 * @throws {Error} after `timeout`, with the last error of `ask` as its cause
 */
export async function until(what, ask, timeout = 15_000) {
  const deadline = Date.now() + timeout;
  let cause;
  do {
    try {
      const answer = await ask();
      if (answer) return /** @type {NonNullable<Awaited<T>>} */ (answer);
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await new Promise((next) => setTimeout(next, 50));
  } while (Date.now() < deadline);
  throw new Error(`Waited ${timeout / 1000} s for ${what}.`, { cause });
}

/**
 * The same answer twice in a row, a moment apart: for lists that fill in steps.
 *
 * @template T
 * @param {() => Promise<T>} ask
 * @param {number} [quiet] how long the answer must stay the same, in milliseconds
 * @returns {Promise<T>}
 */
export async function settled(ask, quiet = 150) {
  let [answer, since] = [await ask(), Date.now()];
  while (Date.now() - since < quiet) {
    await new Promise((next) => setTimeout(next, 50));
    const next = await ask();
    if (JSON.stringify(next) !== JSON.stringify(answer)) [answer, since] = [next, Date.now()];
  }
  return answer;
}

/**
 * @param {string} text
 * @param {string | RegExp} wanted a part of the text, or a pattern
 */
export function matches(text, wanted) {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}
