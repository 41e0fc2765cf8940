import { ComparisonShape } from '@/components/charts/shape-mark';
import { type Comparison, comparisonWord } from '@/components/charts/theme';

/** Shape and word; the colour only repeats them. */
export function ComparisonWord({ comparison }: { comparison: Comparison }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-sm font-semibold whitespace-nowrap">
      <ComparisonShape comparison={comparison} />
      {comparisonWord(comparison)}
    </span>
  );
}
