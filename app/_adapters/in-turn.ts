/** How long a page waits for those asked for before it at most, in ms: about what ten of the largest take. */
export const PATIENCE_MS = 1_000;

const patience = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, PATIENCE_MS).unref();
  });

let last: Promise<unknown> | null = null;

/**
 * Reads for a page after those that were asked for before it. One thread reads and draws all pages: shared out among
 * ten readers who ask at once, each would have theirs when all are done; in turn, nine have it sooner and the last no
 * later. A page is drawn as soon as it is read, while the next one's reading waits for the database. A slow page, or
 * one that never ends, holds the next up for `PATIENCE_MS` and no longer.
 */
export async function inTurn<T>(read: () => Promise<T>): Promise<T> {
  const reading = last ? Promise.race([last, patience()]).then(read) : read();
  const ended = reading.then(
    () => undefined,
    () => undefined,
  );
  last = ended;
  try {
    return await reading;
  } finally {
    if (last === ended) last = null;
  }
}
