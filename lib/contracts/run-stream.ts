import { z } from 'zod';
import { RoundResult } from './scenario';

/** One line of a run's stream: partial results while draws come in, then the stored result, or what went wrong. */
export const RunStreamLine = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('partial'), result: RoundResult }),
  z.strictObject({ kind: z.literal('done'), result: RoundResult }),
  z.strictObject({ kind: z.literal('failed'), message: z.string() }),
]);
export type RunStreamLine = z.infer<typeof RunStreamLine>;
