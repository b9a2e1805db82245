/** Watches one request: passes its answer on, and looks after the server if it takes long. */
export type Watch = <Answer>(request: Promise<Answer>) => Promise<Answer>;

/** How long a request may take before somebody asks whether the server lives, in milliseconds. */
const patience = 3000;

/** How long a living server takes at most to say so, in milliseconds. */
const deadline = 2000;

/**
 * Tells a hung server from a busy one: when a request takes long, the server is asked something it answers at once while it lives. Only
 * requests that are waited for are watched; nothing is polled.
 *
 * @param ping asks the server whether it lives; a refusal is an answer, too
 * @param hung called when it did not answer
 */
export function watchdog(ping: () => Promise<unknown>, hung: () => void): Watch {
  let asking = false;
  const look = async () => {
    if (asking) return;
    asking = true;
    const answer = ping().then(
      () => true,
      () => true,
    );
    const silence = new Promise<boolean>((resolve) => setTimeout(resolve, deadline, false));
    const lives = await Promise.race([answer, silence]);
    asking = false;
    if (!lives) hung();
  };
  return async (request) => {
    const timer = setTimeout(look, patience);
    try {
      return await request;
    } finally {
      clearTimeout(timer);
    }
  };
}
