import { sql } from 'drizzle-orm';
import {
  areaSums,
  BOARDS_BY_NHS_CODE,
  exactSum,
  INDICATIVE_REGION,
  INTO_OBSERVATION,
} from '@/lib/data/imports/area-sums';
import { absentBoardNotes, givenDay, NO_DAY } from '@/lib/data/imports/inputs';
import type { Rollup } from '@/lib/data/imports/rollup';

/** Patients per GP, trainees and locums included; practices without either number are left out of both sums. */
export const gpPracticesRollup: Rollup = {
  dataset: 'gp_practice_detailed',
  figures: async (tx, { releaseId }) => {
    const day = await givenDay(tx, releaseId);
    if (day === null) return;
    const units = sql`
      select board.code as icb, null::text as lad, (body->>'patients')::float8 as patients, (body->>'gpFte')::float8 as fte
      from source_row left join ${BOARDS_BY_NHS_CODE} as board(nhs_code, code) on board.nhs_code = body->>'icbCode'
      where release_id = ${releaseId} and jsonb_typeof(body->'patients') = 'number' and jsonb_typeof(body->'gpFte') = 'number'`;
    await tx.execute(sql`
      with ${areaSums(units, {
        sums: { patients: sql`sum(patients)`, fte: exactSum(sql`fte`) },
        isWholeCountry: false,
      })}
      ${INTO_OBSERVATION}
      select 'patients-per-gp-incl-trainees', code, ${releaseId}, to_char(${day}::date, 'FMDD FMMonth YYYY'), ${day}::date,
        ${day}::date, 'all', patients, fte, patients / fte, 'value', 'derived',
        case when type = 'training_region' then ${INDICATIVE_REGION} end
      from area_sums where fte > 0`);
  },
  notes: async (tx, { releaseId }) =>
    (await givenDay(tx, releaseId)) === null
      ? [NO_DAY]
      : absentBoardNotes(tx, { releaseId, key: 'icbCode', result: 'England and the regions get no figure' }),
};
