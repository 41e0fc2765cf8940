import { z } from 'zod';
import { PathwayModelled, PathwayResult } from './pathway-result';

/** One line of a pathway's stream: results of the first draws, then the whole, or what went wrong. */
export const PathwayStreamLine = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('partial'), result: PathwayModelled }),
  z.strictObject({ kind: z.literal('done'), result: PathwayResult }),
  z.strictObject({ kind: z.literal('failed'), message: z.string() }),
]);
export type PathwayStreamLine = z.infer<typeof PathwayStreamLine>;
