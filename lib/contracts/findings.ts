import { z } from 'zod';
import { FINDING_IDS, type FindingResult, UNITS } from '@/lib/domain/findings/finding';
import type { EarlierFinding } from '@/lib/domain/findings/finding-history';
import type { Root } from '@/lib/domain/geography/area';

const Underlying = z.enum(['supported', 'not_supported', 'cannot_tell', 'not_loaded']);
const isUnit = (text: unknown): text is keyof typeof UNITS => typeof text === 'string' && Object.hasOwn(UNITS, text);

const Effect = z.strictObject({
  n: z.number().nullable(),
  effect: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
});

/** A card as it is kept. */
const KeptFinding = Effect.extend({
  id: z.enum(FINDING_IDS),
  claim: z.string(),
  unit: z.string().nullable(),
  verdict: z.enum([...Underlying.options, 'demonstration_only']),
  underlying: Underlying,
  data: z.string(),
  caution: z.string(),
  parts: z
    .array(Effect.extend({ label: z.string(), unit: z.custom<keyof typeof UNITS>(isUnit), underlying: Underlying }))
    .readonly(),
});

export const KeptFindings: z.ZodType<FindingResult[]> = z.array(KeptFinding);

/** The cards of a country, each with what it said before. */
export type Findings = {
  release: string;
  root: Root;
  findings: FindingResult[];
};

export type FindingHistory = {
  /** Of the first publication after which they were worked out; null where none is kept. */
  since: string | null;
  earlier: ReadonlyMap<string, readonly EarlierFinding[]>;
};
