import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** The terminal, npm and the script that starts this process each pass the same one on. */
const SAME_MS = 1_000;
/** What shells say of a process that a signal ended, plus the signal's number. */
const ENDED_BY_SIGNAL = 128;

/** Aborted by the first Ctrl-C or request to end; a later one ends the process at once. */
export function onStop(): AbortSignal {
  const controller = new AbortController();
  let firstAtMs: number | null = null;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (firstAtMs === null) {
        firstAtMs = Date.now();
        controller.abort();
      } else if (Date.now() - firstAtMs > SAME_MS) process.exit(ENDED_BY_SIGNAL + constants.signals[signal]);
    });
  }
  return controller.signal;
}
