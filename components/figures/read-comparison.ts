import { type Comparison, compareWith } from '@/components/charts/theme';
import type { Figure } from '@/lib/contracts/figure';
import { compareWithValue } from '@/lib/domain/indicators/compare';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import { plotted } from '@/lib/domain/measure/measure';

/** How a figure stands to its comparator's value, for word, shape and colour; no interval, no comparison. */
export function readComparison(figure: Figure, comparator: Figure | null, indicator: Indicator): Comparison {
  const { comparison, side } = compareWithValue(
    figure.measure,
    comparator && plotted(comparator.measure),
    indicator.polarity,
  );
  if (comparison === 'similar' || comparison === 'not_compared') return compareWith(comparison, indicator.polarity);
  return compareWith(side === 1 ? 'higher' : 'lower', indicator.polarity);
}
