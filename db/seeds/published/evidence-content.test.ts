import { describe, expect, test } from 'vitest';
import { EvidenceSources, EvidenceThemes, Glossary } from '@/lib/domain/recommendations/evidence';
import { Recommendations } from '@/lib/domain/recommendations/recommendation';
import { RECOMMENDATION_RULES } from '@/lib/domain/recommendations/rules';
import sourcesJson from './evidence-sources.json';
import themesJson from './evidence-themes.json';
import glossaryJson from './glossary.json';
import recommendationsJson from './recommendations.json';

const recommendations = Recommendations.parse(recommendationsJson);
const themes = EvidenceThemes.parse(themesJson);
const sources = EvidenceSources.parse(sourcesJson);
const glossary = Glossary.parse(glossaryJson);

const INDICATOR_IDS = new Set([
  'gp-fte-per-10k',
  'paediatric-posts',
  'trauma-orthopaedics-posts',
  'f2-direct-to-specialty',
  'specialty-fill-rate',
  'gp-training-fill-rate',
  'medical-vacancy-rate',
  'hospital-doctor-leaver-rate-excl-trainees',
  'hospital-doctor-stability-excl-trainees',
  'retention-in-region',
  'placement-site-moves',
  'placement-employer-moves',
  'placement-notice-met',
]);

const LEVER_IDS = new Set([
  'one-region-guarantee',
  'longer-single-site-rotations',
  'run-through-certainty',
  'early-notice',
  'linked-foundation-specialty-posts',
  'lead-employer',
  'partner-and-caring-pre-allocation',
  'working-conditions',
  'golden-hello',
  'relocation-support',
  'housing-support',
  'childcare-support',
  'travel-time',
  'study-budget',
  'ltft-flexibility',
  'coaching',
  'post-cct-fellowship',
  'bonded-return-of-service',
]);

const missing = (wanted: readonly string[], held: ReadonlySet<string>) => wanted.filter((id) => !held.has(id));
const ids = (records: readonly { id: string }[]) => new Set(records.map((record) => record.id));
const everyText = JSON.stringify([recommendations, themes]);

describe('published evidence content', () => {
  test('holds R1 to R17, eleven themes and 49 sources, each id once', () => {
    expect(recommendations.map(({ id }) => id)).toEqual(Array.from({ length: 17 }, (_, index) => `R${index + 1}`));
    expect(ids(themes).size).toBe(11);
    expect(themes).toHaveLength(11);
    expect(ids(sources).size).toBe(49);
    expect(sources).toHaveLength(49);
  });

  test('resolves every source and theme that is named', () => {
    expect(
      missing(
        [...recommendations, ...themes].flatMap(({ sourceIds }) => sourceIds),
        ids(sources),
      ),
    ).toEqual([]);
    expect(
      missing(
        recommendations.flatMap(({ themeIds }) => themeIds),
        ids(themes),
      ),
    ).toEqual([]);
  });

  test('names only known indicators and levers', () => {
    expect(
      missing(
        recommendations.flatMap(({ movesIndicatorIds }) => movesIndicatorIds),
        INDICATOR_IDS,
      ),
    ).toEqual([]);
    expect(
      missing(
        recommendations.flatMap(({ leverIds }) => leverIds),
        LEVER_IDS,
      ),
    ).toEqual([]);
  });

  test('has a recommendation for every rule', () => {
    expect(missing(Object.keys(RECOMMENDATION_RULES), ids(recommendations))).toEqual([]);
  });

  test('gives a theme no percentage and nobody a quotation', () => {
    expect(JSON.stringify(themes)).not.toMatch(/\d\s?%|per cent/);
    expect(everyText).not.toMatch(/[“”‘]/);
  });

  test('words no association as a cause', () => {
    expect(everyText).not.toMatch(/\b(causes|caused by|leads to|due to|because of deprivation|results in)\b/i);
  });

  test('rests a recommendation on interviews only where a programme source stands behind it', () => {
    const programme = new Set(sources.filter((source) => source.programme).map(({ id }) => id));
    const unsupported = recommendations.filter(
      (item) => item.fromInterviews && !item.sourceIds.some((id) => programme.has(id)),
    );
    expect(unsupported).toEqual([]);
    expect(recommendations.filter((item) => item.fromInterviews).map(({ id }) => id)).toEqual([
      'R1',
      'R2',
      'R3',
      'R4',
      'R5',
    ]);
  });

  test('defines each glossary term once and resolves its references', () => {
    const terms = new Set(glossary.map(({ term }) => term));
    expect(terms.size).toBe(glossary.length);
    expect(
      missing(
        glossary.flatMap(({ see }) => see),
        terms,
      ),
    ).toEqual([]);
  });
});
