/** Milliseconds. `total`: for all of the reading; `idle`: between two signs of life. */
export type ReadingLimits = { readonly totalMs: number; readonly idleMs: number };

/** Workbooks are at most 20 MB and a million cells: what takes longer was made to. */
export const WORKBOOK_LIMITS: ReadingLimits = { totalMs: 20_000, idleMs: 20_000 };
/** Text may have two gigabytes; it is heard of all the while. */
export const TEXT_LIMITS: ReadingLimits = { totalMs: Number.POSITIVE_INFINITY, idleMs: 120_000 };

/** Longer timers than this fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Calls `expire` once a reading has taken too long. Time on hold, while its rows are stored, isn't its own. */
export function startDeadline({ totalMs, idleMs }: ReadingLimits, expire: () => void) {
  let leftMs = totalMs;
  let sinceMs = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const stop = (): void => {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    leftMs -= Date.now() - sinceMs;
  };
  const run = (): void => {
    stop();
    sinceMs = Date.now();
    timer = setTimeout(expire, Math.max(0, Math.min(leftMs, idleMs, LONGEST_TIMER_MS)));
  };
  run();
  return {
    /** A sign of life; none is needed on hold. */
    heard: (): void => {
      if (timer !== null) run();
    },
    hold: stop,
    resume: run,
    end: stop,
  };
}
