import { after } from 'next/server';

/** How long a page waits for those asked for before it at most, in ms: about what ten of the largest take. */
export const PATIENCE_MS = 1_000;
/** How long a page that has been read may take to be drawn and sent before the next is read, in ms. */
export const DRAWING_MS = 250;

const passing = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref();
  });

let last: Promise<void> | null = null;

/**
 * Reads for a page once those that were asked for before it have been sent. One thread reads and draws all pages:
 * shared out among ten readers who ask at once, each would have theirs when all are done; in turn, nine have it sooner
 * and the last no later. A slow page, a slow line or a page that never ends holds the next up for a while and no longer.
 */
export async function inTurn<T>(read: () => Promise<T>): Promise<T> {
  const reading = last ? Promise.race([last, passing(PATIENCE_MS)]).then(read) : read();
  const sent = new Promise<void>((resolve) => after(resolve));
  const ended = reading.then(
    () => Promise.race([sent, passing(DRAWING_MS)]),
    () => undefined,
  );
  last = ended;
  void ended.then(() => {
    if (last === ended) last = null;
  });
  return reading;
}
