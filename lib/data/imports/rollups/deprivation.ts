import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { ALIAS_CODES } from '@/lib/data/imports/area-codes';
import { areaSums, exactSum, INDICATIVE_REGION, INTO_OBSERVATION, UNLESS_MADE } from '@/lib/data/imports/area-sums';
import { lookupNotes } from '@/lib/data/imports/code-notes';
import { type FigureNote, figureNote } from '@/lib/data/imports/figure-note';
import { findSmallAreaInput, vintageOf } from '@/lib/data/imports/inputs';
import type { Rollup } from '@/lib/data/imports/rollup';

/** Domains of a record, and the indicator of each. */
const DOMAINS = ['income', 'employment', 'education', 'health', 'crime', 'housing', 'environment'] as const;
const MEASURES = ['score', ...DOMAINS] as const;

type Inputs = { releaseId: string; lookup: string; lookups: readonly string[]; residents: string | null };

const number = (value: SQL) => sql`case when jsonb_typeof(${value}) = 'number' then (${value})::float8 end`;
const domainScore = (domain: string) => number(sql`body->'domains'->${domain}->'score'`);

/** The small areas of the look-up with what the file says of them, and their residents. */
const smallAreas = ({ releaseId, lookup, residents }: Inputs): SQL => sql`
  select look.icb, coalesce(file.lad, look.lad) as lad, file.decile, file.has_row,
    ${residents === null ? sql`file.people` : sql`people.people`} as people,
    ${sql.join(
      MEASURES.map((measure) => sql`file.${sql.identifier(measure)}`),
      sql`, `,
    )}
  from (select body->>'lsoaCode' as lsoa, body->>'icbCode' as icb, body->>'ladCode' as lad
    from source_row where release_id = ${lookup}) as look
  full join (select body->>'lsoaCode' as lsoa, body->>'ladCode' as lad, 1 as has_row, (body->>'imdDecile')::int as decile,
      ${number(sql`body->'population'`)} as people, ${number(sql`body->'imdScore'`)} as score,
      ${sql.join(
        DOMAINS.map((domain) => sql`${domainScore(domain)} as ${sql.identifier(domain)}`),
        sql`, `,
      )}
    from source_row where release_id = ${releaseId}) as file using (lsoa)
  ${
    residents === null
      ? sql``
      : sql`left join (select body->>'lsoaCode' as lsoa, ${number(sql`body->'residents'`)} as people
          from source_row where release_id = ${residents}) as people using (lsoa)`
  }`;

const sums: Record<string, SQL> = {
  units: sql`count(*)`,
  rows: sql`count(has_row)`,
  tenth: sql`count(*) filter (where decile = 1)`,
  peopled: sql`count(people)`,
  people: sql`sum(people)`,
  people_tenth: sql`coalesce(sum(people) filter (where decile = 1), 0)`,
  people_fifth: sql`coalesce(sum(people) filter (where decile <= 2), 0)`,
};
for (const measure of MEASURES) {
  const column = sql.identifier(measure);
  sums[`sum_${measure}`] = exactSum(sql`people * ${column}`);
  sums[`count_${measure}`] = sql`count(${column})`;
}

/** Official scores of boards and authorities come with the summaries; those of larger areas are made here. */
const scoreValues = sql.join(
  MEASURES.map(
    (measure) => sql`(${`imd-${measure}`}, null::float8, people,
      case when type in ('england', 'nhs_region', 'training_region') and ${sql.identifier(`count_${measure}`)} = units
        and peopled = units and people > 0 then ${sql.identifier(`sum_${measure}`)} / people end)`,
  ),
  sql`, `,
);

async function writeFigures(tx: Executor, inputs: Inputs): Promise<void> {
  const weights = inputs.residents === null ? 'Weighted by residents of mid-2022, as in the file.' : null;
  await tx.execute(sql`
    with ${areaSums(smallAreas(inputs), { sums, isWholeCountry: true })}
    ${INTO_OBSERVATION}
    select figure.indicator_id, code, ${inputs.releaseId}, '2025', '2025-10-30', '2025-10-30', 'all', figure.numerator,
      figure.denominator, figure.value, 'value', 'derived',
      nullif(concat_ws(' ', case when type = 'training_region' then ${INDICATIVE_REGION} end,
        case when figure.indicator_id <> 'neighbourhoods-most-deprived-tenth' then ${weights}::text end), '')
    from area_sums cross join lateral (values
      ('neighbourhoods-most-deprived-tenth', tenth::float8, units::float8, 100.0 * tenth / units),
      ('pop-most-deprived-tenth', people_tenth, people, case when peopled = units and people > 0 then 100 * people_tenth / people end),
      ('pop-most-deprived-fifth', people_fifth, people, case when peopled = units and people > 0 then 100 * people_fifth / people end),
      ${scoreValues}) as figure(indicator_id, numerator, denominator, value)
    where area_sums.rows = units and figure.value is not null
      and not exists (select from units where units.icb is null)
    ${UNLESS_MADE}`);
}

const Fit = z.object({
  inFile: z.number(),
  inLookup: z.number(),
  both: z.number(),
  peopled: z.number(),
  withLad: z.number(),
  strangers: z.number(),
});

/** How far the file, the look-up and the residents cover the same small areas. */
async function fitOf(tx: Executor, inputs: Inputs): Promise<z.infer<typeof Fit>> {
  const result = await tx.execute(sql`
    select count(has_row)::int as "inFile", count(icb)::int as "inLookup",
      count(*) filter (where icb is not null and has_row = 1)::int as both, count(people)::int as peopled,
      count(lad)::int as "withLad",
      count(distinct icb) filter (where icb not in (select code from area) and icb not in ${ALIAS_CODES})::int as strangers
    from (${smallAreas(inputs)}) as units`);
  const [fit] = z.object({ rows: z.array(Fit) }).parse(result).rows;
  return Fit.parse(fit);
}

const coverNotes = ({ inFile, inLookup, both, peopled, withLad, strangers }: z.infer<typeof Fit>): FigureNote[] => {
  const notes: FigureNote[] = [];
  if (inFile > both) {
    const message = `${inFile - both} small areas of this file are not in the look-up: no figure is made.`;
    return [figureNote('partial', message, 'look-up')];
  }
  if (inLookup > both) {
    const message = `${inLookup - both} small areas of the look-up are not in this file: areas that they are in get no figure.`;
    notes.push(figureNote('partial', message, 'small areas'));
  }
  if (strangers > 0) {
    const message = `${strangers} boards of the look-up are not in the list of areas: they and the regions get no figure.`;
    notes.push(figureNote('partial', message, 'boards'));
  }
  if (withLad < inLookup) {
    const message =
      'Neither this file nor the look-up names the local authority of every small area: authorities get no figure.';
    notes.push(figureNote('partial', message, 'local authorities'));
  }
  if (peopled < inLookup) {
    const message =
      'Scores and shares of people wait for residents of every small area: load Census 2021 residents by LSOA (TS021 or TS001), or a File 7 with its population column. The share of small areas needs none.';
    notes.push(figureNote('missing', message, 'residents'));
  }
  return notes;
};

async function findInputs(tx: Executor, releaseId: string): Promise<Inputs | FigureNote> {
  const { lsoaYear } = await vintageOf(tx, releaseId);
  const lookup = await findSmallAreaInput(tx, {
    dataset: 'ons_lsoa_icb',
    what: 'an ONS look-up to boards and local authorities',
    lsoaYear,
  });
  if (lookup.kind === 'none') return lookup.note;
  const residents = await findSmallAreaInput(tx, { dataset: 'census_residents_lsoa', what: 'residents', lsoaYear });
  return {
    releaseId,
    lookup: lookup.releaseId,
    lookups: lookup.releaseIds,
    residents: residents.kind === 'found' ? residents.releaseId : null,
  };
}

const deprivationRollup = (dataset: 'imd2025_file7' | 'imd2025_file1'): Rollup => ({
  dataset,
  inputs: ['ons_lsoa_icb', 'census_residents_lsoa'],
  figures: async (tx, { releaseId }) => {
    const inputs = await findInputs(tx, releaseId);
    if (!('lookup' in inputs)) return;
    for (const lookup of inputs.lookups) await writeFigures(tx, { ...inputs, lookup });
  },
  notes: async (tx, { releaseId }) => {
    const inputs = await findInputs(tx, releaseId);
    if (!('lookup' in inputs)) return [inputs];
    return [...coverNotes(await fitOf(tx, inputs)), ...(await lookupNotes(tx, inputs.lookups))];
  },
});

/** Shares of small areas and of people, and scores of larger areas, from small areas of 2021. */
export const deprivationRollups: readonly Rollup[] = [
  deprivationRollup('imd2025_file7'),
  deprivationRollup('imd2025_file1'),
];
