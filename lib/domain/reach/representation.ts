import { type Measure, NOT_LOADED } from '@/lib/domain/measure/measure';
import { notApplicable, scaledMeasure, shareOf } from './count-figures';
import { type CountRules, type ReachCell, totalOf } from './published-count';

/** The population that groups are compared with. Its name stands beside every ratio. */
export interface NamedBase {
  /** Such as `people aged 16 to 17 in Orrinmark, 2021`. */
  readonly name: string;
  /** People in each group; null where not loaded. Taken as known: it adds nothing to the interval. */
  readonly people: Readonly<Record<string, number | null>>;
}

export interface GroupCount {
  readonly group: string;
  /** Several where a group is added up from published counts. */
  readonly people: ReachCell | readonly ReachCell[];
}

/**
 * `under`: the whole interval of the ratio is below 1, so that the group is a smaller share here than in the base;
 * `over`: above 1; `not_told_apart`: the interval holds 1.
 */
export type Reading = 'under' | 'over' | 'not_told_apart';

export interface Representation {
  readonly group: string;
  /** Share (0 to 1) of those whose group is known. */
  readonly share: Measure;
  /** Share in the named base, of its groups that are compared. */
  readonly baseShare: number | null;
  /** Share ÷ base share: 1 is in proportion. */
  readonly ratio: Measure;
  /** Null where there is no ratio. */
  readonly reading: Reading | null;
}

export interface GroupRepresentation {
  readonly base: string;
  readonly groups: readonly Representation[];
  /** Share (0 to 1) of everybody whose group isn't known. */
  readonly unknown: Measure;
}

/** What an interval about 1 says; null without a figure or an interval. */
export const readingOf = (ratio: Measure): Reading | null => {
  if (ratio.kind !== 'value' || ratio.interval === null) return null;
  if (ratio.interval.upper < 1) return 'under';
  return ratio.interval.lower > 1 ? 'over' : 'not_told_apart';
};

const baseShareOf = (base: NamedBase, groups: readonly GroupCount[], group: string): number | null => {
  const numbers = groups.map((one) => base.people[one.group] ?? null);
  const own = base.people[group] ?? null;
  if (own === null || numbers.some((one) => one === null)) return null;
  const all = numbers.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return all > 0 ? own / all : null;
};

const ratioOf = (share: Measure, baseShare: number | null): Measure => {
  if (share.kind !== 'value') return share;
  if (baseShare === null) return NOT_LOADED;
  return baseShare > 0 ? scaledMeasure(share, 1 / baseShare) : notApplicable('Nobody of this group in the base');
};

/**
 * Groups (fifths, sexes, ethnic groups) against a named base. Shares are of those whose group is known, and add up to 1;
 * the share of unknowns is of everybody. A share in proportion says nothing of how people were chosen.
 */
export const representation = (
  groups: readonly GroupCount[],
  {
    unknown,
    base,
    rules,
  }: {
    readonly unknown: ReachCell | readonly ReachCell[];
    readonly base: NamedBase;
    readonly rules: CountRules;
  },
): GroupRepresentation => {
  const known = groups.flatMap(({ people }) => people);
  const unknowns = [unknown].flat();
  const whole = totalOf(known, rules);
  return {
    base: base.name,
    groups: groups.map(({ group, people }) => {
      const share = shareOf(totalOf([people].flat(), rules), whole, rules);
      const baseShare = baseShareOf(base, groups, group);
      const ratio = ratioOf(share, baseShare);
      return { group, share, baseShare, ratio, reading: readingOf(ratio) };
    }),
    unknown: shareOf(totalOf(unknowns, rules), totalOf([...known, ...unknowns], rules), rules),
  };
};
