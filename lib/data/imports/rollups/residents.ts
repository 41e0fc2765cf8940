import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { areaSums, INDICATIVE_REGION, INTO_OBSERVATION, UNLESS_MADE } from '@/lib/data/imports/area-sums';
import { lookupNotes } from '@/lib/data/imports/code-notes';
import { findSmallAreaInput, vintageOf } from '@/lib/data/imports/inputs';
import type { Rollup } from '@/lib/data/imports/rollup';

const findLookup = async (tx: Executor, releaseId: string) => {
  const { lsoaYear } = await vintageOf(tx, releaseId);
  return findSmallAreaInput(tx, {
    dataset: 'ons_lsoa_icb',
    what: 'an ONS look-up to boards and local authorities',
    lsoaYear,
  });
};

async function writeFigures(tx: Executor, releaseId: string, lookup: string): Promise<void> {
  const units = sql`
    select look.icb, look.lad, file.people from
      (select body->>'lsoaCode' as lsoa, body->>'icbCode' as icb, body->>'ladCode' as lad
        from source_row where release_id = ${lookup}) as look
      full join (select body->>'lsoaCode' as lsoa, (body->>'residents')::float8 as people
        from source_row where release_id = ${releaseId} and body->>'lsoaCode' like 'E01%'
          and jsonb_typeof(body->'residents') = 'number') as file using (lsoa)`;
  await tx.execute(sql`
    with ${areaSums(units, {
      sums: { units: sql`count(*)`, peopled: sql`count(people)`, people: sql`sum(people)` },
      isWholeCountry: true,
    })}
    ${INTO_OBSERVATION}
    select 'population', code, ${releaseId}, '2021', '2021-03-21', '2021-03-21', 'all', null, null, people, 'value',
      'derived', case when type = 'training_region' then ${INDICATIVE_REGION} end
    from area_sums where peopled = units and not exists (select from units where units.icb is null)
    ${UNLESS_MADE}`);
}

/** Residents of Census 2021, by area; also what scores of deprivation are weighted by. */
export const residentsRollup: Rollup = {
  dataset: 'census_residents_lsoa',
  inputs: ['ons_lsoa_icb'],
  figures: async (tx, { releaseId }) => {
    const found = await findLookup(tx, releaseId);
    if (found.kind === 'none') return;
    for (const lookup of found.releaseIds) await writeFigures(tx, releaseId, lookup);
  },
  notes: async (tx, { releaseId }) => {
    const lookup = await findLookup(tx, releaseId);
    return lookup.kind === 'none' ? [lookup.note] : lookupNotes(tx, lookup.releaseIds);
  },
};
