import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { type FigureNote, figureNote } from '@/lib/data/imports/figure-note';
import { LSOA_COUNT } from '@/lib/domain/geography/lsoa-vintage';

/** Lists of patients change little within a quarter; over half a year away they are of another time. */
const MOST_DAYS_APART = 183;

const SEX = sql`coalesce(upper(body->>'sex'), 'ALL')`;
const IS_COUNTED = sql`jsonb_typeof(body->'patients') = 'number'`;

const Published = z.object({
  releaseId: z.string(),
  title: z.string(),
  from: z.string(),
  day: z.string(),
  apart: z.number(),
  lsoaYear: z.number().nullable(),
});
type Published = z.infer<typeof Published>;

/** Published patients by small area, those of the day nearest to `day` first. */
async function publishedPatients(tx: Executor, day: string): Promise<Published[]> {
  const result = await tx.execute(sql`
    select release.id as "releaseId", release.title, file.vintage->>'from' as from, file.vintage->>'to' as day,
      abs((file.vintage->>'to')::date - ${day}::date) as apart, (file.vintage->'geography'->>'lsoa')::int as "lsoaYear"
    from release join import_file as file on file.release_id = release.id
    where release.dataset = 'patients_practice' and release.status = 'published'
    order by 5, release.loaded_at desc`);
  return z.object({ rows: z.array(Published) }).parse(result).rows;
}

const Sexes = z.object({ rows: z.array(z.object({ sex: z.string(), areas: z.number() })) });
const SMALL_AREAS: Readonly<Record<number, number>> = LSOA_COUNT;

/**
 * Why no rate is made with these patients, or null. Files of all patients, of men and of women have the same headers; of one sex, or of
 * a part of the country, a practice's doctors would be shared out over a part of its patients.
 */
async function findFault(tx: Executor, { releaseId, from, day, lsoaYear }: Published): Promise<string | null> {
  if (from !== day) return `has patients of several days, from ${from} to ${day}`;
  const wanted = SMALL_AREAS[lsoaYear ?? 0];
  if (wanted === undefined) return "doesn't say of which list its small areas (LSOAs) are";
  const result = await tx.execute(sql`
    select ${SEX} as sex, count(distinct body->>'lsoaCode') filter (where body->>'lsoaCode' like 'E01%')::int as areas
    from source_row where release_id = ${releaseId} and ${IS_COUNTED} group by 1`);
  const areas = new Map(Sexes.parse(result).rows.map((row) => [row.sex, row.areas]));
  const both = areas.has('ALL') ? ['ALL'] : ['FEMALE', 'MALE'];
  if (!both.every((sex) => areas.has(sex))) return 'has neither all patients nor both sexes';
  const least = Math.min(...both.map((sex) => areas.get(sex) ?? 0));
  return least < wanted ? `has patients in ${least} of the ${wanted} small areas of England` : null;
}

const NAMED_FAULTS = 3;

/** The patients nearest to a day that a rate can be made with, or why there are none. */
export async function findPatients(tx: Executor, day: string): Promise<Published | FigureNote> {
  const all = await publishedPatients(tx, day);
  const faults: string[] = [];
  for (const one of all.filter(({ apart }) => apart <= MOST_DAYS_APART)) {
    const fault = await findFault(tx, one);
    if (fault === null) return one;
    faults.push(`${one.title} ${fault}.`);
  }
  if (faults.length > 0) {
    const message = `No figure is made with the patients that are published. ${faults.slice(0, NAMED_FAULTS).join(' ')} Load the file of all patients of England, of one day.`;
    return figureNote('missing', message, 'patients');
  }
  const of = all[0] ? ` Those that are published are of ${all[0].day}.` : '';
  const message = `The file has no patients and no areas. Figures wait for patients registered at a practice by LSOA, of within half a year of ${day}: they are made when that file is published. The order of the two doesn't matter.${of}`;
  return figureNote('missing', message, 'patients');
}

/** Patients by practice and small area. Rows of both sexes together stand alone where there are any: they overlap with the others. */
export const patientsOf = (releaseId: string): SQL => sql`
  select body->>'practiceCode' as practice, body->>'lsoaCode' as lsoa, sum((body->>'patients')::float8) as patients
  from source_row, (select coalesce(bool_or(${SEX} = 'ALL'), false) as has_all from source_row
    where release_id = ${releaseId} and ${IS_COUNTED}) as sexes
  where release_id = ${releaseId} and ${IS_COUNTED} and (not has_all or ${SEX} = 'ALL')
  group by 1, 2`;
