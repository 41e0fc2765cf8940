import 'server-only';
import type { Executor } from '@/db/client';
import type { ImportRow } from '@/lib/data/queries/imports';
import { asViewer } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { ownWork } from './at-work';
import { clearCutOff } from './ledger';
import { inPublication } from './reading';

/** Rows of the ledger; one whose reader is gone isn't left as if it were still being read. */
export async function readSettled(
  viewer: Viewer,
  select: (tx: Executor) => Promise<ImportRow[]>,
): Promise<ImportRow[]> {
  const rows = await asViewer(viewer, select);
  const own = ownWork();
  const mayBeCutOff = rows.some(({ id, status }) => status === 'reading' && !own.includes(id));
  if (!mayBeCutOff || (await inPublication((tx) => clearCutOff(tx, own))) === 0) return rows;
  return asViewer(viewer, select);
}
