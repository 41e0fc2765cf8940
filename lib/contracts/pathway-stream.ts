import { z } from 'zod';
import { PathwayHeadline, PathwayModelled, PathwayResult } from './pathway-result';

/** One line of a pathway's stream: the first draws in short, results of more of them, then the whole, or what went wrong. */
export const PathwayStreamLine = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('headline'), result: PathwayHeadline }),
  z.strictObject({ kind: z.literal('partial'), result: PathwayModelled }),
  z.strictObject({ kind: z.literal('done'), result: PathwayResult }),
  z.strictObject({ kind: z.literal('failed'), message: z.string() }),
]);
export type PathwayStreamLine = z.infer<typeof PathwayStreamLine>;
