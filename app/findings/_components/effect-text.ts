import { type FindingResult, UNITS, type Unit } from '@/lib/domain/findings/finding';
import { formatCount, formatNumber, formatShare } from '@/lib/format/number';

type Writing = { readonly write: (effect: number) => string; readonly after: string };

const plain = (decimals: number) => (effect: number) => formatNumber(effect, decimals);
const points = (effect: number) => formatNumber(100 * effect, 1);

/** How a reader would say it; every other effect is written as it is, with its unit. */
const WRITING: Partial<Record<Unit, Writing>> = {
  share: { write: formatShare, after: '' },
  share_difference: { write: points, after: ' percentage points' },
  ratio: { write: plain(2), after: ' times, where 1 is in proportion' },
  per_place: { write: plain(2), after: ` ${UNITS.per_place}` },
};

const AS_IT_IS = plain(3);

const WRITINGS: ReadonlyMap<string, Writing | undefined> = new Map(
  Object.entries(UNITS).map(([unit, words]) => [words, Object.entries(WRITING).find(([one]) => one === unit)?.[1]]),
);

/** `58.5 percentage points (95% interval 57.9 to 59.0); n = 33,470`. */
export function effectText({
  effect,
  lower,
  upper,
  n,
  unit,
}: Pick<FindingResult, 'effect' | 'lower' | 'upper' | 'n' | 'unit'>): string {
  if (effect === null) return 'no figure';
  const { write, after } = WRITINGS.get(unit ?? '') ?? {
    write: AS_IT_IS,
    after: unit === null ? '' : `, ${unit}`,
  };
  const range =
    lower === null || upper === null ? ', no interval' : ` (95% interval ${write(lower)} to ${write(upper)})`;
  const size = n === null ? '' : `; n = ${formatCount(n)}`;
  return `${write(effect)}${after}${range}${size}`;
}
