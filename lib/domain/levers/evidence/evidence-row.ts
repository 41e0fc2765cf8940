import { z } from 'zod';
import { Certainty } from '@/lib/domain/levers/lever';

/**
 * How a figure was read. `excerpt`: in the source, as an abstract or excerpt and not in full. `secondary`: in a report about
 * it. `derived`: arithmetic on cited figures. `unverified`: background knowledge, not checked. `assumption`: a judgement;
 * has to be shown as one.
 */
export const Reading = z.enum(['excerpt', 'secondary', 'derived', 'unverified', 'assumption']);
export type Reading = z.infer<typeof Reading>;

export const Study = z.strictObject({
  citation: z.string(),
  /** Of the data where known, else of publication. */
  year: z.string(),
  population: z.string(),
  /** People or places studied; null where the source read doesn't say. */
  n: z.string().nullable(),
});
export type Study = z.infer<typeof Study>;

/** One line of a worked conversion. `calculation` is arithmetic that gives `result`, to the digits shown. */
export const ConversionStep = z.strictObject({
  what: z.string(),
  calculation: z.string(),
  result: z.number(),
  unit: z.string(),
  /** Null: it follows from the row's own figures. */
  reading: Reading.nullable(),
});
export type ConversionStep = z.infer<typeof ConversionStep>;

/** A row of the evidence on levers: what was found, how surely, and how the model reads it. */
export const EvidenceRow = z.strictObject({
  code: z.string(),
  name: z.string(),
  definition: z.string(),
  estimate: z.string(),
  /** Interval or standard error as published; null where there is none. */
  interval: z.string().nullable(),
  studies: z.array(Study).readonly(),
  reading: Reading,
  steps: z.array(ConversionStep).readonly(),
  certainty: Certainty,
  /** What the certainty is about, where it isn't the effect on fill or retention in England. */
  certaintyNote: z.string(),
  /** `lever`: something on offer. `parameter`: enters every lever. `baseline`: enters without levers. `check`: never applied. */
  use: z.enum(['lever', 'parameter', 'baseline', 'check']),
  caveat: z.string(),
});
export type EvidenceRow = z.infer<typeof EvidenceRow>;
