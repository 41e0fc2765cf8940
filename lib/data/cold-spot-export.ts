import 'server-only';
import type { ColdSpotRow, ColdSpots } from '@/lib/contracts/school-reach';
import type { SchoolReachQuery } from '@/lib/contracts/school-reach-query';
import { type FileFormat, tableOf } from '@/lib/contracts/table-file';
import { countryOf } from '@/lib/domain/geography/area';
import { absenceMark } from '@/lib/domain/indicators/absence-mark';
import { plotted } from '@/lib/domain/measure/measure';
import { CHANCE_WORDS, COLD_VERDICT_WORDS, EXPECTED_WORDS } from '@/lib/format/reach-words';
import { getColdSpots } from './school-reach';
import { type ExportedFile, exportTable } from './table-export';

type Fitted = Extract<ColdSpots, { kind: 'given' }>;

const COLUMNS = [
  ...['authority_code', 'authority_name', 'verdict', 'status', 'status_mark', 'entrants', 'expected', 'shortfall'],
  ...['ratio', 'lower_95', 'upper_95', 'distance_km', 'aged_16_to_17', 'school_code', 'school_name', 'period'],
  ...['root', 'provenance', 'disclosure_rule', 'rounding_base', 'source', 'publisher', 'licence', 'release'],
];

const rounded = (value: number | null, decimals: number): number | null =>
  value === null ? null : Number(value.toFixed(decimals));

function lineOf({ ratio, entrants, ...row }: ColdSpotRow) {
  const interval = ratio.kind === 'value' ? ratio.interval : null;
  return {
    authority_code: row.code,
    authority_name: row.name,
    verdict: COLD_VERDICT_WORDS[row.verdict],
    status: entrants.kind,
    status_mark: entrants.kind === 'value' ? null : absenceMark(entrants, 'people', 0),
    entrants: plotted(entrants),
    expected: rounded(row.expected, 1),
    shortfall: rounded(row.shortfall, 1),
    ratio: rounded(plotted(ratio), 3),
    lower_95: rounded(interval?.lower ?? null, 3),
    upper_95: rounded(interval?.upper ?? null, 3),
    distance_km: rounded(row.distanceKm, 1),
    aged_16_to_17: row.aged16To17,
  };
}

const papersOf = ({ overdispersion, judged, coldByChance, spread }: Fitted): [string, string][] => [
  ['expected', EXPECTED_WORDS],
  ['spread', CHANCE_WORDS({ overdispersion, judged, coldByChance, spread })],
];

/** The list of authorities that send fewer than expected, with all others below, as a file; audited. */
export async function exportColdSpots(
  code: string,
  query: Pick<SchoolReachQuery, 'period'>,
  format: FileFormat,
): Promise<ExportedFile> {
  const { school, root, cold } = await getColdSpots(code, query);
  if (cold.kind === 'absent') throw new Error('Cold spots that are absent are refused before');
  const { source, period, provenance } = cold.papers;
  const shared = {
    school_code: school.code,
    school_name: school.name,
    period,
    root: countryOf(root).code,
    provenance,
    disclosure_rule: source.ruleSet,
    rounding_base: source.roundingBase,
    source: source.title,
    publisher: source.publisher,
    licence: source.licence,
    release: source.releaseId,
  };
  const table = tableOf(
    `Cold spots of ${school.name}: authorities that send fewer entrants than expected, then all others`,
    COLUMNS,
    cold.areas.map((row) => ({ ...lineOf(row), ...shared })),
  );
  return exportTable({
    table: { ...table, papers: papersOf(cold) },
    format,
    name: `stead-cold-spots-${school.code}`,
    action: 'cold-spots.export',
    subject: school.code,
  });
}
