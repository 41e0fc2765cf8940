import type { FindingEvidence } from './evidence-input';
import { LESS_THAN_0, MORE_THAN_0, OTHER_THAN_0, partOfComparison, partOfPoints, together } from './part';
import { regionFlowPart } from './region-flow';
import { type Tested, testedOf } from './tested';

const TENTH = 0.1;

const vacancySlope = ({ vacancyByDeprivation }: FindingEvidence) =>
  partOfPoints(
    { label: 'Vacancy rate of training posts on deprivation, areas', unit: 'points_per_score', says: MORE_THAN_0 },
    vacancyByDeprivation?.points ?? [],
  );

type Papers = { readonly data: string; readonly periodEnd?: string | null };

/** The papers of a card of two sets of figures: as old as the older. */
const bothOf = (one: Papers, other: Papers): Pick<Tested, 'data' | 'periodEnd'> => ({
  data: `${one.data}. ${other.data}`,
  periodEnd: [one.periodEnd, other.periodEnd].reduce<string | null>(
    (oldest, end) => (end && (oldest === null || end < oldest) ? end : oldest),
    null,
  ),
});

/** Claims of the programme's summary. */
export const WORKFORCE_FINDINGS = {
  'A1-1.2': ({ supplyAgainstNeed }: FindingEvidence): Tested =>
    testedOf(supplyAgainstNeed, ({ points }) => [
      partOfPoints({ label: 'GPs on need, areas', unit: 'doctors_per_need', says: LESS_THAN_0 }, points, TENTH),
    ]),

  'A1-1.3': (evidence: FindingEvidence): Tested =>
    testedOf(
      evidence.vacancyByDeprivation,
      ({ domains }) => [
        vacancySlope(evidence),
        ...Object.entries(domains).map(([domain, points]) =>
          partOfPoints(
            { label: `Vacancy rate on ${domain}, areas`, unit: 'points_per_score', says: MORE_THAN_0 },
            points,
          ),
        ),
      ],
      // The domains go together: they stand beside the whole and don't decide.
      (parts) => together(parts.slice(0, 1)),
    ),

  'A1-1.6': (evidence: FindingEvidence): Tested => {
    const { retentionByDeprivation: stayed, vacancyByDeprivation: vacant } = evidence;
    const tested = testedOf(stayed, ({ points }) => [
      partOfPoints(
        {
          label: 'Retention after foundation training on deprivation, areas',
          unit: 'points_per_score',
          says: LESS_THAN_0,
        },
        points,
      ),
      vacancySlope(evidence),
    ]);
    return stayed && vacant ? { ...tested, ...bothOf(stayed, vacant) } : tested;
  },

  'A1-1.10': ({ jobs }: FindingEvidence): Tested =>
    testedOf(jobs, ({ womenInSurgery, nonWhiteInGeneralPractice, mostDeprivedInGeneralPractice, rules }) => [
      partOfComparison({ label: 'Women, surgery less other specialties', says: LESS_THAN_0 }, womenInSurgery, rules),
      partOfComparison(
        { label: 'Non-white people, general practice less other specialties', says: OTHER_THAN_0 },
        nonWhiteInGeneralPractice,
        rules,
      ),
      partOfComparison(
        { label: 'Homes in the most deprived fifth, general practice less other specialties', says: OTHER_THAN_0 },
        mostDeprivedInGeneralPractice,
        rules,
      ),
    ]),

  'A1-1.11': ({ trainingToCareer }: FindingEvidence): Tested =>
    testedOf(trainingToCareer, (flow) => [
      regionFlowPart('Career posts in the region of training, above chance', flow, flow.rules),
    ]),
} as const;
