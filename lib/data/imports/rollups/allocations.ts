import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import {
  areaSums,
  BOARDS_BY_NHS_CODE,
  exactSum,
  INDICATIVE_REGION,
  INTO_OBSERVATION,
} from '@/lib/data/imports/area-sums';
import { figureNote } from '@/lib/data/imports/figure-note';
import { absentBoardNotes, vintageOf } from '@/lib/data/imports/inputs';
import type { Rollup } from '@/lib/data/imports/rollup';

/** The first year of "2025/26". */
const firstYear = async (tx: Executor, releaseId: string): Promise<number | null> => {
  const { period } = await vintageOf(tx, releaseId);
  const year = Number(period?.slice(0, 4));
  return Number.isInteger(year) && year > 0 ? year : null;
};

const PERSON = (key: string) => sql`case when jsonb_typeof(body->'weighted'->${key}) = 'number'
  then (body->'weighted'->>${key})::float8 end`;

/** Need-weighted ÷ registered patients, practices summed to the area; England is 1. */
export const allocationsRollup: Rollup = {
  dataset: 'nhse_allocations_practice',
  figures: async (tx, { releaseId }) => {
    const year = await firstYear(tx, releaseId);
    if (year === null) return;
    const units = sql`
      select board.code as icb, body->>'ladCode' as lad, (body->>'population')::float8 as patients,
        ${PERSON('core')} as core, ${PERSON('primaryCare')} as primary_care
      from source_row left join ${BOARDS_BY_NHS_CODE} as board(nhs_code, code) on board.nhs_code = body->>'icbOdsCode'
      where release_id = ${releaseId} and jsonb_typeof(body->'population') = 'number'`;
    await tx.execute(sql`
      with ${areaSums(units, {
        sums: { patients: sql`sum(patients)`, core: exactSum(sql`core`), primary_care: exactSum(sql`primary_care`) },
        isWholeCountry: false,
      })},
      england as (select patients, core, primary_care from area_sums where type = 'england')
      ${INTO_OBSERVATION}
      select figure.indicator_id, code, ${releaseId}, ${`${year}/${String(year + 1).slice(2)}`}, make_date(${year}, 4, 1),
        make_date(${year} + 1, 3, 31), 'all', figure.weighted, area_sums.patients,
        (figure.weighted / area_sums.patients) / (figure.england / england.patients), 'value', 'derived',
        case type when 'england' then 'By definition.' when 'training_region' then ${INDICATIVE_REGION}
          when 'local_authority' then 'Patients of the practices in the authority.' end
      from area_sums, england cross join lateral (values
        ('need-index-core', area_sums.core, england.core),
        ('need-index-primary-care', area_sums.primary_care, england.primary_care)
      ) as figure(indicator_id, weighted, england)
      where area_sums.patients > 0 and figure.weighted is not null`);
  },
  notes: async (tx, { releaseId }) =>
    (await firstYear(tx, releaseId)) === null
      ? [
          figureNote(
            'missing',
            'The year of the allocations is neither in the file nor in its name: discard it and send it again with 2025/26, say, as its period, or call it 2025_2026.csv.',
          ),
        ]
      : absentBoardNotes(tx, {
          releaseId,
          key: 'icbOdsCode',
          result: 'no index is made, for England would be of a part',
        }),
};
