import type { FindingId } from './finding';
import type { Twin } from './twins';

/**
 * A figure printed in a source, to stand beside what the loaded data say; never mixed with it. All but the plain-language
 * summaries were read as abstracts or excerpts: the evidence page says how much of each source was read.
 */
export interface PublishedFigure {
  /** Id of a source in the evidence library. */
  readonly sourceId: string;
  readonly beside: readonly FindingId[];
  readonly statement: string;
  /** In the unit of `unit`. */
  readonly value: number;
  readonly unit: 'pct' | 'odds_ratio' | 'application_ratio' | 'times';
  readonly limits95: { readonly lower: number; readonly upper: number } | null;
  /** People counted and all people, where the source prints them. */
  readonly counted: number | null;
  readonly outOf: number | null;
  /** Who, where and when. */
  readonly population: string;
  readonly caution: string;
  /** What the loaded journeys have of the same; null where nothing that is loaded says it. */
  readonly twin: Twin | null;
}

type Printed = Pick<PublishedFigure, 'statement' | 'value'> &
  Partial<Pick<PublishedFigure, 'counted' | 'outOf' | 'limits95' | 'caution' | 'twin'>>;
type Source = Pick<PublishedFigure, 'sourceId' | 'beside' | 'unit' | 'population'>;

const printedIn = (source: Source, figures: readonly Printed[]): PublishedFigure[] =>
  figures.map((figure) => ({
    limits95: null,
    counted: null,
    outOf: null,
    caution: '',
    twin: null,
    ...source,
    ...figure,
  }));

const STAYING = ['A1-1.11', 'A2-2.8'] as const;

const REGIONS_17 = printedIn(
  {
    sourceId: 'S14',
    beside: STAYING,
    unit: 'pct',
    population: 'UK medical graduates qualifying 1974 to 2008, 17 regions, postal surveys',
  },
  [
    {
      statement: 'Medical school in the home region',
      value: 36,
      counted: 11_381,
      outOf: 31_353,
      twin: 'school_in_home_region',
    },
    {
      statement: 'Specialty training in the region of the medical school',
      value: 48,
      counted: 10_370,
      outOf: 21_740,
      twin: 'specialty_in_school_region',
    },
    {
      statement: 'Career post in the region of the home before medical school',
      value: 34,
      counted: 4169,
      outOf: 12_119,
      twin: 'career_in_home_region',
    },
    {
      statement: 'First career post in the region of home, school or training',
      value: 70,
      counted: 7643,
      outOf: 10_887,
      twin: 'career_in_any_region',
    },
    {
      statement: 'Home, school, training and career post all in one region',
      value: 18,
      counted: 1938,
      outOf: 10_887,
      twin: 'all_in_one_region',
    },
  ],
);

const EARLIER_STUDY = printedIn(
  {
    sourceId: 'S15',
    beside: STAYING,
    unit: 'pct',
    population: 'UK medical graduates qualifying 1974 to 1993, postal surveys',
  },
  [
    { statement: 'Medical school in the home region', value: 38, outOf: 14_108, twin: 'school_in_home_region' },
    { statement: 'Career post in the region of the medical school', value: 42, twin: 'career_in_school_region' },
    { statement: 'Career post in the home region', value: 38, twin: 'career_in_home_region' },
    {
      statement: 'Career post in the region of postgraduate training',
      value: 65,
      caution: 'Those who qualified in 1983 only.',
      twin: 'career_in_training_region',
    },
  ],
);

const NEAR_TRAINING = printedIn(
  {
    sourceId: 'S22',
    beside: ['A1-1.11'],
    unit: 'pct',
    population: 'Doctors in training, as NHS England has stated',
  },
  [
    {
      statement: 'Settle within 50 miles of where they trained, “around”',
      value: 80,
      caution: 'Stated without data. Distance from training to a career post isn’t in what can be loaded.',
    },
  ],
);

const NEARER_HOME = printedIn(
  {
    sourceId: 'S16',
    beside: ['A2-2.9'],
    unit: 'odds_ratio',
    population: 'Foundation doctors of 33 UK schools, graduates of 2012 to 2014',
  },
  [
    {
      statement: 'Foundation school nearer to the parental home, free school meals against none',
      value: 1.29,
      caution:
        'Distance from home, not from the school: a long way from the school may be the way home. Limits not seen.',
    },
    {
      statement: 'Foundation school nearer to the parental home, no parent with a degree against one',
      value: 1.34,
      caution:
        'Distance from home, not from the school: a long way from the school may be the way home. Limits not seen.',
    },
  ],
);

const BACKGROUND = [
  ...printedIn({ sourceId: 'S17', beside: ['A2-2.11'], unit: 'odds_ratio', population: 'GPs in Scotland, survey' }, [
    {
      statement: 'Working in a deprived practice, parents in semi-routine or routine against managerial work',
      value: 4.3,
      limits95: { lower: 1.8, upper: 10.2 },
      caution: 'Survey with answers from 801 of 2,050, GPs only, wide limits.',
    },
  ]),
  ...printedIn(
    {
      sourceId: 'S48',
      beside: ['A1-1.10'],
      unit: 'pct',
      population: 'Entrants of 2007 and 2008 who applied for specialty training in 2015',
    },
    [
      { statement: 'Applied to general practice at all', value: 43, outOf: 7634 },
      { statement: 'Applied to general practice only', value: 26, outOf: 7634 },
    ],
  ),
];

const APPLICATION_RATIOS = [0.51, 0.69, 0.66, 0.73, 0.81, 0.9, 0.94, 1.13, 1.45, 2.19] as const;

const APPLICANTS_ONLY =
  'Applicants, not entrants. What is loaded beside a tenth is of entrants, and of the fifth that the tenth lies in.';

const FIFTH_TWINS: readonly Twin[] = [
  'entrants_fifth_1',
  'entrants_fifth_2',
  'entrants_fifth_3',
  'entrants_fifth_4',
  'entrants_fifth_5',
];

const APPLICANTS = printedIn(
  {
    sourceId: 'S18',
    beside: ['A2-2.3', 'A2-2.12'],
    unit: 'application_ratio',
    population: 'UK applicants to medicine 2009 to 2012: share of applicants ÷ share of the population',
  },
  [
    ...APPLICATION_RATIOS.map((value, i) => ({
      statement: `Deprivation tenth ${i + 1} of 10 (1 is the most deprived)`,
      value,
      caution: APPLICANTS_ONLY,
      twin: FIFTH_TWINS[Math.floor(i / 2)] ?? null,
    })),
    { statement: 'Independent schools', value: 3.74, caution: APPLICANTS_ONLY },
    { statement: 'State schools', value: 0.78, caution: APPLICANTS_ONLY },
  ],
);

const ENTRANTS = [
  ...printedIn(
    { sourceId: 'S19', beside: ['A2-2.3', 'A2-2.12'], unit: 'pct', population: 'Entrants to UK medical schools' },
    [
      {
        statement: 'From lower socio-economic backgrounds',
        value: 5,
        caution: 'Parents’ occupations, not the deprivation of an area.',
      },
    ],
  ),
  ...printedIn({ sourceId: 'S19', beside: ['A2-2.3'], unit: 'times', population: 'Applicants to UK medical schools' }, [
    { statement: 'Chance of an offer, independent against other schools', value: 1.5 },
  ]),
];

/** Figures of earlier national studies. */
export const PUBLISHED_FIGURES: readonly PublishedFigure[] = [
  ...REGIONS_17,
  ...EARLIER_STUDY,
  ...NEAR_TRAINING,
  ...NEARER_HOME,
  ...BACKGROUND,
  ...APPLICANTS,
  ...ENTRANTS,
];

export const figuresBeside = (id: FindingId): PublishedFigure[] =>
  PUBLISHED_FIGURES.filter(({ beside }) => beside.includes(id));
