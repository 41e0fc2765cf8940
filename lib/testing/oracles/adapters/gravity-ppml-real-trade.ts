import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { poissonRegression } from '@/lib/domain/statistics/poisson-regression';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { answerOf } from './input-shapes';

const Input = z.object({ csv: z.string() });

const Row = z.object({
  distw: z.coerce.number(),
  rta: z.coerce.number(),
  contig: z.coerce.number(),
  comcur: z.coerce.number(),
  flow: z.coerce.number(),
});

export const gravityPpmlRealTrade: Adapter = (raw, { readBeside }) => {
  const text = gunzipSync(readBeside(Input.parse(raw).csv)).toString('utf8');
  const rows = z.array(Row).parse(parse(text, { columns: true }));
  const named = (values: readonly number[]) => ({
    const: values[0],
    log_dist: values[1],
    rta: values[2],
    contig: values[3],
    comcur: values[4],
  });
  const covariates = [
    rows.map((row) => Math.log(row.distw)),
    rows.map((row) => row.rta),
    rows.map((row) => row.contig),
    rows.map((row) => row.comcur),
  ];
  return answerOf(poissonRegression({ observed: rows.map((row) => row.flow), covariates }), (fit) => ({
    n: rows.length,
    beta: named(fit.coefficients),
    se_hc1: named(fit.hc1Errors),
    deviance: fit.deviance,
  }));
};
