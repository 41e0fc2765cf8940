import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { areaSums, exactSum, INDICATIVE_REGION, INTO_OBSERVATION, UNLESS_MADE } from '@/lib/data/imports/area-sums';
import { lookupNotes } from '@/lib/data/imports/code-notes';
import { type FigureNote, figureNote } from '@/lib/data/imports/figure-note';
import { findSmallAreaInput, givenDay, NO_DAY } from '@/lib/data/imports/inputs';
import type { Rollup } from '@/lib/data/imports/rollup';
import { findPatients, patientsOf } from './patient-lists';

/** Of an area's registered patients so many have to be with practices whose doctors are known. */
const ENOUGH_COUNTED = 0.95;

type Inputs = { releaseId: string; day: string; patients: string; lookups: readonly string[] };

async function findInputs(tx: Executor, releaseId: string): Promise<Inputs | FigureNote> {
  const day = await givenDay(tx, releaseId);
  if (day === null) return NO_DAY;
  const patients = await findPatients(tx, day);
  if ('rule' in patients) return patients;
  const lookup = await findSmallAreaInput(tx, {
    dataset: 'ons_lsoa_icb',
    what: 'an ONS look-up to boards and local authorities',
    lsoaYear: patients.lsoaYear,
  });
  if (lookup.kind === 'none') return lookup.note;
  return { releaseId, day, patients: patients.releaseId, lookups: lookup.releaseIds };
}

/** Fully qualified: roles in training are left out, and the published totals, which are wrong for some practices. */
const IS_QUALIFIED = sql`upper(body->>'staffGroup') = 'GP' and upper(body->>'measure') = 'FTE'
  and lower(body->>'role') <> 'total' and body->>'role' !~* '(train|registrar|foundation)'`;

/** FTE of practices where every role has a number. */
const doctors = (releaseId: string) => sql`
  select body->>'practiceCode' as practice, ${exactSum(sql`case when is_number then (body->>'value')::float8 end`)} as fte
  from (select *, jsonb_typeof(body->'value') = 'number' as is_number from source_row
    where release_id = ${releaseId} and ${IS_QUALIFIED}) as role
  group by 1 having bool_and(is_number)`;

const joined = ({ releaseId, patients }: Inputs) => sql`
  doctors as materialized (${doctors(releaseId)}),
  registered as materialized (${patientsOf(patients)}),
  lists as materialized (select practice, sum(patients) as patients from registered group by practice)`;

/**
 * Each practice's doctors are shared out over the small areas where its patients live; an area's figure is of the patients of
 * practices whose doctors are known, and stands only where these are nearly all.
 */
async function writeFigures(tx: Executor, inputs: Inputs, lookup: string): Promise<void> {
  const units = sql`
    select look.icb, look.lad, here.patients, here.counted, here.fte
    from (select body->>'lsoaCode' as lsoa, body->>'icbCode' as icb, body->>'ladCode' as lad
      from source_row where release_id = ${lookup}) as look
    left join (
      select lsoa, sum(registered.patients) as patients, sum(registered.patients) filter (where fte is not null) as counted,
        ${exactSum(sql`fte * registered.patients / nullif(lists.patients, 0)`)} as fte
      from registered join lists using (practice) left join doctors using (practice) group by lsoa) as here using (lsoa)`;
  await tx.execute(sql`
    with ${joined(inputs)},
    ${areaSums(units, {
      sums: {
        units: sql`count(*)`,
        peopled: sql`count(patients)`,
        patients: sql`sum(patients)`,
        counted: sql`sum(counted)`,
        fte: exactSum(sql`fte`),
      },
      isWholeCountry: true,
    })}
    ${INTO_OBSERVATION}
    select 'gp-fte-by-residence', code, ${inputs.releaseId}, to_char(${inputs.day}::date, 'FMDD FMMonth YYYY'),
      ${inputs.day}::date, ${inputs.day}::date, 'all', fte, counted / 10000, 10000 * fte / counted, 'value', 'derived',
      case when type = 'training_region' then ${INDICATIVE_REGION} end
    from area_sums where peopled = units and counted >= ${ENOUGH_COUNTED} * patients and counted > 0
    ${UNLESS_MADE}`);
}

const Cover = z.object({
  unlisted: z.number(),
  unknown: z.number(),
  elsewhere: z.number(),
  share: z.number().nullable(),
});

async function coverNotes(tx: Executor, inputs: Inputs): Promise<FigureNote[]> {
  const result = await tx.execute(sql`
    with ${joined(inputs)}
    select (select count(*)::int from doctors where practice not in (select practice from lists)) as unlisted,
      (select count(*)::int from lists where practice not in (select practice from doctors)) as unknown,
      (select coalesce(sum(patients), 0)::float8 from registered where lsoa not like 'E01%') as elsewhere,
      (select 100 * sum(patients) filter (where practice in (select practice from doctors)) / nullif(sum(patients), 0) from lists)::float8 as share`);
  const [cover] = z.object({ rows: z.array(Cover) }).parse(result).rows;
  const { unlisted, unknown, elsewhere, share } = Cover.parse(cover);
  const notes = [
    figureNote(
      'method',
      'Fully qualified GPs of each practice are shared out over the small areas where its patients live. Roles in training and published totals are not counted.',
    ),
  ];
  if (unlisted + unknown > 0) {
    const covered = `${(share ?? 0).toFixed(1)}% of registered patients are counted`;
    const message = `${unknown} practices have patients and no full-time equivalent of their GPs, ${unlisted} the other way round: neither is counted; ${covered}. An area with fewer than 95% of its patients counted gets no figure.`;
    notes.push(figureNote('partial', message, 'practices'));
  }
  if (elsewhere > 0) {
    const message = `${elsewhere} patients live outside England or in no known small area: their share of the doctors is in no area.`;
    notes.push(figureNote('partial', message, 'patients elsewhere'));
  }
  return notes;
}

/** Fully qualified GPs per 10,000 patients, by where the patients live. */
export const gpResidenceRollup: Rollup = {
  dataset: 'gp_practice_high',
  inputs: ['patients_practice', 'ons_lsoa_icb'],
  figures: async (tx, { releaseId }) => {
    const inputs = await findInputs(tx, releaseId);
    if (!('patients' in inputs)) return;
    for (const lookup of inputs.lookups) await writeFigures(tx, inputs, lookup);
  },
  notes: async (tx, { releaseId }) => {
    const inputs = await findInputs(tx, releaseId);
    if (!('patients' in inputs)) return [inputs];
    return [...(await coverNotes(tx, inputs)), ...(await lookupNotes(tx, inputs.lookups))];
  },
};
