import type { PeerChoice } from '@/app/regions/_components/peer-choice';
import type { SpineTableRow } from '@/components/charts/spine-table-rows';
import { rangeText } from '@/components/charts/spine-text';
import type { Figure } from '@/lib/contracts/figure';
import type { AreaProfile } from '@/lib/contracts/region';
import { type TableFile, tableOf } from '@/lib/contracts/table-file';
import { countriesOf, countryOf } from '@/lib/domain/geography/area';
import { absenceMark } from '@/lib/domain/indicators/absence-mark';
import { rankText } from '@/lib/domain/indicators/rank';
import { plotted } from '@/lib/domain/measure/measure';
import { qualityText } from '@/lib/format/quality-words';

type SpineFileInput = { profile: AreaProfile; peers: PeerChoice; region: AreaProfile | null };

const COLUMNS = [
  ...['indicator', 'indicator_name', 'unit', 'breakdown', 'area_code', 'area_name', 'period', 'status', 'status_mark'],
  ...[
    'value',
    'lower_95',
    'upper_95',
    'rank',
    'country_name',
    'country',
    'uk',
    'region_name',
    'region',
    'comparator_name',
  ],
  ...['comparator_period', 'comparator', 'range', 'peers_kind', 'peers_lowest', 'peers_highest', 'peers_count'],
  ...[
    'reading',
    'provenance',
    'over_three_years_old',
    'quality_flags',
    'source',
    'publisher',
    'licence',
    'disclosure_rule',
  ],
  ...['source_url', 'release'],
];

const numberOf = (figure: Figure | null): number | null => figure && plotted(figure.measure);

const papersOf = ({ provenance, stale, source, releaseId, quality }: Figure) => ({
  provenance,
  over_three_years_old: stale ? 'yes' : 'no',
  quality_flags: qualityText({ quality }),
  source: source.name,
  publisher: source.publisher,
  licence: source.licence,
  disclosure_rule: source.ruleSet,
  source_url: source.url,
  release: releaseId,
});

function toRecord({ figure, indicator, ...row }: SpineTableRow, { profile, peers, region }: SpineFileInput) {
  const { root } = profile.area;
  const { measure } = figure;
  const interval = measure.kind === 'value' ? measure.interval : null;
  return {
    indicator: indicator.id,
    indicator_name: indicator.name,
    unit: indicator.unit,
    breakdown: figure.breakdown,
    area_code: figure.areaCode,
    area_name: figure.areaName,
    period: figure.period.label,
    status: measure.kind,
    status_mark: measure.kind === 'value' ? null : absenceMark(measure, indicator.unit, indicator.decimals),
    value: plotted(measure),
    lower_95: interval?.lower ?? null,
    upper_95: interval?.upper ?? null,
    rank: rankText(row.rank),
    country_name: countryOf(root).name,
    country: numberOf(row.national[0] ?? null),
    uk: numberOf(row.national[1] ?? null),
    region_name: region?.area.name ?? null,
    region: numberOf(row.region),
    comparator_name: row.comparator?.areaName ?? null,
    comparator_period: row.comparator?.period.label ?? null,
    comparator: numberOf(row.comparator),
    range: rangeText({ figure, indicator, ...row }),
    peers_kind: peers.label,
    peers_lowest: row.peers?.lowest ?? null,
    peers_highest: row.peers?.highest ?? null,
    peers_count: row.peers?.count ?? null,
    reading: row.reading,
    ...papersOf(figure),
  };
}

/** The table of the compare view as a file has it: numbers as they are, what each row rests on beside it. */
export function spineFile(rows: readonly SpineTableRow[], input: SpineFileInput): TableFile {
  const { profile, peers } = input;
  const countries = countriesOf(profile.area.root).map(({ inText }) => inText);
  const title = `${profile.area.name} beside ${countries.join(', ')} and the other areas of its kind`;
  const table = tableOf(
    title,
    COLUMNS,
    rows.map((row) => toRecord(row, input)),
  );
  return { ...table, papers: peers.names ? [['your peers, in place of similar areas', peers.names]] : [] };
}
