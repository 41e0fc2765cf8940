import { z } from 'zod';

export const JobRequest = z.object({ id: z.number(), task: z.string(), payload: z.unknown() });
export type JobRequest = z.infer<typeof JobRequest>;

export const JobReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), id: z.number(), value: z.unknown() }),
  z.object({ kind: z.literal('done'), id: z.number(), value: z.unknown() }),
  z.object({ kind: z.literal('failed'), id: z.number(), message: z.string() }),
]);
export type JobReply = z.infer<typeof JobReply>;
