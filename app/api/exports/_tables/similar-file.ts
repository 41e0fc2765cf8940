import { choosePeers, SHOWN_SIMILAR } from '@/app/regions/_components/peer-choice';
import type { Figure } from '@/lib/contracts/figure';
import { type TableFile, tableOf } from '@/lib/contracts/table-file';
import { listAreas } from '@/lib/data/areas';
import { getAreaProfile } from '@/lib/data/figures';
import { countryOf } from '@/lib/domain/geography/area';
import { latestWithValue } from '@/lib/domain/indicators/figure-input';
import { ALL } from '@/lib/domain/indicators/indicator';
import type { ContextGap } from '@/lib/domain/indicators/similar-areas';
import type { PageFile } from './page-file';

const COLUMNS = [
  ...['area_code', 'area_name', 'similar_code', 'similar_name', 'place', 'distance', 'relation', 'indicator'],
  ...['indicator_name', 'unit', 'there', 'here', 'period', 'provenance', 'source', 'publisher', 'licence'],
  ...['disclosure_rule', 'release', 'root'],
];

/** Which figure of the area itself a variable was read from: all areas are compared in its period. */
const papersOf = (figure: Figure | undefined) => ({
  ...{ period: figure?.period.label ?? null, provenance: figure?.provenance ?? null },
  ...{ source: figure?.source.name ?? null, publisher: figure?.source.publisher ?? null },
  ...{ licence: figure?.source.licence ?? null, disclosure_rule: figure?.source.ruleSet ?? null },
  release: figure?.releaseId ?? null,
});

async function tabulate(code: string): Promise<TableFile> {
  const profile = await getAreaProfile(code, null);
  const { area, indicators } = profile;
  const areas = await listAreas([area.type], { root: area.root, on: profile.comparedOn });
  const figures = [...profile.figures, ...profile.peers];
  const similar = choosePeers({ code, areas, figures, indicators, peers: '' }).nearest(SHOWN_SIMILAR);
  const found = similar.kind === 'similar' ? similar.areas : [];
  const records = found.flatMap((other, at) => {
    const line = (relation: string, { id, label, own, other: there }: ContextGap) => ({
      ...{ area_code: code, area_name: area.name, similar_code: other.code },
      similar_name: areas.find((one) => one.code === other.code)?.name ?? other.code,
      ...{ place: at + 1, distance: Number(other.distance.toFixed(4)), relation },
      ...{ indicator: id, indicator_name: label, there, here: own },
      unit: indicators.find((one) => one.id === id)?.unit ?? null,
      ...papersOf(latestWithValue(profile.figures, { indicatorId: id, breakdown: ALL })),
      root: countryOf(area.root).code,
    });
    return [...other.closest.map((gap) => line('most alike in', gap)), line('differs most in', other.furthest)];
  });
  const table = tableOf(`Areas most similar to ${area.name}`, COLUMNS, records);
  if (similar.kind !== 'similar') return table;
  const method = `Euclidean distance over ${similar.variables.join(', ')}, each standardised over all areas of this kind`;
  return { ...table, papers: [['distance', method]] };
}

/** The nearest areas in context and why they are near, one line per reason. */
export const readSimilar = async ({ area }: { area: string }): Promise<PageFile> => ({
  table: await tabulate(area),
  about: area,
});
