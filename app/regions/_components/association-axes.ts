import type { ContextField } from '@/components/shell/context-bar';
import type { ComparedType, IndicatorComparison } from '@/lib/contracts/region';
import { ALL } from '@/lib/domain/indicators/indicator';
import { breakdownLabel, GROUP_WORDS } from '@/lib/format/words';

/** `imd-score`, or `gp-fte-per-10k.fifth-1` for a breakdown: ids hold no dot. */
export const axisKey = ({ indicator, breakdown }: IndicatorComparison): string =>
  breakdown === ALL ? indicator.id : `${indicator.id}.${breakdown}`;

export const axisLabel = ({ indicator, breakdown }: IndicatorComparison): string =>
  [indicator.shortName, breakdownLabel(breakdown)].filter(Boolean).join(', ');

/** What each type shows first. */
const FIRST: Readonly<Record<ComparedType, { x: string; y: string }>> = {
  training_region: { x: 'imd-score', y: 'need-index-core' },
  nhs_region: { x: 'imd-score', y: 'gp-fte-per-10k.fifth-1' },
  icb: { x: 'imd-score', y: 'gp-fte-per-10k.fifths-1-2' },
  local_authority: { x: 'imd-score', y: 'rural-share' },
};

export type Axes = { x: IndicatorComparison; y: IndicatorComparison };

/** The two chosen indicators, or those that the type shows first, or the first two there are. */
export function chooseAxes(
  comparisons: readonly IndicatorComparison[],
  type: ComparedType,
  wanted: { x: string | undefined; y: string | undefined },
): Axes | null {
  const find = (key: string | undefined) => comparisons.find((comparison) => axisKey(comparison) === key);
  const x = find(wanted.x) ?? find(FIRST[type].x) ?? comparisons[0];
  const y = find(wanted.y) ?? find(FIRST[type].y) ?? comparisons[1] ?? comparisons[0];
  return x && y ? { x, y } : null;
}

export function axisFields(comparisons: readonly IndicatorComparison[], { x, y }: Axes): ContextField[] {
  const options = comparisons.map((comparison) => ({
    value: axisKey(comparison),
    label: axisLabel(comparison),
    group: GROUP_WORDS[comparison.indicator.group],
  }));
  return [
    { name: 'x', label: 'Across', value: axisKey(x), options },
    { name: 'y', label: 'Up', value: axisKey(y), options },
  ];
}
