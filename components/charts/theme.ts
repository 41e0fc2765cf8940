import type { Polarity } from '@/lib/domain/indicators/indicator';

/** How a figure stands to its comparator. */
export type Direction = 'higher' | 'lower' | 'similar' | 'not_compared';
export type Judgement = 'better' | 'worse' | 'similar' | 'none';
export type Comparison = { direction: Direction; judgement: Judgement };

/** What is good: low vacancy, high fill; deprivation and the like are never judged. */
export function compareWith(direction: Direction, polarity: Polarity): Comparison {
  if (direction === 'similar') return { direction, judgement: 'similar' };
  if (direction === 'not_compared' || polarity === 'no_judgement') return { direction, judgement: 'none' };
  const good = polarity === 'high_good' ? 'higher' : 'lower';
  return { direction, judgement: direction === good ? 'better' : 'worse' };
}

/** Direction and judgement in words; never colour alone. */
export function comparisonWord({ direction, judgement }: Comparison): string {
  if (direction === 'not_compared') return 'not compared';
  if (judgement === 'better' || judgement === 'worse') return `${direction}, ${judgement}`;
  return direction;
}

/** Tailwind class of the fill; the classes stand here in full so that they are found at build. */
export function comparisonFill({ direction, judgement }: Comparison): string {
  if (direction === 'not_compared') return 'fill-surface stroke-ink';
  if (judgement === 'better') return 'fill-better';
  if (judgement === 'worse') return 'fill-worse';
  if (direction === 'similar') return 'fill-similar';
  return direction === 'higher' ? 'fill-higher' : 'fill-lower';
}

export const SERIES_FILL = ['fill-series-1', 'fill-series-2', 'fill-series-3', 'fill-series-4'] as const;
export const SERIES_STROKE = ['stroke-series-1', 'stroke-series-2', 'stroke-series-3', 'stroke-series-4'] as const;
export const SERIES_COLOUR = ['var(--series-1)', 'var(--series-2)', 'var(--series-3)', 'var(--series-4)'] as const;
export const SERIES_DASH = ['none', '6 3', '2 3', '8 3 2 3'] as const;
export const CLASS_FILL = ['fill-q1', 'fill-q2', 'fill-q3', 'fill-q4', 'fill-q5'] as const;
export const CLASS_INK = ['fill-q1-ink', 'fill-q2-ink', 'fill-q3-ink', 'fill-q4-ink', 'fill-q5-ink'] as const;

/** At most four series to a chart: the fifth would repeat the first, so charts refuse it. */
export const seriesAt = <Entry>(list: readonly Entry[], at: number): Entry => {
  const entry = list[at % list.length];
  if (entry === undefined) throw new Error('A palette must not be empty.');
  return entry;
};
