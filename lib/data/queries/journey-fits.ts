import { and, desc, eq, sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { journeyFit, release } from '@/db/schema';
import type { Root } from '@/lib/domain/geography/area';
import type { JourneyModelName } from '@/lib/domain/journey-models/journey-model';

const COLUMNS = {
  id: journeyFit.id,
  model: journeyFit.model,
  root: journeyFit.root,
  release: journeyFit.releaseId,
  version: journeyFit.version,
  data: journeyFit.data,
  result: journeyFit.result,
  fittedAt: journeyFit.fittedAt,
  confirmedAt: journeyFit.confirmedAt,
  published: journeyFit.published,
};

/** What was made from a cohort that is withdrawn isn't given again. */
const fromStanding = sql`exists (select 1 from ${release} where ${release.id} = ${journeyFit.releaseId}
  and ${release.status} in ('published', 'superseded'))`;

export const selectFit = (db: Executor, id: string) => db.select(COLUMNS).from(journeyFit).where(eq(journeyFit.id, id));

/** The fit that came out last, of this model and country. */
export const selectLatestFit = (db: Executor, model: JourneyModelName, root: Root) =>
  db
    .select(COLUMNS)
    .from(journeyFit)
    .where(and(eq(journeyFit.model, model), eq(journeyFit.root, root), fromStanding))
    .orderBy(desc(journeyFit.confirmedAt), desc(journeyFit.id))
    .limit(1);

/** The same receipt came out of what is published now. */
export const confirmFit = (db: Executor, id: string, published: string) =>
  db.update(journeyFit).set({ published, confirmedAt: sql`now()` }).where(eq(journeyFit.id, id));
