import type { LeverCatalogue } from '@/lib/domain/levers/lever-catalogue';
import { basicPayGbp } from '@/lib/domain/levers/pay-scale';
import { DRAW_BLOCKS, latinHypercube } from '@/lib/domain/statistics/latin-hypercube';
import { calibrateRound } from './calibration';
import type { LeverUse, RoundInputs, RoundOutcome, RoundRefusal } from './round';
import { type DrawSetting, drawRound, type RoundDraw, type UsedLever } from './round-draw';
import { placeRound } from './round-placement';
import { summariseRound } from './round-summary';

/** Stored with every run. Changes with any change that moves a number. */
export const ENGINE_VERSION = 'round-1.0.0';

export interface RoundRequest {
  readonly inputs: RoundInputs;
  readonly catalogue: LeverCatalogue;
  /** Integer; the same seed, inputs, catalogue and engine version give the same numbers. */
  readonly seed: number;
  /** Called with the result of the first 64 draws, before the rest are drawn. */
  readonly onBlock?: (partial: RoundOutcome) => void;
}

export interface ModelledRound {
  readonly kind: 'modelled';
  readonly result: RoundOutcome;
}

const isUse = (use: LeverUse): boolean =>
  use.coverage >= 0 && use.coverage <= 1 && (use.costPerPlacePerYearGbp ?? 0) >= 0 && use.costYears >= 0;

const findLeverProblem = (inputs: RoundInputs, catalogue: LeverCatalogue): RoundRefusal | null => {
  const refuse = (code: RoundRefusal['code'], message: string): RoundRefusal => ({ kind: 'refused', code, message });
  const ids = inputs.levers.map((use) => use.leverId);
  const unknown = ids.find((id) => !catalogue.levers.some((lever) => lever.id === id));
  if (unknown !== undefined) return refuse('unknown_lever', `There is no lever “${unknown}”.`);
  if (new Set(ids).size < ids.length) return refuse('duplicate_lever', 'A lever is set twice.');
  const isProbability = inputs.noEffectProbability >= 0 && inputs.noEffectProbability <= 1;
  if (!inputs.levers.every(isUse) || !isProbability || !(inputs.targetExtraPosts >= 1)) {
    return refuse('out_of_range', 'Coverage and probabilities lie between 0 and 1, costs are not below 0.');
  }
  return null;
};

const usedLevers = ({ levers }: RoundInputs, catalogue: LeverCatalogue): UsedLever[] =>
  levers.flatMap((use) => {
    const lever = catalogue.levers.find(({ id }) => id === use.leverId);
    const payPerYearGbp = use.costPerPlacePerYearGbp ?? 0;
    return lever ? [{ ...use, lever, payPerYearGbp }] : [];
  });

const drawRange = (setting: DrawSetting, from: number, to: number): RoundDraw[] =>
  Array.from({ length: to - from }, (_, i) => drawRound(setting, from + i));

/**
 * One recruitment round with and without the levers: 256 Latin-hypercube draws in blocks of 64 and
 * 192, common random numbers. Rates 0 to 1, people and posts as head counts, £ undiscounted.
 * Calibration: `calibrateRound`; the choice: `rationedChoice`. A round that can't be modelled is
 * returned as a refusal, never thrown.
 */
export const modelRound = ({ inputs, catalogue, seed, onBlock }: RoundRequest): ModelledRound | RoundRefusal => {
  const round = calibrateRound(inputs);
  if (round.kind === 'refused') return round;
  const problem = findLeverProblem(inputs, catalogue);
  if (problem) return problem;
  const setting: DrawSetting = {
    round,
    baseline: placeRound(round, [{ width: 1, deltaUtility: 0 }]),
    levers: usedLevers(inputs, catalogue),
    context: {
      shared: catalogue.shared,
      sampler: latinHypercube(seed),
      basicPayGbp: basicPayGbp(inputs.level),
      noEffectProbability: inputs.noEffectProbability,
    },
  };
  const first = drawRange(setting, 0, DRAW_BLOCKS[0]);
  if (onBlock) onBlock(summariseRound(setting, first, inputs.targetExtraPosts));
  const draws = [...first, ...drawRange(setting, DRAW_BLOCKS[0], setting.context.sampler.draws)];
  return { kind: 'modelled', result: summariseRound(setting, draws, inputs.targetExtraPosts) };
};
