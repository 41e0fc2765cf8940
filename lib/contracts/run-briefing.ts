import { z } from 'zod';
import { Root } from '@/lib/domain/geography/area';
import { EqualityBlock } from './equality';
import { CardFigure } from './school-card';

const Text = z.string().min(1);
const Lines = z.array(Text);
const Fact = z.strictObject({ label: Text, value: z.string() });

const PrintedTable = z.strictObject({
  title: Text,
  header: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  lines: Lines,
});
export type PrintedTable = z.infer<typeof PrintedTable>;

/** One of the two purposes: they are never added up. */
const Purpose = z.strictObject({ title: Text, figure: CardFigure.nullable(), table: PrintedTable });
export type PrintedPurpose = z.infer<typeof Purpose>;

const PrintedLever = z.strictObject({
  name: Text,
  certainty: Text,
  /** Where, for whom, how strong, when and at what price. */
  setting: Text,
  reason: z.string(),
  evidence: Lines,
});
export type PrintedLever = z.infer<typeof PrintedLever>;

/**
 * A run of the pathway on paper, made of its receipt and result alone: no clock and no name, so that one receipt gives one document. What has
 * become of its releases, and what the reader may see of who is affected, are in it too.
 */
export const RunBriefing = z.strictObject({
  format: z.literal('stead-run-briefing/1'),
  root: Root,
  rootLabel: Text,
  kicker: Text,
  title: Text,
  footerTitle: Text,
  status: Text,
  runLabel: Text,
  releaseLabel: Text,
  /** Withdrawn or superseded releases lead. */
  banners: Lines,
  headline: Text,
  cautions: Lines,
  facts: z.array(Fact),
  /** Null where nothing is offered. */
  fan: CardFigure.nullable(),
  gains: PrintedTable.nullable(),
  /** Null where no offer is for F1. */
  foundation: PrintedTable.nullable(),
  years: PrintedTable.nullable(),
  regions: PrintedTable.nullable(),
  need: Purpose,
  careers: Purpose,
  levers: z.array(PrintedLever),
  equality: EqualityBlock.nullable(),
  assumptions: Lines,
  rests: Lines,
  receipt: z.array(Fact),
  sources: z.array(z.array(z.string())),
});
export type RunBriefing = z.infer<typeof RunBriefing>;
