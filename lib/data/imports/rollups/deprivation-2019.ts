import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { areaSums, exactSum, INDICATIVE_REGION, INTO_OBSERVATION } from '@/lib/data/imports/area-sums';
import { type FigureNote, figureNote } from '@/lib/data/imports/figure-note';
import { findSmallAreaInput } from '@/lib/data/imports/inputs';
import type { Rollup } from '@/lib/data/imports/rollup';
import { FORMER_PARTS } from '@/lib/domain/geography/former-authorities';
import { LSOA_COUNT } from '@/lib/domain/geography/lsoa-vintage';

const LSOA_YEAR = 2011;
const REBASED = 'Authorities of 2019 that were merged since are counted in their successors.';

const FORMER = sql`(select * from unnest(${sql.param(FORMER_PARTS.map(({ code }) => code))}::text[],
  ${sql.param(FORMER_PARTS.map(({ successor }) => successor))}::text[]) as former(code, successor))`;

const Cover = z.object({ rows: z.number(), peopled: z.number(), withLad: z.number() });

async function coverOf(tx: Executor, releaseId: string): Promise<z.infer<typeof Cover>> {
  const result = await tx.execute(sql`
    select count(*)::int as rows, count(*) filter (where jsonb_typeof(body->'population') = 'number')::int as peopled,
      count(body->>'ladCode')::int as "withLad"
    from source_row where release_id = ${releaseId}`);
  return Cover.parse(z.object({ rows: z.array(Cover) }).parse(result).rows[0]);
}

const isEnough = ({ rows, peopled }: z.infer<typeof Cover>): boolean =>
  rows === LSOA_COUNT[LSOA_YEAR] && peopled === rows;

/** Small areas of 2011 are in boards by a look-up of 2011 only: the codes of 2021 look alike and are of other places. */
const findLookup = (tx: Executor) =>
  findSmallAreaInput(tx, {
    dataset: 'ons_lsoa_icb',
    what: 'an ONS look-up to boards and local authorities',
    lsoaYear: LSOA_YEAR,
  });

async function writeFigures(tx: Executor, releaseId: string): Promise<void> {
  const lookup = await findLookup(tx);
  const units = sql`
    select look.icb, coalesce(former.successor, file.lad) as lad, (former.successor is not null)::int as is_rebased,
      file.people, file.score, file.decile
    from (select body->>'lsoaCode' as lsoa, body->>'ladCode' as lad, (body->>'population')::float8 as people,
        (body->>'imdScore')::float8 as score, (body->>'imdDecile')::int as decile
      from source_row where release_id = ${releaseId}) as file
    left join (select body->>'lsoaCode' as lsoa, body->>'icbCode' as icb from source_row
      where release_id = ${lookup.kind === 'found' ? lookup.releaseId : ''}) as look using (lsoa)
    left join ${FORMER} as former on former.code = file.lad`;
  await tx.execute(sql`
    with ${areaSums(units, {
      sums: {
        people: sql`sum(people)`,
        scored: exactSum(sql`people * score`),
        tenth: sql`coalesce(sum(people) filter (where decile = 1), 0)`,
        rebased: sql`sum(is_rebased)`,
      },
      isWholeCountry: true,
    })}
    ${INTO_OBSERVATION}
    select figure.indicator_id, code, ${releaseId}, '2019', '2019-09-26', '2019-09-26', 'all', figure.numerator, people,
      figure.value, 'value', 'derived',
      case when type = 'training_region' then ${INDICATIVE_REGION}
        when type = 'local_authority' and rebased > 0 then ${REBASED} end
    from area_sums cross join lateral (values
      ('imd-2019-score', null::float8, scored / people),
      ('imd-2019-most-deprived-tenth', tenth, 100 * tenth / people)) as figure(indicator_id, numerator, value)
    where people > 0`);
}

function coverNotes({ rows, peopled, withLad }: z.infer<typeof Cover>): FigureNote[] {
  const all = LSOA_COUNT[LSOA_YEAR];
  if (rows < all) {
    const message = `The file has ${rows} of the ${all} small areas of 2011: no figure is made of a part.`;
    return [figureNote('partial', message, 'small areas')];
  }
  if (peopled < rows) {
    const message =
      'Scores of areas are weighted by the people who live in them: send File 7 with its column "Total population: mid 2015 (excluding prisoners)".';
    return [figureNote('missing', message, 'residents')];
  }
  if (withLad === rows) return [];
  const message = 'The file doesn’t name the authority of every small area: authorities get no figure.';
  return [figureNote('partial', message, 'local authorities')];
}

async function notesFor(tx: Executor, releaseId: string): Promise<FigureNote[]> {
  const method = figureNote(
    'method',
    'Its figures are indicators of 2019, of their own: they are not comparable with those of 2025, and no change is made of the two. Authorities come from the file itself; boards and regions need a look-up of 2011 small areas.',
  );
  const lookup = await findLookup(tx);
  return [method, ...coverNotes(await coverOf(tx, releaseId)), ...(lookup.kind === 'none' ? [lookup.note] : [])];
}

/** Deprivation of 2019 from small areas of 2011, weighted by the people of the file itself. */
export const deprivation2019Rollup: Rollup = {
  dataset: 'imd2019_file7',
  inputs: ['ons_lsoa_icb'],
  figures: async (tx, { releaseId }) => {
    if (isEnough(await coverOf(tx, releaseId))) await writeFigures(tx, releaseId);
  },
  notes: (tx, { releaseId }) => notesFor(tx, releaseId),
};
