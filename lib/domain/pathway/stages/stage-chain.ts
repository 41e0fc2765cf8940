import { ModelInputError } from '@/lib/domain/pathway/model-input-error';

/** A stage with its annual rates on the stock. */
export interface ChainStage {
  readonly name: string;
  readonly advanceRate: number;
  readonly exitRate: number;
}

export interface SteadyStage {
  readonly name: string;
  readonly stock: number;
  readonly advancePerYear: number;
  readonly exitPerYear: number;
}

/**
 * Steady state of stages in a row: `S = inflow ÷ (advance + exit)`; what advances feeds the next stage. Head count, rates a
 * year. Exits add up to the inflow where the last stage doesn't advance. Source: scenario model §5.3.
 * @throws ModelInputError for a rate below 0 or a stage that nobody leaves.
 */
export const stageChainSteadyState = (inflowPerYear: number, stages: readonly ChainStage[]): SteadyStage[] => {
  let inflow = inflowPerYear;
  return stages.map(({ name, advanceRate, exitRate }) => {
    if (!(advanceRate >= 0 && exitRate >= 0 && advanceRate + exitRate > 0)) {
      throw new ModelInputError(`nobody leaves the stage ${name}`);
    }
    const stock = inflow / (advanceRate + exitRate);
    inflow = stock * advanceRate;
    return { name, stock, advancePerYear: inflow, exitPerYear: stock * exitRate };
  });
};
