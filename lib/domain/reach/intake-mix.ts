import type { Measure } from '@/lib/domain/measure/measure';
import { notApplicable, shareOf, weightedSum } from './count-figures';
import { type Counted, type CountRules, countOf, type ReachCell, totalOf } from './published-count';

/** The graduates of one group (a fifth, a sex, an ethnic group, a route) by where they went. */
export interface GroupDestinations {
  readonly group: string;
  readonly people: Readonly<Record<string, ReachCell>>;
}

export interface MixedDestination {
  readonly destination: string;
  /** Share (0 to 1) with the mix of today, and with the mix asked about. */
  readonly today: Measure;
  readonly asked: Measure;
  /** `asked` less `today`, with its own interval: the two rest on the same people. */
  readonly change: Measure;
}

export type MixedDestinations =
  | { readonly kind: 'reweighted'; readonly destinations: readonly MixedDestination[]; readonly caution: string }
  | { readonly kind: 'none'; readonly reason: 'not_a_mix' | 'no_graduates' | Exclude<Measure['kind'], 'value'> };

export const FIRST_ORDER_CAUTION =
  'A first-order calculation: it gives each group of the new mix the destinations that the same group had before, and ' +
  'assumes that people like those now here would do as those did. It leaves out that a different intake may choose, and be ' +
  'chosen, differently, and that places are limited.';

/** A destination that a group's table doesn't name has nobody of the group. */
const NOBODY: Counted = { kind: 'count', isLow: false, isThin: false, count: 0, lowest: 0, highest: 0 };

const SHARE_TOLERANCE = 1e-6;

const isMix = (groups: readonly GroupDestinations[], mix: Readonly<Record<string, number>>): boolean => {
  const shares = groups.map(({ group }) => mix[group] ?? Number.NaN);
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.every((share) => share >= 0) && Math.abs(total - 1) < SHARE_TOLERANCE;
};

/**
 * Destinations if the intake had another mix of groups: Σ (new share of the group × the group's own destinations), with
 * limits from those of the groups. Nothing but the mix changes.
 * @param mix share (0 to 1) of each group, adding up to 1.
 */
export const changedIntakeMix = (
  groups: readonly GroupDestinations[],
  mix: Readonly<Record<string, number>>,
  rules: CountRules,
): MixedDestinations => {
  if (!isMix(groups, mix)) return { kind: 'none', reason: 'not_a_mix' };
  const totals = groups.map(({ people }) => totalOf(Object.values(people), rules));
  const gap = totals.find((total) => total.kind === 'gap');
  if (gap?.kind === 'gap') return { kind: 'none', reason: gap.gap.kind };
  const sizes = totals.map((total) => (total.kind === 'count' ? total.count : 0));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (all === 0) return { kind: 'none', reason: 'no_graduates' };
  const names = [...new Set(groups.flatMap(({ people }) => Object.keys(people)))];
  const rows = names.map((destination): MixedDestination => {
    const shares = groups.map(({ people }, i): Measure => {
      const whole = totals[i];
      const cell = people[destination];
      if (whole === undefined || (whole.kind === 'count' && whole.count === 0))
        return notApplicable('Nobody of this group has graduated');
      return shareOf(cell ? countOf(cell, rules) : NOBODY, whole, rules);
    });
    const mixed = (weightOf: (i: number) => number): Measure =>
      weightedSum(shares.map((measure, i) => ({ weight: weightOf(i), measure })));
    const current = (i: number): number => (sizes[i] ?? 0) / all;
    const wanted = (i: number): number => mix[groups[i]?.group ?? ''] ?? 0;
    return {
      destination,
      today: mixed(current),
      asked: mixed(wanted),
      change: mixed((i) => wanted(i) - current(i)),
    };
  });
  return { kind: 'reweighted', destinations: rows, caution: FIRST_ORDER_CAUTION };
};
