import { type Successor, weightsAddUp } from './successor';

/** A figure of one area in one period. `period` is anything that tells periods apart, such as the last day. */
export interface RebasePoint {
  readonly areaCode: string;
  readonly period: string;
  /** Null where the figure is withheld or doesn't apply. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/**
 * `count`: adds over areas. `rate`: `scale` × numerator ÷ denominator (100 for per cent); `populations` are residents by
 * area code, used where the denominators aren't known.
 */
export type SeriesKind =
  | { readonly kind: 'count' }
  | { readonly kind: 'rate'; readonly scale: number; readonly populations: ReadonlyMap<string, number> };

/** What was added or averaged: said beside the figure. */
export type RebaseMethod = 'sum' | 'counts' | 'denominators' | 'residents';

export type RebaseRefusal = 'no_weight' | 'weights_do_not_add' | 'part_missing' | 'no_residents' | 'not_finite';

type Quantity = Pick<RebasePoint, 'value' | 'numerator' | 'denominator'>;

interface GivenPart {
  readonly areaCode: string;
  readonly weight: number | null;
  /** All successors of the part's area, to see that its shares add up. */
  readonly siblings: readonly Successor[];
  readonly point: RebasePoint | null;
}

interface KnownPart {
  readonly areaCode: string;
  readonly weight: number;
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

type Combined =
  | { readonly kind: 'combined'; readonly quantity: Quantity; readonly method: RebaseMethod }
  | { readonly kind: 'refused'; readonly reason: RebaseRefusal; readonly partCode: string };

const refused = (reason: RebaseRefusal, partCode: string): Combined => ({ kind: 'refused', reason, partCode });

const refusalOf = ({ weight, siblings, point }: GivenPart): RebaseRefusal | null => {
  if (weight === null || siblings.some((sibling) => sibling.weight === null)) return 'no_weight';
  if (!weightsAddUp(siblings)) return 'weights_do_not_add';
  if (!point || point.value === null) return 'part_missing';
  return Number.isFinite(point.value) ? null : 'not_finite';
};

const known = ({ areaCode, weight, point }: GivenPart): KnownPart[] =>
  weight === null || !point || point.value === null
    ? []
    : [{ areaCode, weight, value: point.value, numerator: point.numerator, denominator: point.denominator }];

/** The weighted sum, or null where a part doesn't have the quantity. */
const sumOf = (parts: readonly KnownPart[], quantity: (part: KnownPart) => number | null): number | null =>
  parts.reduce<number | null>((sum, part) => {
    const amount = quantity(part);
    return sum === null || amount === null ? null : sum + part.weight * amount;
  }, 0);

const weightedRate = (
  parts: readonly KnownPart[],
  sizeOf: (part: KnownPart) => number | null,
): { readonly value: number; readonly size: number } | null => {
  const size = sumOf(parts, sizeOf);
  const total = sumOf(parts, (part) => {
    const own = sizeOf(part);
    return own === null ? null : own * part.value;
  });
  return size === null || total === null || !(size > 0) ? null : { value: total / size, size };
};

const combineRates = (
  { scale, populations }: { readonly scale: number; readonly populations: ReadonlyMap<string, number> },
  parts: readonly KnownPart[],
): Combined => {
  const numerator = sumOf(parts, (part) => part.numerator);
  const denominator = sumOf(parts, (part) => part.denominator);
  if (numerator !== null && denominator !== null && denominator > 0) {
    const value = (scale * numerator) / denominator;
    return { kind: 'combined', quantity: { value, numerator, denominator }, method: 'counts' };
  }
  const byDenominator = weightedRate(parts, (part) => part.denominator);
  if (byDenominator) {
    const { value, size } = byDenominator;
    return { kind: 'combined', quantity: { value, numerator: null, denominator: size }, method: 'denominators' };
  }
  const byResidents = weightedRate(parts, ({ areaCode }) => populations.get(areaCode) ?? null);
  if (byResidents && Number.isFinite(byResidents.value)) {
    const { value } = byResidents;
    return { kind: 'combined', quantity: { value, numerator: null, denominator: null }, method: 'residents' };
  }
  const unknown = parts.find(({ areaCode }) => !Number.isFinite(populations.get(areaCode) ?? Number.NaN));
  return refused('no_residents', (unknown ?? parts[0])?.areaCode ?? '');
};

/** The figure of an area from the shares of others that make it up. See `rebaseSeries`. */
export const combineParts = (kind: SeriesKind, given: readonly GivenPart[]): Combined => {
  for (const part of given) {
    const reason = refusalOf(part);
    if (reason) return refused(reason, part.areaCode);
  }
  const parts = given.flatMap(known);
  if (kind.kind === 'rate') return combineRates(kind, parts);
  const value = sumOf(parts, (part) => part.value);
  const quantity = {
    value,
    numerator: sumOf(parts, (part) => part.numerator),
    denominator: sumOf(parts, (part) => part.denominator),
  };
  return { kind: 'combined', quantity, method: 'sum' };
};
