import { LEAST_SCHOOLS } from '@/lib/domain/journeys/schools-held';
import { type Measure, NOT_LOADED, SUPPRESSED } from '@/lib/domain/measure/measure';
import { shareBeside, shareOf } from '@/lib/domain/reach/count-figures';
import { type ByFifth, deprivationGradient, FIFTHS } from '@/lib/domain/reach/deprivation-gradient';
import { type CountRules, countOf, EXACT_COUNTS, type ReachCell, totalOf } from '@/lib/domain/reach/published-count';
import { type GroupCount, type NamedBase, readingOf, representation } from '@/lib/domain/reach/representation';
import type { FindingEvidence, SlopeWithFounding } from './evidence-input';
import type { FindingPart, Underlying } from './finding';
import { LESS_THAN_0, MORE_THAN_0, partOfCoefficient, partOfMeasure, peopleOf, type Says, underlyingOf } from './part';
import { type Tested, testedOf } from './tested';

const MORE_THAN_HALF: Says = { side: 'above', than: 0.5 };

const peopleIn = (cells: readonly ReachCell[], rules: CountRules): number | null => peopleOf(totalOf(cells, rules));

const ratioPart = (
  { label, group, says }: { readonly label: string; readonly group: string; readonly says: Says },
  groups: readonly GroupCount[],
  { base, rules }: { readonly base: NamedBase; readonly rules: CountRules },
): FindingPart => {
  const result = representation(groups, { unknown: { kind: 'not_loaded' }, base, rules });
  const ratio = result.groups.find((one) => one.group === group)?.ratio ?? NOT_LOADED;
  const n = peopleIn(
    groups.flatMap(({ people }) => people),
    rules,
  );
  return partOfMeasure({ label, n, unit: 'ratio', says }, ratio);
};

const asGroups = (entrants: ByFifth<ReachCell>): GroupCount[] =>
  FIFTHS.map((group) => ({ group, people: entrants[group] }));

/**
 * A share of schools, which are no people: nothing is rounded. Of fewer than three it would tell one of them by itself, or to another of
 * them.
 */
const shareOfSchools = (part: number, whole: number): Measure => {
  if (whole < LEAST_SCHOOLS) return SUPPRESSED;
  const schools = (count: number) => countOf({ kind: 'value', count }, EXACT_COUNTS);
  return shareOf(schools(part), schools(whole), EXACT_COUNTS);
};

/** Schools that recruit more than in proportion nearby, as a share of those with a figure. */
const localPart = (schools: NonNullable<FindingEvidence['localBySchool']>['schools']): FindingPart => {
  const readings = schools.flatMap(({ ratio }) => readingOf(ratio) ?? []);
  const local = readings.filter((reading) => reading === 'over').length;
  const hasNoBase = schools.length > 0 && schools.every(({ ratio }) => ratio.kind === 'not_loaded');
  return partOfMeasure(
    { label: 'Schools above proportion in their own region', n: readings.length, unit: 'share', says: MORE_THAN_HALF },
    hasNoBase ? NOT_LOADED : shareOfSchools(local, readings.length),
  );
};

/** What the schools' shares of women say together; each school's own is for its staff, and so is its name here. */
const underlyingOfAll = (shares: readonly Measure[]): Underlying => {
  const all = shares.map((share) =>
    share.kind === 'value' && share.interval ? underlyingOf(share.interval, MORE_THAN_HALF) : 'cannot_tell',
  );
  if (all.includes('not_supported')) return 'not_supported';
  return all.length > 0 && all.every((one) => one === 'supported') ? 'supported' : 'cannot_tell';
};

const womenPart = ({ schools, rules }: NonNullable<FindingEvidence['sexBySchool']>): FindingPart => {
  const shares = schools.map(({ women, men }) => shareBeside(countOf(women, rules), countOf(men, rules), rules));
  const told = shares.flatMap((share) => (share.kind === 'value' && share.interval ? [share.interval] : []));
  const above = told.filter((interval) => underlyingOf(interval, MORE_THAN_HALF) === 'supported').length;
  const label = 'Schools with more women than men, clear of chance';
  const part = partOfMeasure(
    { label, n: told.length, unit: 'share', says: MORE_THAN_HALF },
    shareOfSchools(above, told.length),
  );
  return { ...part, underlying: underlyingOfAll(shares) };
};

const foundingPart = (label: string, says: Says, slope: SlopeWithFounding | null): FindingPart =>
  partOfCoefficient(
    { label, n: slope?.n ?? null, unit: 'rank_correlation', says },
    slope && { estimate: slope.correlation, lower: slope.lower, upper: slope.upper },
  );

/** Claims of the journeys summary on who comes from where. */
export const REACH_FINDINGS = {
  'A2-2.3': ({ entrantsByFifth }: FindingEvidence): Tested =>
    testedOf(entrantsByFifth, ({ entrants, base, deprivationSlope, rules }) => [
      partOfMeasure(
        {
          label: 'Gradient over deprivation fifths, entrants',
          n: peopleIn(Object.values(entrants), rules),
          unit: 'ratio_slope',
          says: MORE_THAN_0,
        },
        deprivationGradient(entrants, base, rules),
      ),
      foundingPart('Deprivation slope with founding year, schools', MORE_THAN_0, deprivationSlope),
    ]),

  'A2-2.4': ({ localBySchool }: FindingEvidence): Tested =>
    testedOf(localBySchool, ({ schools }) => [localPart(schools)]),

  'A2-2.5': ({ distanceSlope }: FindingEvidence): Tested =>
    testedOf(distanceSlope, (slope) => [
      foundingPart('Distance slope with founding year, schools', LESS_THAN_0, slope),
    ]),

  'A2-2.6': ({ sexBySchool }: FindingEvidence): Tested => testedOf(sexBySchool, (loaded) => [womenPart(loaded)]),

  'A2-2.7': ({ ethnicGroups }: FindingEvidence): Tested =>
    testedOf(ethnicGroups, ({ groups, base, rules }) => [
      ratioPart(
        { label: `Non-white entrants against ${base.name}`, group: 'non_white', says: { side: 'above', than: 1 } },
        groups,
        { base, rules },
      ),
    ]),

  'A2-2.12': ({ deprivedOverTime }: FindingEvidence): Tested =>
    testedOf(deprivedOverTime, ({ periods, base, rules }) =>
      periods
        .toReversed()
        .map(({ label, entrants }) =>
          ratioPart(
            { label: `Most deprived fifth, entrants ${label}`, group: '1', says: { side: 'below', than: 1 } },
            asGroups(entrants),
            { base, rules },
          ),
        ),
    ),
} as const;
