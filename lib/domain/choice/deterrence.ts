/** How flows fall with cost: `exp` e^(−β c), `power` c^(−β). */
export type Deterrence = 'exp' | 'power';

/** What β multiplies: cost, or its log. */
export const deterrenceCost = (deterrence: Deterrence, cost: number): number =>
  deterrence === 'exp' ? cost : Math.log(cost);

/**
 * Log of the deterrence of every pair, less its largest value in the row: constrained flows don't change with a factor
 * for each origin, and far pairs don't fall to 0.
 */
export const deterrenceWeights = (
  costs: readonly (readonly number[])[],
  deterrence: Deterrence,
  beta: number,
): number[][] =>
  costs.map((row) => {
    const logs = row.map((cost) => -beta * deterrenceCost(deterrence, cost));
    const peak = Math.max(...logs);
    return logs.map((log) => Math.exp(log - peak));
  });
