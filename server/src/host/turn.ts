/**
 * Does some work when everything that waits has had its turn: behind messages that have arrived and timers that are due. Workers of a
 * browser have no `setImmediate`; a message to oneself comes as soon.
 */
export const soon: (work: () => void) => void =
  typeof setImmediate === 'function' ? (work) => void setImmediate(work) : overChannel();

/** Lets others have a turn. */
export function nextTurn(): Promise<void> {
  return new Promise((resume) => soon(resume));
}

function overChannel(): (work: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  // Node's and the browser's types of a port differ; this much they share.
  (port1 as { onmessage?: () => void }).onmessage = () => waiting.shift()?.();
  return (work) => {
    waiting.push(work);
    port2.postMessage(null);
  };
}
