import { z } from 'zod';
import { Distribution, Lever } from './lever';

const Parameter = z.strictObject({ distribution: Distribution, basis: z.string() });

/** Parameters that all levers share (scenario-model §5.8). */
export const SharedParameters = z.strictObject({
  /** Utility per 1 % of annual basic pay: one draw for all levers. */
  bPerPctPay: Parameter,
  /** What the second and further levers of a package add, as a share of their own effect. */
  packageRho: Parameter,
  /** Suggested probability that a lever of very low or no certainty has no effect. */
  noEffectProbability: z.strictObject({ value: z.number().min(0).max(1), basis: z.string() }),
});
export type SharedParameters = z.infer<typeof SharedParameters>;

const factorsOf = (lever: Lever) => (lever.effect.kind === 'wta' ? lever.effect.factors : []);

const hasDistinctIds = (levers: readonly Lever[]): boolean =>
  new Set(levers.map((lever) => lever.id)).size === levers.length;

/** Levers that name the same factor share its draws, so it has to have one distribution. */
const hasOneDistributionPerFactor = (levers: readonly Lever[]): boolean => {
  const factors = levers.flatMap(factorsOf);
  return factors.every((one) =>
    factors.every((other) => one.name !== other.name || sameDistribution(one.distribution, other.distribution)),
  );
};

const sameDistribution = (one: Distribution, other: Distribution): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The levers on offer with the parameters they share. */
export const LeverCatalogue = z
  .strictObject({ shared: SharedParameters, levers: z.array(Lever) })
  .refine(({ levers }) => hasDistinctIds(levers), 'lever ids must be distinct')
  .refine(({ levers }) => hasOneDistributionPerFactor(levers), 'a factor has one distribution');
export type LeverCatalogue = z.infer<typeof LeverCatalogue>;
