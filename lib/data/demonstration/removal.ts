import 'server-only';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { importFile } from '@/db/schema';
import { ImportRefused } from '@/lib/data/errors';
import { ownWork } from '@/lib/data/imports/at-work';
import { clearCutOff } from '@/lib/data/imports/ledger';
import { DEMONSTRATION_SOURCE } from '@/lib/data/queries/root-of-source';

/** Reason of a withdrawal: such releases are of a load that is gone. */
export const REMOVED = 'Demonstration country removed';

const DEMONSTRATION_RELEASES = sql`(select id from release where source_id like ${`${DEMONSTRATION_SOURCE}%`})`;
const DEMONSTRATION_AREAS = sql`(select code from area where root = 'demonstration')`;

const ofDemonstrationAreas = (table: string): SQL =>
  sql`delete from ${sql.identifier(table)} where area_code in ${DEMONSTRATION_AREAS}`;

/** Children first. What was made in the country goes with it; what was done stays in the audit log. */
const REMOVALS: readonly SQL[] = [
  ...['run_comment', 'run_submission', 'run_part', 'run_progress', 'briefing', 'scenario_result', 'scenario_run'].map(
    ofDemonstrationAreas,
  ),
  ...['scenario', 'note'].map(ofDemonstrationAreas),
  // The people in them are invented: nobody can be found out by a second publication.
  ...['observation', 'establishment', 'source_row', 'count_table', 'protected_tables'].map(
    (table) => sql`delete from ${sql.identifier(table)} where release_id in ${DEMONSTRATION_RELEASES}`,
  ),
  ...['journey_fit', 'finding_run', 'pathway_baseline'].map(
    (table) => sql`delete from ${sql.identifier(table)} where root = 'demonstration'`,
  ),
  sql`update import_file set status = 'cancelled' where release_id in ${DEMONSTRATION_RELEASES}`,
  sql`update release set status = 'withdrawn', withdrawn_for = 'ordinary', withdrawn_at = now(),
    withdrawn_reason = ${REMOVED} where id in ${DEMONSTRATION_RELEASES}`,
  sql`delete from area_membership where child_code in ${DEMONSTRATION_AREAS}`,
  sql`delete from area where root = 'demonstration'`,
];

/**
 * A reader still writes rows of a release that the removal would take away.
 * @throws ImportRefused while a file of the country is being read.
 */
export async function refuseWhileRead(tx: Executor): Promise<void> {
  await clearCutOff(tx, ownWork());
  const [read] = await tx
    .select({ fileName: importFile.fileName })
    .from(importFile)
    .where(and(eq(importFile.status, 'reading'), sql`${importFile.releaseId} in ${DEMONSTRATION_RELEASES}`))
    .limit(1);
  if (!read) return;
  throw new ImportRefused(
    `${read.fileName} of the demonstration country is being read. Wait until it is read, or cancel it on the import page; then remove the country.`,
  );
}

/** Deletes the country's rows and marks its releases as withdrawn. */
export async function dropCountry(tx: Executor): Promise<void> {
  for (const removal of REMOVALS) await tx.execute(removal);
}
