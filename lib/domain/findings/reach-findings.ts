import { NOT_LOADED } from '@/lib/domain/measure/measure';
import { shareBeside, shareOf } from '@/lib/domain/reach/count-figures';
import { type ByFifth, deprivationGradient, FIFTHS } from '@/lib/domain/reach/deprivation-gradient';
import { type CountRules, countOf, EXACT_COUNTS, type ReachCell, totalOf } from '@/lib/domain/reach/published-count';
import { type GroupCount, type NamedBase, readingOf, representation } from '@/lib/domain/reach/representation';
import type { FindingEvidence, SlopeWithFounding } from './evidence-input';
import type { FindingPart } from './finding';
import { LESS_THAN_0, MORE_THAN_0, partOfCoefficient, partOfMeasure, type Says } from './part';
import { type Tested, testedOf } from './tested';

const MORE_THAN_HALF: Says = { side: 'above', than: 0.5 };

const peopleIn = (cells: readonly ReachCell[], rules: CountRules): number | null => {
  const total = totalOf(cells, rules);
  return total.kind === 'count' ? total.count : null;
};

const ratioPart = (
  { label, group, says }: { readonly label: string; readonly group: string; readonly says: Says },
  groups: readonly GroupCount[],
  { base, rules }: { readonly base: NamedBase; readonly rules: CountRules },
): FindingPart => {
  const result = representation(groups, { unknown: { kind: 'not_loaded' }, base, rules });
  const ratio = result.groups.find((one) => one.group === group)?.ratio ?? NOT_LOADED;
  const n = peopleIn(
    groups.map(({ people }) => people),
    rules,
  );
  return partOfMeasure({ label, n, unit: 'ratio', says }, ratio);
};

const asGroups = (entrants: ByFifth<ReachCell>): GroupCount[] =>
  FIFTHS.map((group) => ({ group, people: entrants[group] }));

/** Schools that recruit more than in proportion nearby, as a share of those with a figure. */
const localPart = (schools: NonNullable<FindingEvidence['localBySchool']>['schools']): FindingPart => {
  const readings = schools.flatMap(({ ratio }) => readingOf(ratio) ?? []);
  const local = readings.filter((reading) => reading === 'over').length;
  const cell = (count: number): ReachCell => ({ kind: 'value', count });
  const share = shareOf(countOf(cell(local), EXACT_COUNTS), countOf(cell(readings.length), EXACT_COUNTS), EXACT_COUNTS);
  return partOfMeasure(
    { label: 'Schools above proportion in their own region', n: readings.length, unit: 'share', says: MORE_THAN_HALF },
    share,
  );
};

const womenPart = (
  { school, women, men }: { readonly school: string; readonly women: ReachCell; readonly men: ReachCell },
  rules: CountRules,
): FindingPart =>
  partOfMeasure(
    { label: `Women at ${school}`, n: peopleIn([women, men], rules), unit: 'share', says: MORE_THAN_HALF },
    shareBeside(countOf(women, rules), countOf(men, rules), rules),
  );

const foundingPart = (label: string, says: Says, slope: SlopeWithFounding | null): FindingPart =>
  partOfCoefficient(
    { label, n: slope?.n ?? null, unit: 'rank_correlation', says },
    slope && { estimate: slope.correlation, lower: slope.lower, upper: slope.upper },
  );

/** Parts without a figure come first: a claim about all schools isn't told without them. */
const lowestFirst = (a: FindingPart, b: FindingPart): number => (a.effect ?? -1) - (b.effect ?? -1);

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

  'A2-2.6': ({ sexBySchool }: FindingEvidence): Tested =>
    testedOf(sexBySchool, ({ schools, rules }) => schools.map((one) => womenPart(one, rules)).sort(lowestFirst)),

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
