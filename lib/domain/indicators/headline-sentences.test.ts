import { describe, expect, test } from 'vitest';
import {
  ENGLAND_AREA,
  figureOf,
  fillOf,
  gpEnds,
  NORTH_EAST,
  NORTH_EAST_AND_YORKSHIRE,
  UK_FILL,
  YORKSHIRE,
} from './figure-fixture';
import type { AreaInput, FigureInput } from './figure-input';
import { headlineSentences } from './headline-sentences';

const ALLOCATION = { period: { label: '2025/26', end: '2026-03-31' } };
const IMD = { period: { label: 'IMD 2025', end: '2025-10-30' } };
const ENGLAND = [
  figureOf(ENGLAND_AREA, 'need-index-core', 1, ALLOCATION),
  figureOf(ENGLAND_AREA, 'pop-most-deprived-fifth', 20.21, IMD),
];

const textsFor = (area: AreaInput, figures: readonly FigureInput[], catalogue: readonly string[] = []) =>
  headlineSentences({
    area,
    figures,
    comparators: [...UK_FILL, ...ENGLAND],
    indicators: catalogue.map((id) => ({ id, display: 'catalogue' as const })),
  }).map(({ text }) => text);

const YORKSHIRE_FIGURES = [
  fillOf(YORKSHIRE, 'ST3', 91, 110, { period: { label: '2023', end: '2023-12-31' } }),
  fillOf(YORKSHIRE, 'ST3', 108, 127),
  fillOf(YORKSHIRE, 'ST4', 134, 157),
  figureOf(YORKSHIRE, 'need-index-core', 1.02954, ALLOCATION),
];

describe('headlineSentences', () => {
  test('says what stands out in Yorkshire and the Humber, and what is missing', () => {
    expect(textsFor(YORKSHIRE, YORKSHIRE_FIGURES)).toEqual([
      'At ST3, 108 of 127 posts (85.0%) were filled in 2024, against 90.1% in the UK (95% interval 77.8 to 90.2: similar).',
      'Need is 3% above the England average (2025/26).',
      'How many trainees stay in the region is not loaded.',
    ]);
  });

  test('says that fill is not loaded where it is not', () => {
    expect(textsFor(NORTH_EAST, [figureOf(NORTH_EAST, 'need-index-core', 1.1174, ALLOCATION)])).toEqual([
      'How many training posts were filled is not loaded.',
      'Need is 12% above the England average (2025/26).',
      'How many trainees stay in the region is not loaded.',
    ]);
  });

  test('prefers vacant posts and who stayed where they are loaded, each beside the country', () => {
    const quarter = { period: { label: '30 September 2026', end: '2026-09-30' } };
    const after = { breakdown: 'foundation-1y', period: { label: '2025', end: '2025-12-31' } };
    const sentences = headlineSentences({
      area: YORKSHIRE,
      figures: [
        ...YORKSHIRE_FIGURES,
        figureOf(YORKSHIRE, 'training-vacancy-rate', 10.06, quarter),
        figureOf(YORKSHIRE, 'retention-in-region', 65.6, after),
      ],
      comparators: [...UK_FILL, ...ENGLAND, figureOf(ENGLAND_AREA, 'retention-in-region', 61.2, after)],
      indicators: [],
    });
    expect(sentences.map(({ text }) => text)).toEqual([
      '10.1% of funded training posts had no doctor in them on 30 September 2026.',
      'Need is 3% above the England average (2025/26).',
      '65.6% of those who finished foundation training here in 2025 were in the region a year later, against 61.2% in England.',
    ]);
    expect(sentences.at(-1)?.figure).toEqual({ indicatorId: 'retention-in-region', breakdown: 'foundation-1y' });
  });

  test('points each sentence to its figure', () => {
    const sentences = headlineSentences({
      area: YORKSHIRE,
      figures: YORKSHIRE_FIGURES,
      comparators: UK_FILL,
      indicators: [],
    });
    expect(sentences.map(({ figure }) => figure)).toEqual([
      { indicatorId: 'specialty-fill-rate', breakdown: 'ST3' },
      { indicatorId: 'need-index-core', breakdown: 'all' },
      { indicatorId: 'retention-in-region', breakdown: 'all' },
    ]);
  });

  test('never speaks from a stale or a catalogue figure', () => {
    const stale = YORKSHIRE_FIGURES.map((figure) => ({ ...figure, stale: true }));
    expect(textsFor(YORKSHIRE, stale).every((text) => text.endsWith('not loaded.'))).toBe(true);
    const catalogue = ['specialty-fill-rate', 'need-index-core'];
    expect(textsFor(YORKSHIRE, YORKSHIRE_FIGURES, catalogue).every((text) => text.endsWith('not loaded.'))).toBe(true);
  });

  test('works for an NHS region, a board and an authority', () => {
    const region = NORTH_EAST_AND_YORKSHIRE;
    const board = { code: 'E54000061', name: 'South Yorkshire', type: 'icb' };
    const authority = { code: 'E06000001', name: 'Hartlepool', type: 'local_authority' };
    expect(textsFor(region, gpEnds(region, ['fifth-1', 4.05, 'fifth-5', 5.24]))).toEqual([
      expect.stringMatching(/^Practices serving the most deprived fifth/),
      'Recent medical vacancies are not loaded.',
    ]);
    expect(textsFor(board, [figureOf(board, 'need-index-core', 1.0495, ALLOCATION)])).toEqual([
      'Need is 5% above the England average (2025/26).',
    ]);
    expect(textsFor(authority, [figureOf(authority, 'pop-most-deprived-fifth', 53.2, IMD)])).toEqual([
      '53.2% of people live in the most deprived fifth of neighbourhoods (IMD 2025), against 20.2% in England.',
    ]);
  });

  test('has nothing to say where nothing usable is loaded', () => {
    expect(textsFor({ code: 'E06000001', name: 'Hartlepool', type: 'local_authority' }, [])).toEqual([]);
  });
});
