import 'server-only';
import { OPERATOR_EMAIL } from '@/lib/data/first-accounts';
import { findViewer } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';

/**
 * Whoever asked for a run, with the rights that they have now; null where the account is gone or switched off: nothing more is computed
 * in its name. The operator has an account that nobody signs in to.
 */
export async function findAsker(userId: string): Promise<Viewer | null> {
  const viewer = await findViewer(userId, null);
  return viewer && (viewer.kind === 'user' || viewer.email === OPERATOR_EMAIL) ? viewer : null;
}
