import 'server-only';
import { database, withSignIn } from '@/db/client';
import type { Viewer } from '@/lib/domain/access/access';
import { AccessDenied } from './errors';
import { OPERATOR_EMAIL } from './first-accounts';
import { selectAccountIdByEmail } from './queries/users';
import { findViewer } from './viewer';

/**
 * The viewer a command runs as: the named account, or the operator at the machine's shell.
 * @throws AccessDenied for an account that does not exist.
 */
export async function findAccountViewer(email: string | null): Promise<Viewer> {
  const db = await database();
  const address = (email ?? OPERATOR_EMAIL).trim().toLowerCase();
  const [account] = await withSignIn(db, (tx) => selectAccountIdByEmail(tx, address));
  const viewer = account && (await findViewer(account.id, null));
  if (!viewer) throw new AccessDenied('unauthenticated');
  return { ...viewer, kind: email === null ? 'operator' : 'user' };
}
