import { z } from 'zod';
import type { RunBreakEven } from '@/lib/domain/pathway-questions/run-break-even';
import type { RunFrontier } from '@/lib/domain/pathway-questions/run-frontier';
import type { VacancyAnswer } from '@/lib/domain/pathway-questions/vacancy-question';
import type { ValueOfKnowing } from '@/lib/domain/pathway-questions/value-of-knowing';
import type { Waterfall } from '@/lib/domain/pathway-questions/waterfall';

/** What can be asked of a run beyond its result; each is worked out with the model, from the data of the run. */
export const RunQuestion = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('frontier'), budgetGbp: z.number().min(0).max(1e11) }),
  z.strictObject({ kind: z.literal('waterfall') }),
  z.strictObject({ kind: z.literal('break_even') }),
  z.strictObject({ kind: z.literal('value'), leastPosts: z.number().min(0).max(1e6) }),
  z.strictObject({
    kind: z.literal('vacancy'),
    regionCode: z.string().max(80),
    vacancyPct: z.number().min(0).max(100),
    year: z.number().int(),
  }),
]);
export type RunQuestion = z.infer<typeof RunQuestion>;

export type RunAnswer =
  | RunBreakEven
  | RunFrontier
  | Waterfall
  | VacancyAnswer
  | ValueOfKnowing
  | { readonly kind: 'refused'; readonly message: string };

/** One line of the answer's stream. */
export type RunQuestionLine =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly answer: RunAnswer }
  | { readonly kind: 'failed'; readonly message: string };
