import { graduatesPerPlace } from '@/lib/domain/reach/destinations';
import { countOf } from '@/lib/domain/reach/published-count';
import type { Coefficient, FindingEvidence } from './evidence-input';
import type { FindingPart } from './finding';
import { MORE_THAN_0, OTHER_THAN_0, partOfCoefficient, partOfComparison, partOfMeasure, peopleOf } from './part';
import { regionFlowPart } from './region-flow';
import { type Tested, testedOf } from './tested';

const termPart = (label: string, term: Coefficient | null): FindingPart[] =>
  term === null ? [] : [partOfCoefficient({ label, n: null, unit: 'log_ratio', says: MORE_THAN_0 }, term)];

/** Claims of the journeys summary on where people go. */
export const MOVE_FINDINGS = {
  'A2-2.8': ({ schoolToFoundation }: FindingEvidence): Tested =>
    testedOf(schoolToFoundation, (flow) => [
      regionFlowPart('Graduates in the region of their school, above chance', flow, flow.rules),
    ]),

  'A2-2.9': ({ movesByGroup }: FindingEvidence): Tested =>
    testedOf(movesByGroup, ({ womenAgainstMen, nonWhiteAgainstWhite, femaleTerm, nonWhiteTerm, rules }) => [
      partOfComparison({ label: 'More than 50 km, women less men', says: MORE_THAN_0 }, womenAgainstMen, rules),
      partOfComparison(
        { label: 'More than 50 km, non-white less white graduates', says: MORE_THAN_0 },
        nonWhiteAgainstWhite,
        rules,
      ),
      ...termPart('Distance term of women, model', femaleTerm),
      ...termPart('Distance term of non-white graduates, model', nonWhiteTerm),
    ]),

  'A2-2.10': ({ capital }: FindingEvidence): Tested =>
    testedOf(capital, ({ leaving, graduates, places, rules }) => {
      const people = countOf(graduates, rules);
      return [
        partOfComparison({ label: 'Left the region, capital less elsewhere', says: MORE_THAN_0 }, leaving, rules),
        partOfMeasure(
          {
            label: 'Graduates of the capital for each place there',
            n: peopleOf(people),
            unit: 'per_place',
            says: { side: 'above', than: 1 },
          },
          graduatesPerPlace(graduates, places, rules),
        ),
      ];
    }),

  'A2-2.11': ({ careersByGroup }: FindingEvidence): Tested =>
    testedOf(careersByGroup, ({ womenAgainstMen, nonWhiteAgainstWhite, mostAgainstLeastDeprived, rules }) => [
      partOfComparison(
        { label: 'Consultants, homes in the most less the least deprived fifth', says: OTHER_THAN_0 },
        mostAgainstLeastDeprived,
        rules,
      ),
      partOfComparison({ label: 'Consultants, women less men', says: OTHER_THAN_0 }, womenAgainstMen, rules),
      partOfComparison(
        { label: 'Consultants, non-white less white people', says: OTHER_THAN_0 },
        nonWhiteAgainstWhite,
        rules,
      ),
    ]),
} as const;
