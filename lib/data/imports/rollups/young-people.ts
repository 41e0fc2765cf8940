import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { INDICATIVE_REGION, INTO_OBSERVATION } from '@/lib/data/imports/area-sums';
import { type FigureNote, figureNote } from '@/lib/data/imports/figure-note';
import type { Rollup } from '@/lib/data/imports/rollup';
import { ALL } from '@/lib/domain/indicators/indicator';
import { youngSums } from './young-sums';

const REBASED = 'Authorities that were merged since are counted in their successors.';

async function writeFigures(tx: Executor, releaseId: string): Promise<void> {
  await tx.execute(sql`
    with ${youngSums(releaseId)},
    figures as materialized (
      select lad as code, year, day, breakdown, people, case when is_rebased then ${REBASED} end as note from authorities
      union all
      select code, year, day, breakdown, people, case when type = 'training_region' then ${INDICATIVE_REGION} end from sums
        where counted = units and is_whole)
    ${INTO_OBSERVATION}
    select made.indicator_id, code, ${releaseId}, year::text, day, day, made.breakdown, made.numerator, made.denominator, made.value,
      'value', case area.root when 'demonstration' then 'demonstration' else 'derived' end, made.note
    from (
      select 'population-16-17' as indicator_id, code, year, day, breakdown, null::float8 as numerator, null::float8 as denominator,
        people as value, note from figures
      union all
      select 'non-white-share-16-17', code, year, day, ${ALL}, other.people, other.people + white.people,
        100 * other.people / (other.people + white.people), other.note
      from figures as other join figures as white using (code, year, day)
      where other.breakdown = 'non-white' and white.breakdown = 'white' and other.people + white.people > 0) as made
    join area using (code)`);
}

const Cover = z.object({
  year: z.number(),
  country: z.string(),
  breakdown: z.string(),
  counted: z.number(),
  units: z.number(),
  missing: z.array(z.string()),
});
type Cover = z.infer<typeof Cover>;

/** Countries that get no sum of a year and group, and the authorities that it lacks. */
async function lacking(tx: Executor, releaseId: string): Promise<Cover[]> {
  const result = await tx.execute(sql`
    with ${youngSums(releaseId)}
    select year, area.name as country, breakdown, counted, units, array(
      select listed.lad from listed where listed.year = sums.year and listed.root = area.root and listed.lad not in (
        select lad from authorities own where own.year = sums.year and own.breakdown = sums.breakdown) order by 1) as missing
    from sums join area using (code) where sums.type in ('england', 'country') and counted < units order by 1, 2, 3`);
  return z.object({ rows: z.array(Cover) }).parse(result).rows;
}

const Torn = z.object({ year: z.number(), codes: z.array(z.string()) });

/** Authorities that took over others, of which the file has some and not all, or themselves besides. */
async function tornNotes(tx: Executor, releaseId: string): Promise<FigureNote[]> {
  const result = await tx.execute(sql`
    with ${youngSums(releaseId)},
    torn as (select distinct lad, year from counts where (lad, year) not in (
      select lad, year from authorities where breakdown = ${ALL}))
    select year, array_agg(lad order by lad) as codes from torn group by year order by year`);
  return z
    .object({ rows: z.array(Torn) })
    .parse(result)
    .rows.map(({ year, codes }) => {
      const verb = codes.length === 1 ? 'gets' : 'get';
      const message = `Of ${year} ${codes.join(', ')} ${verb} no figure: authorities went into each that the file doesn’t have, or it has itself besides.`;
      return figureNote('partial', message, `${year}, merged authorities`);
    });
}

const NAMED = 5;
const WHOLE_ONLY =
  'Boards and regions get a sum only where they are made of whole authorities (their residents add up) and the file has each of these.';

const lackingNote = ({ year, country, counted, units, missing }: Cover): FigureNote => {
  const named = `${missing.slice(0, NAMED).join(', ')}${missing.length > NAMED ? ' …' : ''}`;
  const message = `Of ${year} the file has ${counted} of the ${units} authorities of ${country} (not ${named}): ${country} gets no figure, so nothing is compared with its young people; nor does a board or region that lacks one.`;
  return figureNote('partial', message, `${year}, authorities`);
};

const groupsNote = (year: number, covers: readonly Cover[]): FigureNote => {
  const [first] = covers;
  const names = covers.map(({ breakdown }) => breakdown).join(', ');
  const message = `Of ${year} not every authority of ${first?.country ?? ''} has a number of: ${names}. No sum, and no ratio against the country, is made of these.`;
  return figureNote('partial', message, `${year}, groups`);
};

/** People aged 16 to 17 by authority, whole and by group; sums for larger areas where nobody is missing. */
export const youngPeopleRollup: Rollup = {
  dataset: 'young_people',
  figures: (tx, { releaseId }) => writeFigures(tx, releaseId),
  notes: async (tx, { releaseId }) => {
    const covers = await lacking(tx, releaseId);
    const whole = covers.filter(({ breakdown }) => breakdown === ALL);
    const partYears = whole.map(({ year }) => year);
    const inGroups = covers.filter(({ year }) => !partYears.includes(year));
    return [
      figureNote('method', WHOLE_ONLY, 'sums'),
      ...(await tornNotes(tx, releaseId)),
      ...whole.map(lackingNote),
      ...[...new Set(inGroups.map(({ year }) => year))].map((year) =>
        groupsNote(
          year,
          inGroups.filter((one) => one.year === year),
        ),
      ),
    ];
  },
};
