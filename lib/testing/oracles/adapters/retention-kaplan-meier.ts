import { z } from 'zod';
import { kaplanMeier, survivalAt } from '@/lib/domain/statistics/kaplan-meier';
import { logRank } from '@/lib/domain/statistics/log-rank';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { answerOf, numbers } from './input-shapes';

const Input = z.object({ time: numbers, event: numbers, group: numbers });

const AT_MONTHS = [12, 24, 36, 48];

export const retentionKaplanMeier: Adapter = (raw) => {
  const { time: times, event, group } = Input.parse(raw);
  const people = times.map((time, i) => ({ time, left: event[i] === 1, isInFirstGroup: group[i] === 1 }));
  const left = people.map((person) => person.left);
  return {
    ...answerOf(kaplanMeier({ times, left }), (curve) => {
      const at = AT_MONTHS.flatMap((month) => {
        const one = survivalAt(curve, month);
        return one.kind === 'refused' ? [] : [one];
      });
      return {
        at: AT_MONTHS,
        survival: at.map((one) => one.survival),
        lower_loglog: at.map((one) => one.interval?.lower ?? null),
        upper_loglog: at.map((one) => one.interval?.upper ?? null),
        n_risk: AT_MONTHS.map((month) => times.filter((time) => time >= month).length),
        median: curve.medianTime,
      };
    }),
    ...answerOf(logRank(people), ({ chiSquared }) => ({ logrank_chisq: chiSquared })),
  };
};
