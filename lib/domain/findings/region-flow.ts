import { type Measure, measured } from '@/lib/domain/measure/measure';
import { notApplicable, shareOf } from '@/lib/domain/reach/count-figures';
import { type CountRules, countOf, type ReachCell, totalOf } from '@/lib/domain/reach/published-count';
import type { RegionFlow } from './evidence-input';
import type { FindingPart } from './finding';
import { MORE_THAN_0, partOfMeasure, peopleOf } from './part';

const sharesOf = (cells: Readonly<Record<string, ReachCell>>, rules: CountRules): Map<string, number> | null => {
  const counts = Object.entries(cells).map(([region, cell]) => ({ region, counted: countOf(cell, rules) }));
  const people = counts.flatMap(({ region, counted }) =>
    counted.kind === 'count' ? [{ region, count: counted.count }] : [],
  );
  const total = people.reduce((sum, { count }) => sum + count, 0);
  if (people.length < counts.length || total === 0) return null;
  return new Map(people.map(({ region, count }) => [region, count / total]));
};

/** Share in the region they came from if regions were independent: Σ share of origins × share of destinations. */
const expectedShare = ({ byOrigin, byDestination }: RegionFlow, rules: CountRules): number | null => {
  const origins = sharesOf(byOrigin, rules);
  const destinations = sharesOf(byDestination, rules);
  if (!origins || !destinations) return null;
  return [...origins].reduce((sum, [region, share]) => sum + share * (destinations.get(region) ?? 0), 0);
};

const aboveExpected = (share: Measure, expected: number | null): Measure => {
  if (share.kind !== 'value' || share.interval === null) return share;
  if (expected === null) return notApplicable('A region is withheld');
  const { lower, upper } = share.interval;
  return measured(share.value - expected, {
    ...share.interval,
    lower: lower - expected,
    upper: upper - expected,
  });
};

/** Share who are in the region they came from, less what the sizes of the regions alone would give. The latter is taken as known. */
export const regionFlowPart = (label: string, flow: RegionFlow, rules: CountRules): FindingPart => {
  const people = totalOf(Object.values(flow.byOrigin), rules);
  const share = shareOf(countOf(flow.stayed, rules), people, rules);
  return partOfMeasure(
    { label, n: peopleOf(people), unit: 'share_difference', says: MORE_THAN_0 },
    aboveExpected(share, expectedShare(flow, rules)),
  );
};
