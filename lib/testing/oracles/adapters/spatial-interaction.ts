import { z } from 'zod';
import { fitProportionally } from '@/lib/domain/choice/proportional-fitting';
import { doublyConstrainedFlows, productionConstrainedFlows } from '@/lib/domain/choice/spatial-interaction';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { answerOf, numbers } from './input-shapes';

const common = {
  origins: numbers,
  cost: z.array(numbers),
  deterrence: z.enum(['exp', 'power']),
  beta: z.number(),
};
const Flows = z.discriminatedUnion('model', [
  z.object({ model: z.literal('doubly_constrained'), dests: numbers, ...common }),
  z.object({ model: z.literal('production_constrained'), attractiveness: numbers, alpha: z.number(), ...common }),
]);

export const spatialWilsonFlows: Adapter = (raw) => {
  const { cost: costs, ...input } = Flows.parse(raw);
  const outcome =
    input.model === 'doubly_constrained'
      ? doublyConstrainedFlows({ ...input, costs, destinations: input.dests })
      : productionConstrainedFlows({ ...input, costs });
  return answerOf(outcome, ({ flows, meanCost, columnTotals }) => ({
    flows,
    mean_cost: meanCost,
    col_sums: columnTotals,
  }));
};

const Fitting = z.object({ seed: z.array(numbers), row_targets: numbers, col_targets: numbers });

export const spatialIpf: Adapter = (raw) => {
  const { seed, row_targets, col_targets } = Fitting.parse(raw);
  const fitted = fitProportionally({ seed, rowTotals: row_targets, columnTotals: col_targets });
  return fitted.kind === 'fitted' ? { converges: true, table: fitted.table } : { converges: false };
};
