import type { ChoiceNode, ChoiceWeights } from './choice-node';
import { sumWeights } from './node-demand';

/**
 * How the log of people per unit of weight in each region answers to the log of its own assumed value:
 * `J[r][s] = Σ_tie (Σ_home D_r D_s (Γ + k γ_s + k γ_r + [r=s] k² γ_r)) × (full weight of s) ÷ (people per weight of r)`.
 * All its entries are ≥ 0 and its rows sum to less than 1, so that I − J is an M-matrix: eliminated without pivots.
 */
const fillMatrix = (node: ChoiceNode, { nearness, staying }: ChoiceWeights): void => {
  const { grid, fromHome, work, perWeight } = node;
  const { slope, slopeOfRow, fullWeight, matrix } = work;
  const { regions, places } = grid;
  matrix.fill(0);
  for (let tie = 0; tie < 2; tie += 1) {
    const stay = staying[tie] ?? 0;
    for (let home = fromHome; home < places; home += 1) {
      const row = tie * places + home;
      const half = (slopeOfRow[row] ?? 0) / 2;
      if (half === 0) continue;
      const near = row * regions;
      const cell = row * places;
      for (let s = 0; s < regions; s += 1) {
        const full = fullWeight[tie * regions + s] ?? 0;
        if (full === 0) continue;
        const dS = (nearness[near + s] ?? 0) * full;
        const own = half + stay * (slope[cell + s] ?? 0);
        for (let r = 0; r < regions; r += 1) {
          matrix[r * regions + s] =
            (matrix[r * regions + s] ?? 0) +
            dS * (nearness[near + r] ?? 0) * (own + half + stay * (slope[cell + r] ?? 0));
        }
        matrix[s * regions + s] =
          (matrix[s * regions + s] ?? 0) + dS * (nearness[near + s] ?? 0) * stay * stay * (slope[cell + s] ?? 0);
      }
    }
  }
  for (let r = 0; r < regions; r += 1) {
    const per = (perWeight[r] ?? 0) + (perWeight[regions + r] ?? 0);
    const inverse = per > 0 ? 1 / per : 0;
    for (let s = 0; s < regions; s += 1) {
      matrix[r * regions + s] = (r === s ? 1 : 0) - (matrix[r * regions + s] ?? 0) * inverse;
    }
  }
};

/** Solves `matrix · x = step` in place: x ends in `step`. */
export const eliminate = (matrix: Float64Array, step: Float64Array, size: number): void => {
  for (let k = 0; k < size; k += 1) {
    const pivot = 1 / (matrix[k * size + k] ?? 1);
    for (let i = k + 1; i < size; i += 1) {
      const factor = (matrix[i * size + k] ?? 0) * pivot;
      if (factor === 0) continue;
      for (let j = k + 1; j < size; j += 1) {
        matrix[i * size + j] = (matrix[i * size + j] ?? 0) - factor * (matrix[k * size + j] ?? 0);
      }
      step[i] = (step[i] ?? 0) - factor * (step[k] ?? 0);
    }
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = step[i] ?? 0;
    for (let j = i + 1; j < size; j += 1) sum -= (matrix[i * size + j] ?? 0) * (step[j] ?? 0);
    step[i] = sum / (matrix[i * size + i] ?? 1);
  }
};

/** Newton's step for the log people per unit of weight of each region, from the residual in `work.step`, into it. */
export const newtonStep = (node: ChoiceNode, weights: ChoiceWeights): void => {
  const { work, rationed, attraction } = node;
  // Only full options answer: those below their posts keep their weight.
  for (let option = 0; option < rationed.length; option += 1) {
    if (!((rationed[option] ?? 0) < (attraction[option] ?? 0))) rationed[option] = 0;
  }
  sumWeights(node, rationed, work.fullWeight);
  fillMatrix(node, weights);
  eliminate(work.matrix, work.step, node.grid.regions);
};
