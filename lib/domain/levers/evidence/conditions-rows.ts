import type { EvidenceRow } from './evidence-row';

const CLELAND = {
  citation: 'Cleland et al. 2016, Medical Education 50:189',
  year: '2013',
  population: 'UK foundation and specialty trainees, three regions',
  n: '1,323',
} as const;

/** Working conditions of trainees and consultants. */
export const CONDITIONS_ROWS: readonly EvidenceRow[] = [
  {
    code: 'S8',
    name: 'Working conditions',
    definition: 'Good against poor rota, staffing, time off.',
    estimate: 'Willingness to accept 49.8 % of earnings (trainees), 43.68 % (final-year students)',
    interval: null,
    studies: [
      CLELAND,
      { citation: 'Cleland et al. 2017', year: '2017', population: 'UK final-year students', n: '810' },
    ],
    reading: 'excerpt',
    steps: [
      { what: 'Trainees', calculation: '−0.0258 × 49.8', result: -1.28, unit: 'utility', reading: 'derived' },
      { what: 'Students', calculation: '−0.0258 × 43.68', result: -1.13, unit: 'utility', reading: 'derived' },
      {
        what: 'A sixth of the way from poor to good',
        calculation: '0.0258 × 49.8 ÷ 6',
        result: 0.214,
        unit: 'utility',
        reading: 'assumption',
      },
    ],
    certainty: 'low',
    certaintyNote: 'That the attribute matters; how far a programme moves it is yours to say.',
    use: 'lever',
    caveat: 'The whole way is outside the evidence for a package (above 1.0).',
  },
  {
    code: 'S8b',
    name: 'Consultants’ working conditions',
    definition: 'On-call, staffing, relations and hours of consultants.',
    estimate:
      'High on-call 30 %, staff shortage 11 %, fair against good relations 12 %, an hour more a week 0.9 % of net income',
    interval: 'p < 0.001',
    studies: [
      {
        citation: 'Ubach et al. 2003, BMJ 326:1432',
        year: '2003',
        population: 'Consultants, Scotland',
        n: '1,793 of 2,923',
      },
    ],
    reading: 'excerpt',
    steps: [
      { what: 'High on-call', calculation: '−0.0258 × 30', result: -0.77, unit: 'utility', reading: 'derived' },
      { what: 'Staff shortage', calculation: '−0.0258 × 11', result: -0.28, unit: 'utility', reading: 'derived' },
      { what: 'Relations', calculation: '−0.0258 × 12', result: -0.31, unit: 'utility', reading: 'derived' },
      { what: 'An hour a week', calculation: '−0.0258 × 0.9', result: -0.023, unit: 'utility', reading: 'derived' },
    ],
    certainty: 'low',
    certaintyNote: '',
    use: 'lever',
    caveat: 'Old; of consultants. The money scale is that of trainees.',
  },
];
