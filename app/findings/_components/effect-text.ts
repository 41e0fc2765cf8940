import type { FindingResult } from '@/lib/domain/findings/finding';
import { formatCount, formatNumber } from '@/lib/format/number';

const DECIMALS = 3;

/** An effect with its interval, unit and number. */
export function effectText({
  effect,
  lower,
  upper,
  n,
  unit,
}: Pick<FindingResult, 'effect' | 'lower' | 'upper' | 'n' | 'unit'>): string {
  if (effect === null) return 'no figure';
  const range =
    lower === null || upper === null
      ? ', no interval'
      : ` (95% interval ${formatNumber(lower, DECIMALS)} to ${formatNumber(upper, DECIMALS)})`;
  const size = n === null ? '' : `; n = ${formatCount(n)}`;
  return `${formatNumber(effect, DECIMALS)}${range}${unit === null ? '' : `, ${unit}`}${size}`;
}
