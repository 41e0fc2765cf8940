import { ImportRefused } from '@/lib/data/errors';

/** Somebody else was quicker, or it has ended: its entry says so. */
const passRefusal = (error: unknown): void => {
  if (!(error instanceof ImportRefused)) throw error;
};

/** Cancels once the signal says so, unless the work has ended before. `settle` waits for a cancellation that has begun. */
export function cancelOn(signal: AbortSignal | undefined, cancel: () => Promise<unknown>) {
  const ended = new AbortController();
  const isAsked = new Promise<boolean>((resolve) => {
    if (!signal || signal.aborted) return resolve(signal !== undefined);
    ended.signal.addEventListener('abort', () => resolve(false), { once: true });
    signal.addEventListener('abort', () => resolve(true), { once: true, signal: ended.signal });
  });
  // Cancelled as whoever waits, not as whoever sent the signal.
  const done = isAsked.then((asked) => (asked ? cancel().catch(passRefusal) : undefined));
  done.catch(() => {});
  return {
    settle: async (): Promise<void> => {
      ended.abort();
      await done;
    },
  };
}
