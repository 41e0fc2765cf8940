import { z } from 'zod';
import { differenceOf, revealsSmallCount } from '@/lib/domain/disclosure/differencing';
import { isDominated } from '@/lib/domain/disclosure/dominance';
import { countsBehindPercentage } from '@/lib/domain/disclosure/inversion';
import { isSmallCount, RULE_SETS } from '@/lib/domain/disclosure/rule-set';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';

const rule = RULE_SETS.nhs_subnational_1_to_7;
const Count = z.object({ filter: z.string().optional(), count: z.number() });
const NO_LEAK = { leak: false, derived: null };

const exact = (count: number) => ({ lowest: count, highest: count });

const gap = (whole: number, part: number): { readonly leaks: boolean; readonly count: number } => {
  const range = differenceOf(exact(whole), exact(part));
  return { leaks: revealsSmallCount(range, rule), count: range.lowest };
};

/** The group that one of two nested filters leaves out. */
const leftOut = (filter: string): string => (filter.includes('!=') ? filter.replace('!=', '=') : 'the one LSOA');

/** Each pattern of release: whether it is one, and what it gives away. */
interface Pattern {
  readonly shape: z.ZodType;
  readonly verdict: (input: unknown) => Record<string, unknown>;
}

const pattern = <T>(shape: z.ZodType<T>, verdict: (input: T) => Record<string, unknown>): Pattern => ({
  shape,
  verdict: (input) => verdict(shape.parse(input)),
});

const nestedFilters = pattern(z.object({ q1: Count, q2: Count }), ({ q1, q2 }) => {
  const { leaks, count } = gap(q1.count, q2.count);
  return leaks ? { leak: true, derived: { filter: leftOut(q2.filter ?? ''), count } } : NO_LEAK;
});

const releases = pattern(z.object({ release_2023: Count, release_2024: Count }), ({ release_2023, release_2024 }) => {
  const { leaks, count } = gap(release_2024.count, release_2023.count);
  return leaks ? { leak: true, derived: { filter: 'joined between releases', count } } : NO_LEAK;
});

const ownScope = pattern(z.object({ own_scope_count: z.number(), national_count: z.number() }), (input) => {
  const { leaks, count } = gap(input.national_count, input.own_scope_count);
  return leaks ? { leak: true, derived: `${count} at all other schools` } : NO_LEAK;
});

/** The base is `35 (rounded)` or `10 (rounded from 9)`: the second says what the exact one was. */
const percentage = pattern(
  z.object({ percent_displayed: z.number(), base_displayed: z.string() }),
  ({ percent_displayed, base_displayed }) => {
    const [roundedBase = 0, exactBase] = [...base_displayed.matchAll(/\d+/g)].map(([digits]) => Number(digits));
    const candidates = countsBehindPercentage(
      percent_displayed,
      roundedBase,
      Number.isInteger(percent_displayed) ? 0 : 1,
    );
    const counts = candidates.map(([count]) => count);
    const range = { lowest: Math.min(...counts), highest: Math.max(...counts) };
    const [numerator, denominator] = candidates.find(([, base]) => base === exactBase) ?? [];
    return revealsSmallCount(range, rule) ? { leak: true, derived: { numerator, denominator } } : NO_LEAK;
  },
);

const sharedAttribute = pattern(z.object({ offers: z.number(), applicants: z.number() }), ({ offers, applicants }) => {
  const isShared = offers === 0 || offers === applicants;
  const attribute = offers === 0 ? 'no offer' : 'offer';
  return isShared && applicants < rule.smallestBase
    ? { leak: true, derived: `all ${applicants} share the attribute "${attribute}"` }
    : NO_LEAK;
});

const dominance = pattern(z.object({ contributors: z.array(z.number()) }), ({ contributors }) =>
  isDominated(contributors) ? { leak: true, derived: 'the one contributor can subtract itself' } : NO_LEAK,
);

const sortOrder = pattern(z.object({ rule: z.string(), order: z.array(z.string()) }), ({ rule: sortedBy, order }) => {
  const hidden = order.filter((entry) => entry.endsWith('*')).map((entry) => entry.replace(' *', ''));
  const isGivenAway = sortedBy.includes('true value') && hidden.length > 1;
  return isGivenAway ? { leak: true, derived: hidden.join(' <= ') } : NO_LEAK;
});

const flows = pattern(
  z.object({ flows: z.record(z.string(), z.number()), rule: z.literal('draw line if >0') }),
  (input) => {
    const small = Object.entries(input.flows).find(([, count]) => isSmallCount(count));
    if (!small) return NO_LEAK;
    const [route, count] = small;
    const people = count === 1 ? 'a single student' : `${count} students`;
    return { leak: true, derived: `existence of ${people} from ${route.split('->')[0]}` };
  },
);

const PATTERNS = [nestedFilters, releases, ownScope, percentage, sharedAttribute, dominance, sortOrder, flows];

export const sdcDifferencingAttacks: Adapter = (input) => {
  const found = PATTERNS.find(({ shape }) => shape.safeParse(input).success);
  return found ? found.verdict(input) : { refused: 'a pattern that is not known' };
};
