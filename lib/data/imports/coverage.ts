import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { DEMONSTRATION_SOURCE } from '@/lib/data/queries/root-of-source';
import { type DatasetId, findDataset } from '@/lib/import/dataset-list';
import { coverageKeys, goneFrom, keysOf } from './coverage-keys';
import { type FigureNote, figureNote } from './figure-note';

/** Whether `new` has all that `old` has. */
export function coversOlder(dataset: string): SQL {
  const known = findDataset(dataset)?.id;
  const keys = known && coverageKeys(known);
  if (!keys) return sql`true`;
  return sql`not exists (${goneFrom(keys, sql`old.id`, sql`new.id`)})`;
}

/**
 * Published releases of the dataset, country and time of `releaseId` that stand beside it: those loaded before it, or all where it isn't
 * shown yet. Columns `id` and `loaded_at`.
 */
export const olderBeside = (releaseId: string, superseded: readonly string[], isOfAnyTime = false): SQL => sql`(
  select old.id, old.loaded_at from release old
  join release new on new.id = ${releaseId} and new.dataset = old.dataset
  left join import_file old_file on old_file.release_id = old.id
  left join import_file new_file on new_file.release_id = new.id
  where old.id <> new.id and old.status = 'published' and old.id <> all(${sql.param([...superseded])}::text[])
    and starts_with(old.source_id, ${DEMONSTRATION_SOURCE}) = starts_with(new.source_id, ${DEMONSTRATION_SOURCE})
    and (${isOfAnyTime} or coalesce(old_file.vintage->>'from' <= new_file.vintage->>'to' and old_file.vintage->>'to' >= new_file.vintage->>'from', true))
    and (new.status in ('staged', 'scheduled') or old.loaded_at < new.loaded_at))`;

const Ids = z.object({ rows: z.array(z.object({ id: z.string() })) });

async function idsOf(tx: Executor, older: SQL): Promise<string[]> {
  const result = await tx.execute(sql`select id from ${older} as beside`);
  return Ids.parse(result).rows.map(({ id }) => id);
}

/** Most files stand alone: then nothing needs to be looked for among a million rows. */
export const hasBeside = async (tx: Executor, older: SQL): Promise<boolean> => (await idsOf(tx, older)).length > 0;

const Beside = z.object({ releaseId: z.string(), title: z.string(), missing: z.number(), shared: z.number() });

/** Of a dataset with these something is read, or summed up, over the whole: what shares nothing with a new file is missing in it too. */
const AS_A_WHOLE: ReadonlySet<string> = new Set<DatasetId>(['cohort', 'specialty_fill_rates']);

/** Files of these have no area in them: it is given with the file. */
const isOfOtherArea = (dataset: string, releaseId: string): SQL =>
  dataset === 'specialty_fill_rates'
    ? sql`(select vintage->>'areaCode' from import_file where release_id = release.id)
        is distinct from (select vintage->>'areaCode' from import_file where release_id = ${releaseId})`
    : sql`false`;

/**
 * Releases that stay beside a new one and share something with it, or that are read or summed up as a whole (cohorts, fill rates by
 * programme): how much each has that the new one hasn't.
 */
export async function findBeside(tx: Executor, releaseId: string, dataset: string, superseded: readonly string[]) {
  const known = findDataset(dataset)?.id;
  const keys = known && coverageKeys(known);
  if (!keys) return [];
  const beside = await idsOf(tx, olderBeside(releaseId, superseded, known === 'cohort'));
  if (beside.length === 0) return [];
  const [older, newer] = [sql`release.id`, sql`${releaseId}`];
  // Without parts, what isn't missing is shared: a million keys are gone through once.
  const isCounted = keys.parts === undefined;
  const held = isCounted
    ? sql`select distinct * from (${keysOf(keys, older)}) as theirs`
    : sql`${keysOf(keys, older)} intersect ${keysOf(keys, newer)}`;
  const shared = isCounted ? sql`counts.held - counts.missing` : sql`counts.held`;
  // `offset 0`: both are counted once for each of these, and not for every release in search of those that fit.
  const result = await tx.execute(sql`
    select release.id as "releaseId", release.title, counts.missing, ${shared} as shared
    from release cross join lateral (select
      (select count(*)::int from (${goneFrom(keys, older, newer)}) as gone) as missing,
      (select count(*)::int from (${held}) as these) as held offset 0) as counts
    where release.id = any(${sql.param(beside)}::text[]) and counts.missing > 0 and (${shared} > 0 or ${AS_A_WHOLE.has(dataset)}) and not (${isOfOtherArea(dataset, releaseId)}) order by release.id`);
  return z.object({ rows: z.array(Beside) }).parse(result).rows;
}

const OWN = "of what both have this file's figures are shown";
const WHOLE_ONLY = 'figures of other files are made only with one that has every small area of England';
const NONE = 'no figure is made of either';

/** What is shown where two files stand side by side; look-ups and lists of patients have no figures of their own. */
const SHOWN: Readonly<Partial<Record<DatasetId, string>>> = {
  ons_lsoa_icb: WHOLE_ONLY,
  patients_practice: WHOLE_ONLY,
  census_residents_lsoa: `${OWN}; ${WHOLE_ONLY}`,
  ons_lad_region: NONE,
  gp_individual: NONE,
};

/** Says of a published file that it has less than one of its kind and time that is published: it was cut, or is of a part. */
export async function coverageNotes(
  tx: Executor,
  { releaseId, dataset, superseded }: { releaseId: string; dataset: string; superseded: readonly string[] },
): Promise<FigureNote[]> {
  const about = findDataset(dataset);
  const keys = about && coverageKeys(about.id);
  if (!keys || about.isExchange) return [];
  const beside = await findBeside(tx, releaseId, dataset, superseded);
  return beside.map(({ title, missing, shared }) =>
    figureNote(
      'partial',
      `The file has ${shared} of the ${shared + missing} ${keys.of} that ${title} has; ${missing} are missing. It doesn't take its place: both stay published, and ${SHOWN[about.id] ?? OWN}. If the file was cut, load the whole one.`,
      title,
    ),
  );
}
