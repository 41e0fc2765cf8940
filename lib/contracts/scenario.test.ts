import { describe, expect, it } from 'vitest';
import json from '@/db/seeds/published/levers.json';
import { LeverCatalogue } from '@/lib/domain/levers/lever-catalogue';
import { modelRound } from '@/lib/domain/pathway/recruitment-round';
import { RoundResult, ScenarioInputs } from './scenario';

const inputs = ScenarioInputs.parse({
  targetAreaCode: 'A',
  level: 'ST3',
  year: 2024,
  regions: [{ areaCode: 'A', areaName: 'A', posts: 100, accepts: 80, origin: 'typed', basis: '' }],
  peoplePerPlace: 2.8,
  peoplePerPlaceBasis: '',
  levers: [{ leverId: 'golden-hello', coverage: 1, costPerPlacePerYearGbp: 6_000, costYears: 3, reason: '' }],
  noEffectProbability: 0.5,
  targetExtraPosts: 5,
});

describe('RoundResult', () => {
  it('is what the model returns, whole and in part', () => {
    const partial: unknown[] = [];
    const catalogue = LeverCatalogue.parse(json);
    const modelled = modelRound({ inputs, catalogue, seed: 1, onBlock: (result) => partial.push(result) });
    expect(modelled).toMatchObject({ kind: 'modelled', result: { draws: 256 } });
    expect(RoundResult.safeParse(modelled.kind === 'modelled' && modelled.result).success).toBe(true);
    expect(partial.map((result) => RoundResult.parse(result).draws)).toEqual([64]);
  });
});
