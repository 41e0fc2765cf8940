import { type ChartSubject, ofCountry } from '@/components/charts/chart-papers';
import type { IndicatorComparison } from '@/lib/contracts/region';
import { AREA_TYPE_WORDS } from '@/lib/format/words';
import { axisKey, axisLabel } from './association-axes';

export const ofIndicator = (comparison: IndicatorComparison): ChartSubject => ({
  kind: 'indicator',
  code: axisKey(comparison),
  name: axisLabel(comparison),
});

/** An indicator in all areas of one type of a country. */
export function comparisonSubjects(comparison: IndicatorComparison): ChartSubject[] {
  const area = comparison.rows[0]?.area;
  if (!area) return [ofIndicator(comparison)];
  return [
    ofIndicator(comparison),
    { kind: 'area_type', code: area.type, name: AREA_TYPE_WORDS[area.type] },
    ofCountry(area.root),
  ];
}
