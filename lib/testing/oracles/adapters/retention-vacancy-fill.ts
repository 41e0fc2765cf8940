import { z } from 'zod';
import { fillRate } from '@/lib/domain/statistics/fill-rate';
import { vacancyRate } from '@/lib/domain/statistics/vacancy-rate';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { answerOf } from './input-shapes';

const Vacancy = z.object({ establishment_fte: z.number(), in_post_fte: z.number() });
const Fill = z.object({ posts: z.number(), accepts: z.number() });

export const retentionVacancyFill: Adapter = (raw) => {
  if ('posts' in raw) {
    const { posts, accepts } = Fill.parse(raw);
    const result = fillRate(accepts, posts);
    if (result.kind === 'computed') return { fill_rate_pct: result.fillRate * 100 };
    return result.reason === 'no_denominator' ? { fill_rate_pct: null } : { refused: result.reason };
  }
  const { establishment_fte, in_post_fte } = Vacancy.parse(raw);
  return answerOf(vacancyRate(establishment_fte, in_post_fte), (result) => ({
    vacancy_fte: result.vacancyFte,
    vacancy_rate: result.vacancyRate,
  }));
};
