import { z } from 'zod';

/** One case: what to calculate and what must come out. Only the keys of `expected` are checked. */
export const OracleCase = z.looseObject({
  id: z.string(),
  origin: z.string().optional(),
  input: z.record(z.string(), z.unknown()),
  expected: z.record(z.string(), z.unknown()),
});
export type OracleCase = z.infer<typeof OracleCase>;

/** A case whose input is a file beside the set. */
export const FileCase = z.looseObject({
  id: z.string(),
  file: z.string(),
  expected: z.record(z.string(), z.unknown()),
});

/** A file of cases. `name` is topic/set. */
export const OracleSet = z.looseObject({ name: z.string(), cases: z.array(OracleCase) });
export type OracleSet = z.infer<typeof OracleSet>;

/** Reads a data file that lies beside a set. */
export type ReadBeside = (fileName: string) => Uint8Array;

export interface LoadedSet {
  readonly set: OracleSet;
  readonly readBeside: ReadBeside;
}

export interface CaseContext {
  readonly id: string;
  readonly readBeside: ReadBeside;
}

type Answer = Record<string, unknown>;

/** Calculates one case; the keys of the answer are those of `expected`. */
export type Adapter = (input: Readonly<Record<string, unknown>>, context: CaseContext) => Answer | Promise<Answer>;
