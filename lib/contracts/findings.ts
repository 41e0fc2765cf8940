import { z } from 'zod';
import type { CardOnDay } from '@/lib/domain/findings/cards-on-day';
import { FINDING_IDS, type FindingResult, UNIT_IDS } from '@/lib/domain/findings/finding';
import type { EarlierFinding } from '@/lib/domain/findings/finding-history';
import { TWINS } from '@/lib/domain/findings/twins';
import type { Root } from '@/lib/domain/geography/area';

const Underlying = z.enum(['supported', 'not_supported', 'cannot_tell', 'not_loaded']);

const Effect = z.strictObject({
  n: z.number().nullable(),
  effect: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
});

const UnitId = z.enum(UNIT_IDS);
const Part = Effect.extend({
  label: z.string(),
  unit: UnitId,
  underlying: Underlying,
  isWithheld: z.boolean().optional(),
});

const Own = z.strictObject({
  twin: z.enum(TWINS),
  unit: z.enum(['share', 'ratio']),
  n: z.number().nullable(),
  value: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  data: z.string(),
});

/** A card as it is kept. */
const KeptFinding = Effect.extend({
  id: z.enum(FINDING_IDS),
  claim: z.string(),
  unit: z.string().nullable(),
  verdict: z.enum([...Underlying.options, 'demonstration_only']),
  underlying: Underlying,
  data: z.string(),
  periodEnd: z.iso.date().nullable().default(null),
  caution: z.string(),
  parts: z.array(Part).readonly(),
  /** Absent from runs before they were worked out. */
  own: z.array(Own).readonly().default([]),
});

export const KeptFindings: z.ZodType<FindingResult[]> = z.array(KeptFinding);

/** The cards of a country. */
export type Findings = {
  release: string;
  root: Root;
  findings: CardOnDay[];
};

export type FindingHistory = {
  /** Of the first publication after which they were worked out; null where none is kept. */
  since: string | null;
  earlier: ReadonlyMap<string, readonly EarlierFinding[]>;
};

const { id, claim, unit, verdict, data, caution } = KeptFinding.shape;

/** A card for programs. */
const CardAnswer = z.strictObject({ id, claim, verdict, ...Effect.shape, unit, data, caution });

/** What `findings --json` prints. `root`: the code of the country. */
export const FindingsDocument = z.strictObject({
  release: z.string(),
  root: z.string(),
  findings: z.array(CardAnswer),
});
export type FindingsDocument = z.infer<typeof FindingsDocument>;

/** `GET /api/v1/findings`: the same, with what the cards on the screen have besides. */
export const FindingsAnswer = FindingsDocument.extend({
  findings: z.array(
    CardAnswer.extend({
      underlying: Underlying,
      test: z.string(),
      isOld: z.boolean(),
      parts: z.array(Part).readonly(),
      own: z.array(Own).readonly(),
    }),
  ),
});
export type FindingsAnswer = z.infer<typeof FindingsAnswer>;
