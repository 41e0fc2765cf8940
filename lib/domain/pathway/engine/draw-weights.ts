import { type EngineMemory, PLAIN_MEMORY } from '@/lib/domain/pathway/engine/kernel/engine-memory';
import type { ChoiceWeights } from './choice-node';
import type { CompiledPathway } from './compiled-pathway';
import type { DrawnParameters } from './pathway-option';

/** Weights of one draw, made in place: `nodes` for the competitions, `career` for the choice at CCT (never nested). */
export interface DrawWeights {
  readonly nodes: { nearness: Float64Array; staying: Float64Array; dissimilarity: number };
  /** `stayFactors`: e^(bonus × years), 0 to 5 years. */
  readonly career: { nearness: Float64Array; staying: Float64Array; stayFactors: Float64Array; stayPerYear: number };
}

export const drawWeights = ({ grid }: CompiledPathway, memory: EngineMemory = PLAIN_MEMORY): DrawWeights => {
  const size = grid.rows * grid.regions;
  return {
    nodes: { nearness: memory.f64(size), staying: memory.f64(2), dissimilarity: 1 },
    career: { nearness: memory.f64(size), staying: memory.f64(2), stayFactors: memory.f64(6), stayPerYear: 0 },
  };
};

/**
 * `nearness = e^(f (θ km/100 + home constant) / λ)`, `staying = e^(f κ / λ) − 1`, with f the tie factor of the class. Where the
 * stay constant is sorting, κ belongs to the home region instead of the one where one is, and years there add nothing.
 */
export const setDrawWeights = (compiled: CompiledPathway, drawn: DrawnParameters, into: DrawWeights): void => {
  const { grid, km, input } = compiled;
  const { choice, switches } = input;
  const { regions, places } = grid;
  const kappa = drawn.stayConstant ?? choice.stayConstant.value;
  const theta = drawn.distancePer100Km ?? choice.distancePer100Km.value;
  const lambda = drawn.nestDissimilarity ?? choice.nestDissimilarity.value;
  const isSorting = switches.stayConstant === 'sorting';
  const home = choice.homeConstant.value + (isSorting ? kappa : 0);
  into.nodes.dissimilarity = lambda;
  into.career.stayPerYear = isSorting ? 0 : (drawn.stayPerYear ?? choice.stayPerYear.value);
  const { stayFactors } = into.career;
  for (let years = 0; years < stayFactors.length; years += 1) {
    stayFactors[years] = Math.exp(into.career.stayPerYear * years);
  }
  for (let tie = 0; tie < 2; tie += 1) {
    const factor = tie === 0 ? 1 : choice.tieFactor.value;
    into.nodes.staying[tie] = isSorting ? 0 : Math.exp((factor * kappa) / lambda) - 1;
    into.career.staying[tie] = isSorting ? 1 : Math.exp(factor * kappa);
    for (let from = 0; from < places; from += 1) {
      for (let region = 0; region < regions; region += 1) {
        const utility = factor * ((theta * (km[from * regions + region] ?? 0)) / 100 + (from === region ? home : 0));
        const cell = (tie * places + from) * regions + region;
        into.career.nearness[cell] = Math.exp(utility);
        into.nodes.nearness[cell] = lambda === 1 ? (into.career.nearness[cell] ?? 0) : Math.exp(utility / lambda);
      }
    }
  }
};

/** The part of the weights that competitions need. */
export const nodeWeights = ({ nodes }: DrawWeights): ChoiceWeights => nodes;
