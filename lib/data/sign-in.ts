import 'server-only';
import { database, withSignIn } from '@/db/client';
import { auditEvent } from '@/db/schema';
import type { Session } from '@/lib/auth/session';
import { checkPassword } from './password';
import { selectAccountByEmail } from './queries/users';
import { createSignInThrottle } from './sign-in-throttle';

export type SignInOutcome =
  | { ok: true; session: Session }
  | { ok: false; reason: 'refused' | 'busy' }
  | { ok: false; reason: 'wait'; waitMs: number };

const throttle = createSignInThrottle();

/** Public: checks e-mail and password. The same answer and the same work for an unknown account. */
export async function checkSignIn(emailTyped: string, password: string): Promise<SignInOutcome> {
  const email = emailTyped.trim().toLowerCase();
  const waitMs = throttle.waitMs(email, Date.now());
  if (waitMs > 0) return { ok: false, reason: 'wait', waitMs };
  const db = await database();
  const [account] = await withSignIn(db, (tx) => selectAccountByEmail(tx, email));
  const matches = await checkPassword(account?.passwordHash ?? null, password);
  if (matches === 'busy') return { ok: false, reason: 'busy' };
  if (!matches || !account) throttle.failed(email, Date.now());
  else throttle.succeeded(email);
  const action = matches ? 'sign-in' : 'sign-in.refused';
  await withSignIn(db, (tx) =>
    tx.insert(auditEvent).values({ actorId: account?.id ?? null, actorKind: 'user', action, subject: 'session' }),
  );
  if (!matches || !account) return { ok: false, reason: 'refused' };
  return { ok: true, session: { userId: account.id, sessionVersion: account.sessionVersion } };
}
