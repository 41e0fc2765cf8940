import { z } from 'zod';
import { gravity } from '@/lib/domain/statistics/gravity';
import { poissonRegression } from '@/lib/domain/statistics/poisson-regression';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { answerOf, numbers } from './input-shapes';

const TwoWay = z.object({
  origin: z.array(z.string()),
  dest: z.array(z.string()),
  dist: numbers,
  same_region: numbers,
  flow: numbers,
});
type TwoWay = z.infer<typeof TwoWay>;

const Plain = z.object({ x1: numbers, x2: numbers, ld: numbers, y: numbers });

const labelled = (labels: readonly string[], totals: readonly number[]) =>
  Object.fromEntries(labels.map((label, i) => [label, totals[i]]));

const total = (values: readonly (number | null | undefined)[]): number =>
  values.reduce<number>((all, value) => all + (value ?? 0), 0);

const gridOf = ({ origin, dest }: TwoWay) => {
  const origins = [...new Set(origin)];
  const destinations = [...new Set(dest)];
  const rowAt = new Map(origin.map((label, row) => [`${label}/${dest[row]}`, row]));
  const matrixOf = (column: readonly number[]) =>
    origins.map((from) => destinations.map((to) => column[rowAt.get(`${from}/${to}`) ?? -1] ?? Number.NaN));
  return { origins, destinations, matrixOf };
};

const twoWay = (input: TwoWay): Record<string, unknown> => {
  const { origins, destinations, matrixOf } = gridOf(input);
  const covariates = [matrixOf(input.dist.map(Math.log)), matrixOf(input.same_region)];
  return answerOf(gravity({ flows: matrixOf(input.flow), covariates }), (model) => {
    const { fitted, coefficients, hc0Errors } = model;
    const usedOrigins = origins.filter((_, i) => !model.originsLeftOut.includes(i));
    const usedDestinations = destinations.filter((_, j) => !model.destinationsLeftOut.includes(j));
    return {
      n_used: model.pairsUsed,
      beta: { log_dist: coefficients[0], same: coefficients[1] },
      se_hc0: { log_dist: hc0Errors[0], same: hc0Errors[1] },
      deviance: model.deviance,
      fitted: input.origin
        .map((from, row) => fitted[origins.indexOf(from)]?.[destinations.indexOf(input.dest[row] ?? '')] ?? null)
        .filter((flow) => flow !== null),
      row_sums: labelled(
        usedOrigins,
        usedOrigins.map((from) => total(fitted[origins.indexOf(from)] ?? [])),
      ),
      col_sums: labelled(
        usedDestinations,
        usedDestinations.map((to) => total(fitted.map((row) => row[destinations.indexOf(to)]))),
      ),
    };
  });
};

const plain = ({ x1, x2, ld, y }: z.infer<typeof Plain>): Record<string, unknown> => {
  const named = (values: readonly number[]) => ({ const: values[0], x1: values[1], x2: values[2], ld: values[3] });
  return answerOf(poissonRegression({ observed: y, covariates: [x1, x2, ld] }), (fit) => ({
    beta: named(fit.coefficients),
    se_hc1: named(fit.hc1Errors),
    se_quasi: named(fit.quasiErrors),
    deviance: fit.deviance,
  }));
};

export const gravityPpml: Adapter = (raw) => ('origin' in raw ? twoWay(TwoWay.parse(raw)) : plain(Plain.parse(raw)));
