import 'server-only';
import type { Executor } from '@/db/client';
import { LeverCatalogue } from '@/lib/domain/levers/lever-catalogue';
import { selectLevers } from './queries/scenarios';
import { asViewer, authorise } from './viewer';

const SHARED = 'shared';

/** The catalogue as published, within a transaction that is already authorised. */
export async function readCatalogue(tx: Executor): Promise<LeverCatalogue> {
  const rows = await selectLevers(tx);
  return LeverCatalogue.parse({
    shared: rows.find(({ id }) => id === SHARED)?.body,
    levers: rows.filter(({ id }) => id !== SHARED).map(({ body }) => body),
  });
}

/** The levers on offer with the parameters they share. */
export async function getLeverCatalogue(): Promise<LeverCatalogue> {
  const viewer = await authorise('evidence:read');
  return asViewer(viewer, readCatalogue);
}
