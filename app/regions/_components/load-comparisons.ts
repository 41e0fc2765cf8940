import type { ComparedType, IndicatorComparison } from '@/lib/contracts/region';
import { compareAreas } from '@/lib/data/figures';
import type { Root } from '@/lib/domain/geography/area';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import { breakdownsOf } from './rug-entries';

type LoadInput = {
  root: Root;
  type: ComparedType;
  on: string | undefined;
  indicators: readonly Indicator[];
  comparatorCode: string;
};

const isLoaded = ({ rows }: IndicatorComparison): boolean => rows.some(({ figure }) => figure !== null);

/** Every indicator and breakdown that at least one area of the type has, through the same read as a single one. */
export async function loadComparisons({
  root,
  type,
  on,
  indicators,
  comparatorCode,
}: LoadInput): Promise<IndicatorComparison[]> {
  const compared = indicators.filter(({ display, group }) => display === 'profile' && group !== 'schools');
  const perIndicator = await Promise.all(
    compared.map(async ({ id }) => {
      const read = (breakdown: string | null) =>
        compareAreas({ root, type, on, indicatorId: id, breakdown, comparatorCode });
      const first = await read(null);
      if (!isLoaded(first)) return [];
      return Promise.all(
        breakdownsOf(first).map((breakdown) => (breakdown === first.breakdown ? first : read(breakdown))),
      );
    }),
  );
  return perIndicator.flat().filter(isLoaded);
}
