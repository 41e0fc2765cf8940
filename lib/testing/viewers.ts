import type { Database } from '@/db/client';
import { AccessDenied } from '@/lib/data/errors';
import { findViewer, runAs } from '@/lib/data/viewer';
import type { Role, Viewer } from '@/lib/domain/access/access';
import { addUser, type TestGrant } from './test-db';

export const YH = 'TR-yorkshire-and-the-humber';
export const NE = 'TR-north-east';

/** A stored account with these grants, read back as the application reads it. */
export async function addViewer(db: Database, email: string, grants: readonly TestGrant[]): Promise<Viewer> {
  const viewer = await findViewer(await addUser(db, email, grants), null);
  if (!viewer) throw new Error(`${email} was not stored`);
  return viewer;
}

/** One grant of each kind of user; the training manager's region is Yorkshire and the Humber. */
export const OWN_GRANT = {
  deanery: { role: 'deanery', scope: YH },
  school: { role: 'school', scope: 'university-of-leeds' },
  commissioner: { role: 'commissioner', scope: 'E92000001' },
  analyst: { role: 'analyst', scope: '*' },
  admin: { role: 'admin', scope: '*' },
} as const satisfies Record<Role, TestGrant>;

/** `nothing`: answered, with null or an empty list. */
export type Outcome = 'allowed' | 'nothing' | AccessDenied['reason'];

/** What a guarded function does for this viewer; null = nobody signed in. Other errors stay errors. */
export async function outcomeFor(viewer: Viewer | null, work: () => Promise<unknown>): Promise<Outcome> {
  try {
    const answer = await (viewer ? runAs(viewer, work) : work());
    return answer === null || (Array.isArray(answer) && answer.length === 0) ? 'nothing' : 'allowed';
  } catch (error) {
    if (error instanceof AccessDenied) return error.reason;
    throw error;
  }
}
