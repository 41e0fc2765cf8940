import 'server-only';
import { eq } from 'drizzle-orm';
import { scenario } from '@/db/schema';
import { recordAudit } from './audit';
import { asViewer, authorise } from './viewer';

/** Puts a mark on a stored scenario or takes it off: only for the managers of its region, and audited. */
export async function markScenario(
  { id, areaCode }: { readonly id: string; readonly areaCode: string },
  mark: Partial<Pick<typeof scenario.$inferInsert, 'archivedAt' | 'frozenAt'>>,
  action: string,
): Promise<void> {
  const viewer = await authorise('scenario:write', areaCode);
  await asViewer(viewer, async (tx) => {
    await tx.update(scenario).set(mark).where(eq(scenario.id, id));
    await recordAudit(tx, viewer, { action, subject: id });
  });
}
