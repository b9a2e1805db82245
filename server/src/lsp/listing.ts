/** The list of a folder's files, kept in step with the disk: made when it is asked for, with a pause in between. */
export interface Listing {
  /** Lists the files soon, once for all requests until then. */
  request(): void;
  /** Whether a list is awaited. */
  readonly isBusy: boolean;
  close(): void;
}

export interface ListingOptions {
  readonly list: () => Promise<readonly string[] | undefined>;
  /** Takes a list; the folder may have changed while it was made, then another one follows. */
  readonly take: (paths: readonly string[] | undefined) => void;
  /** Called when no list is awaited any more. */
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** The least time between two lists, in milliseconds. */
const pause = 2000;

/** How much longer the pause is than making a list takes: a large folder in which files come and go all the time costs a twentieth. */
const share = 20;

export function openListing({ list, take, done, failed }: ListingOptions): Listing {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let again = false;
  let closed = false;
  let next = 0;

  const run = async () => {
    timer = undefined;
    running = true;
    const began = performance.now();
    try {
      const paths = await list();
      if (!closed) take(paths);
    } catch (error) {
      failed(error);
    }
    running = false;
    const now = performance.now();
    next = now + Math.max(pause, (now - began) * share);
    if (closed) return;
    if (again) request();
    else done();
  };
  const request = () => {
    again = running;
    if (closed || running || timer) return;
    timer = setTimeout(run, Math.max(0, next - performance.now()));
  };
  return {
    request,
    get isBusy() {
      return running || timer !== undefined;
    },
    close() {
      closed = true;
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
