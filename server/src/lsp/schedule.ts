import { soon } from '../host/turn.ts';

/** Work that is put off until a batch of messages was taken in. */
export interface Schedule {
  /** Asks for a round of work. Asking again before it began is the same round. */
  request(): void;
}

/**
 * Messages that arrive together are taken in one per turn of the event loop: a round of work waits until a turn passes without a new
 * request. Under a stream of messages that never pauses it begins after `longest` milliseconds all the same.
 */
export function schedule(work: () => void, longest = 100): Schedule {
  let asked = 0;
  let armed = false;
  let since = 0;
  const arm = (seen: number) => {
    // Two turns: the queue of messages uses the same phase of the loop and may come after us in it.
    soon(() =>
      soon(() => {
        if (asked !== seen && Date.now() - since < longest) return arm(asked);
        armed = false;
        work();
      }),
    );
  };
  return {
    request() {
      asked += 1;
      if (armed) return;
      armed = true;
      since = Date.now();
      arm(asked);
    },
  };
}
