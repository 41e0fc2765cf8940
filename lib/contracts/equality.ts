import { z } from 'zod';
import { Root } from '@/lib/domain/geography/area';
import { SPECIALTY_GROUPS } from '@/lib/domain/pathway/specialty-group';
import { EQUALITY_PARTS, TRAINING_STAGES } from '@/lib/domain/reach/equality-parts';
import { JobPanel } from './job-representation';
import { JourneySource } from './journeys';

/** What a scenario touches. */
export const TouchedTraining = z.strictObject({
  country: Root,
  regionCodes: z.array(z.string()).readonly(),
  stages: z.array(z.enum(TRAINING_STAGES)).readonly(),
  /** Empty where no specialty group is told apart. */
  groups: z.array(z.enum(SPECIALTY_GROUPS)).readonly(),
});
export type TouchedTraining = z.infer<typeof TouchedTraining>;

/** Code of the row of all regions that aren't touched, together. */
export const OTHER_REGIONS = 'other-regions';

export const EqualityPart = z.strictObject({
  part: z.enum(EQUALITY_PARTS),
  /** Why nothing of it is given; empty where it is. */
  withheld: z.string(),
  /** One for each characteristic that the source holds. */
  panels: z.array(JobPanel),
});
export type EqualityPart = z.infer<typeof EqualityPart>;

/** Who those are that train where a scenario acts: composition, from protected tables; nothing of effects. */
export const EqualityView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('given'), country: Root, source: JourneySource, parts: z.array(EqualityPart) }),
  z.strictObject({ kind: z.literal('absent'), title: z.string(), words: z.string() }),
]);
export type EqualityView = z.infer<typeof EqualityView>;

const TableColumns = z.strictObject({
  title: z.string().min(1),
  withheld: z.string(),
  /** Every figure of a place in a row of its own; else the places are rows of one short table. */
  isFull: z.boolean(),
  header: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  lines: z.array(z.string()),
});

const COLUMNS_IN_FULL = 6;
const Kept = z.looseObject({ header: z.array(z.string()), isFull: z.undefined().optional() });

/** Briefings that were kept before the form was said have it in the number of their columns. */
const EqualityTable = z.preprocess((given) => {
  const kept = Kept.safeParse(given);
  return kept.success ? { ...kept.data, isFull: kept.data.header.length === COLUMNS_IN_FULL } : given;
}, TableColumns);

/** The same for paper: every string ready to print. */
export const EqualityBlock = z.strictObject({
  title: z.string().min(1),
  lead: z.string(),
  /** Why there is none; empty where there is one. */
  absent: z.string(),
  parts: z.array(EqualityTable),
  notSaid: z.array(z.string()),
});
export type EqualityBlock = z.infer<typeof EqualityBlock>;
