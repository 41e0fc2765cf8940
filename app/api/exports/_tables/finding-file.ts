import { tableOf } from '@/lib/contracts/table-file';
import { listFindings } from '@/lib/data/findings';
import { FINDING_DEFINITIONS } from '@/lib/domain/findings/definitions';
import { UNITS } from '@/lib/domain/findings/finding';
import { countryOf, type Root } from '@/lib/domain/geography/area';
import type { PageFile } from './page-file';

const COLUMNS = [
  ...['finding', 'claim', 'verdict', 'of_these_data', 'part', 'effect', 'unit', 'lower_95', 'upper_95', 'n'],
  ...['status_mark', 'tested_by', 'source', 'may_not_be_concluded', 'release', 'root'],
];

const TESTS = new Map(FINDING_DEFINITIONS.map(({ id, test }) => [id, test]));

const NO_PART = { label: null, effect: null, unit: null, lower: null, upper: null, n: null };

/** What the loaded data say of each published claim, one line per number it is tested by. */
export async function readFindings({ country }: { country: Root }): Promise<PageFile> {
  const { findings, release } = await listFindings(country);
  const records = findings.flatMap(({ id, claim, verdict, underlying, parts, data, caution }) =>
    (parts.length > 0 ? parts : [NO_PART]).map(({ label, effect, unit, lower, upper, n }) => ({
      ...{ finding: id, claim, verdict, of_these_data: underlying, part: label, effect },
      ...{ unit: unit && UNITS[unit], lower_95: lower, upper_95: upper, n },
      status_mark: effect === null && underlying === 'not_loaded' ? 'x' : null,
      ...{
        tested_by: TESTS.get(id) ?? null,
        source: data,
        may_not_be_concluded: caution,
        release,
        root: countryOf(country).code,
      },
    })),
  );
  return { table: tableOf('Published findings, tested again', COLUMNS, records) };
}
