import { careersFrontier } from '@/lib/domain/levers/frontier/careers-frontier';
import type { FrontierChoice, Selection } from '@/lib/domain/levers/frontier/frontier-choice';

/** A setting run alone: means over the draws, against nothing. */
export interface AloneSetting {
  readonly intensity: number;
  readonly costGbp: number;
  readonly need: number;
  readonly careers: number;
}

/** Every way to set the choices, nothing at all first. */
export const everySelection = (sizes: readonly number[]): Selection[] =>
  sizes.reduce<Selection[]>(
    (selections, size) =>
      selections.flatMap((one) => [null, ...Array.from({ length: size }, (_, at) => at)].map((at) => [...one, at])),
    [[]],
  );

const BUDGET_UNITS = 250;
const MOST_PARTIAL_PLANS = 4_000;
/** Steps that values are rounded to in the search, finest first: with the coarsest there are never too many plans. */
const GRIDS = [200, 50, 12] as const;

const spanOf = (choices: readonly (readonly AloneSetting[])[], of: 'need' | 'careers'): number =>
  choices.reduce((span, settings) => span + Math.max(0, ...settings.map((one) => Math.abs(one[of]))), 0) || 1;

const onGrid = (choices: readonly (readonly AloneSetting[])[], budgetGbp: number, grid: number): FrontierChoice[] => {
  const unitGbp = Math.max(budgetGbp, 1) / BUDGET_UNITS;
  const [need, careers] = [spanOf(choices, 'need') / grid, spanOf(choices, 'careers') / grid];
  return choices.map((settings, at) => ({
    id: String(at),
    settings: settings.map((one) => ({
      intensity: one.intensity,
      costUnits: Math.ceil(one.costGbp / unitGbp - 1e-9),
      need: Math.round(one.need / need),
      careers: Math.round(one.careers / careers),
    })),
  }));
};

/**
 * Mixes worth running together: the frontier of the settings' separate effects added up, within the budget. An approximation:
 * levers act on each other. At most `most`, spread evenly along it with both ends.
 */
export const mixCandidates = (
  choices: readonly (readonly AloneSetting[])[],
  budgetGbp: number,
  most: number,
): Selection[] => {
  const units = budgetGbp > 0 ? BUDGET_UNITS : 0;
  for (const grid of GRIDS) {
    const found = careersFrontier(onGrid(choices, budgetGbp, grid), units, MOST_PARTIAL_PLANS);
    if (found.kind === 'too_many') continue;
    const { plans } = found;
    if (plans.length <= most) return plans.map(({ selection }) => selection);
    const kept = Array.from({ length: most }, (_, at) => Math.round((at * (plans.length - 1)) / (most - 1)));
    return kept.flatMap((at) => (plans[at] ? [plans[at].selection] : []));
  }
  return [];
};
