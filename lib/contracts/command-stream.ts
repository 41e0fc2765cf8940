import { z } from 'zod';

export const ExitStatus = z.literal([0, 1, 2, 3]);

/** What a command came to, as it passes from a running server to where the command was typed. */
export const SentResult = z.object({
  status: ExitStatus,
  document: z.unknown(),
  text: z.string(),
  files: z.array(z.object({ path: z.string(), base64: z.string() })).default([]),
});

/** How far a command is: of an import the phase, and how many rows were read. */
export const CommandProgress = z.object({
  message: z.string(),
  phase: z.string().nullable(),
  rows: z.number().nullable(),
});
export type CommandProgress = z.infer<typeof CommandProgress>;

/** A line of the answer to a command: what to stop it by first, the result last. Heartbeats keep the connection open. */
export const CommandLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begun'), run: z.uuid(), isStoppable: z.boolean() }),
  CommandProgress.extend({ kind: z.literal('progress') }),
  z.object({ kind: z.literal('heartbeat') }),
  z.object({ kind: z.literal('result'), result: SentResult }),
]);
export type CommandLine = z.input<typeof CommandLine>;

/** Proxies and clients give a silent connection up after minutes: a line comes at least this often. */
export const HEARTBEAT_MS = 5_000;
