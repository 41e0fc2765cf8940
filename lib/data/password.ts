import 'server-only';
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's floor for argon2id; @node-rs/argon2 uses argon2id by default. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const IN_FLIGHT = 4;
const WAITING = 50;

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2);

let active = 0;
const queue: (() => void)[] = [];

/** Hashing is the cheapest way to exhaust the server: a bounded queue, and `busy` beyond it. */
async function inTurn<T>(work: () => Promise<T>): Promise<T | 'busy'> {
  if (active >= IN_FLIGHT) {
    if (queue.length >= WAITING) return 'busy';
    await new Promise<void>((resolve) => queue.push(resolve));
  }
  active += 1;
  try {
    return await work();
  } finally {
    active -= 1;
    queue.shift()?.();
  }
}

let decoy: Promise<string> | undefined;

/** Does the same work for an unknown account (`storedHash` null) as for a known one. */
export function checkPassword(storedHash: string | null, password: string): Promise<boolean | 'busy'> {
  return inTurn(async () => {
    decoy ??= hashPassword(randomBytes(24).toString('base64url'));
    const matches = await verify(storedHash ?? (await decoy), password).catch(() => false);
    return matches && storedHash !== null;
  });
}
