/** Failures an account may have before it has to wait. */
const FREE_FAILURES = 5;
const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 15 * 60_000;
const REMEMBERED = 10_000;

type Attempts = { failures: number; blockedUntil: number };

export type SignInThrottle = {
  /** Milliseconds this account still has to wait. */
  waitMs(account: string, nowMs: number): number;
  failed(account: string, nowMs: number): void;
  succeeded(account: string): void;
};

/**
 * Slows down guessing per account name, known or not, and never locks for good: a lasting lock
 * would let anybody keep a manager out.
 */
export function createSignInThrottle(): SignInThrottle {
  const attempts = new Map<string, Attempts>();
  return {
    waitMs: (account, nowMs) => Math.max(0, (attempts.get(account)?.blockedUntil ?? 0) - nowMs),
    failed(account, nowMs) {
      const failures = (attempts.get(account)?.failures ?? 0) + 1;
      const excess = failures - FREE_FAILURES;
      const delayMs = excess < 0 ? 0 : Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** excess);
      attempts.delete(account);
      attempts.set(account, { failures, blockedUntil: nowMs + delayMs });
      const [oldest] = attempts.keys();
      if (attempts.size > REMEMBERED && oldest !== undefined) attempts.delete(oldest);
    },
    succeeded: (account) => attempts.delete(account),
  };
}
