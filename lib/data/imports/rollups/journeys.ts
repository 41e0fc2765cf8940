import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import type { Rollup, StagedRelease } from '@/lib/data/imports/rollup';
import { DEMONSTRATION_SOURCE } from '@/lib/data/queries/root-of-source';
import type { DatasetId } from '@/lib/import/dataset-list';

const Found = z.object({ rows: z.array(z.object({ title: z.string(), id: z.string() })) });

/**
 * Why people of a school and year that were ever published under a rule may not be published under another: each shows what the other hides.
 * What was published as it came hides nothing: a rule may follow it.
 */
async function otherRule(tx: Executor, { releaseId }: StagedRelease): Promise<string | null> {
  const result = await tx.execute(sql`
    with own as materialized (
      select distinct body->>'schoolId' as school, body->>'entryYear' as year from source_row where release_id = ${releaseId})
    select old.title, old.id from release old join source old_source on old_source.id = old.source_id
    join release new on new.id = ${releaseId} and new.dataset = old.dataset join source new_source on new_source.id = new.source_id
    where old.id <> new.id and old.status in ('published', 'superseded', 'withdrawn')
      and starts_with(old.source_id, ${DEMONSTRATION_SOURCE}) = starts_with(new.source_id, ${DEMONSTRATION_SOURCE})
      and old_source.rule_set not in (new_source.rule_set, 'none')
      and exists (select from source_row where release_id = old.id and (body->>'schoolId', body->>'entryYear') in (select * from own))
    order by old.loaded_at desc limit 1`);
  const [found] = Found.parse(result).rows;
  return found
    ? `people of some of its schools and years were published under another rule (${found.title}, release ${found.id}), and each would show what the other hides. Import the file under that rule`
    : null;
}

const journeys = (dataset: DatasetId): Rollup => ({ dataset, publication: otherRule });

/** Files of people by school and year, whose tables are protected together. */
export const journeyRollups: readonly Rollup[] = [journeys('cohort'), journeys('intake')];
