import { z } from 'zod';
import { Root } from '@/lib/domain/geography/area';
import { Provenance } from '@/lib/domain/measure/measure';
import { EqualityBlock } from './equality';

/** `worse`/`better` only where the indicator has a direction; `higher`/`lower` carry no judgement. */
export const ComparisonTone = z.enum(['better', 'worse', 'similar', 'higher', 'lower', 'not_compared']);
export type ComparisonTone = z.infer<typeof ComparisonTone>;

/** Only what the author typed; an empty string where nothing was typed. */
export const BriefingAsk = z.strictObject({
  text: z.string().min(1).max(500),
  owner: z.string().max(200),
  date: z.string().max(100),
  cost: z.string().max(200),
});
export type BriefingAsk = z.infer<typeof BriefingAsk>;

/** `ref` says which figure the message rests on: indicator, period, source. */
export const KeyMessage = z.strictObject({ text: z.string().min(1), ref: z.string() });
export type KeyMessage = z.infer<typeof KeyMessage>;

/** One row of the position table; every string is ready to print. */
export const PositionRow = z.strictObject({
  indicatorId: z.string(),
  indicator: z.string(),
  /** Breakdown, e.g. `ST3`; empty for the whole. */
  breakdown: z.string(),
  value: z.string(),
  interval: z.string(),
  counts: z.string(),
  comparator: z.string(),
  comparatorValue: z.string(),
  comparison: z.string(),
  tone: ComparisonTone,
  period: z.string(),
  source: z.string(),
  provenance: Provenance,
  stale: z.boolean(),
});
export type PositionRow = z.infer<typeof PositionRow>;

/** What is missing and who publishes the file that would load it. */
export const NotLoadedRow = z.strictObject({ indicator: z.string(), hint: z.string() });
export type NotLoadedRow = z.infer<typeof NotLoadedRow>;

/** One tile: `column` and `row` from 0; `mapClass` 1 to 5, null where there is no value. */
export const MapTile = z.strictObject({
  code: z.string(),
  name: z.string(),
  label: z.string(),
  column: z.number().int().nonnegative(),
  row: z.number().int().nonnegative(),
  value: z.string(),
  mapClass: z.number().int().min(1).max(5).nullable(),
  state: z.enum(['value', 'not_loaded', 'suppressed', 'not_applicable', 'low']),
  selected: z.boolean(),
});
export type MapTile = z.infer<typeof MapTile>;

export const MapSpec = z.strictObject({
  palette: z.enum(['no_judgement', 'high_good', 'low_good']),
  tiles: z.array(MapTile).min(1),
  legend: z.array(z.strictObject({ mapClass: z.number().int().min(1).max(5), label: z.string() })),
});
export type MapSpec = z.infer<typeof MapSpec>;

/** Numbers for the drawing, strings for the labels. */
export const Bar = z.strictObject({
  code: z.string(),
  name: z.string(),
  value: z.number(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  label: z.string(),
  selected: z.boolean(),
});
export type Bar = z.infer<typeof Bar>;

export const BarsSpec = z.strictObject({
  /** Where bars start: 0, or 1 for an index with the country = 1. */
  baseline: z.number(),
  axisLabel: z.string(),
  /** Upper end of the axis where the unit has one: 100 for percentages. */
  ceiling: z.number().nullable(),
  bars: z.array(Bar).min(1),
  benchmark: z.strictObject({ name: z.string(), value: z.number(), label: z.string() }).nullable(),
});
export type BarsSpec = z.infer<typeof BarsSpec>;

const figure = { title: z.string(), caption: z.string(), alt: z.string().min(1), svg: z.string().min(1) };

export const MapFigure = z.strictObject({ ...figure, spec: MapSpec });
export type MapFigure = z.infer<typeof MapFigure>;

export const BarsFigure = z.strictObject({
  ...figure,
  spec: BarsSpec,
  notLoaded: z.array(z.string()),
  /** Number of areas with a value that were left out of the drawing. */
  omitted: z.number().int().nonnegative(),
});
export type BarsFigure = z.infer<typeof BarsFigure>;

export const RecommendationRow = z.strictObject({
  id: z.string(),
  title: z.string(),
  who: z.string(),
  strength: z.string(),
  origin: z.string(),
  /** Numbers that made it apply here; empty where nothing local measures it. */
  whyHere: z.string(),
  inYourGift: z.boolean(),
});
export type RecommendationRow = z.infer<typeof RecommendationRow>;

export const RecommendationSection = z.strictObject({
  id: z.enum(['measured_here', 'applies_anywhere', 'other_evidence']),
  heading: z.string(),
  note: z.string(),
  rows: z.array(RecommendationRow).min(1),
});
export type RecommendationSection = z.infer<typeof RecommendationSection>;

export const OptionResultRow = z.strictObject({
  measure: z.string(),
  median: z.string(),
  interval80: z.string(),
  interval95: z.string(),
});
export type OptionResultRow = z.infer<typeof OptionResultRow>;

export const ModelledOption = z.strictObject({
  level: z.string(),
  headline: z.string(),
  levers: z.array(z.strictObject({ name: z.string(), certainty: z.string(), setting: z.string(), reason: z.string() })),
  /** The same shift read in two ways, side by side: nothing loaded tells which is nearer. */
  readings: z
    .array(z.strictObject({ name: z.string(), note: z.string(), rows: z.array(OptionResultRow).min(1) }))
    .min(1),
  /** Chance, break-even and excess demand: single figures, no interval of their own. */
  facts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  whoLoses: z.string(),
  warnings: z.array(z.string()),
  regime: z.string(),
  inputs: z.array(z.string()),
  receipt: z.string(),
});
export type ModelledOption = z.infer<typeof ModelledOption>;

export const BriefingSource = z.strictObject({
  name: z.string().min(1),
  publisher: z.string().min(1),
  period: z.string(),
  licence: z.string(),
  releases: z.string(),
  /** Only web addresses: this becomes a link. */
  url: z.url({ protocol: /^https?$/ }).nullable(),
});
export type BriefingSource = z.infer<typeof BriefingSource>;

export const Challenge = z.strictObject({
  weakest: z.array(z.string()).min(1),
  wouldFlip: z.array(z.string()).min(1),
  notLookedAt: z.array(z.string()).min(1),
});
export type Challenge = z.infer<typeof Challenge>;

/**
 * The frozen content of a briefing. The web page and the PDF are both made from this and from
 * nothing else, so that they can't disagree; figures are drawn once, into `svg`.
 */
export const BriefingDocument = z.strictObject({
  format: z.literal('stead-briefing/1'),
  title: z.string().min(1),
  /** One line for the foot of every page; always names the area. */
  footerTitle: z.string().min(1),
  area: z.strictObject({ code: z.string(), name: z.string(), typeLabel: z.string() }),
  root: Root,
  rootLabel: z.string(),
  purpose: z.string(),
  audience: z.string(),
  status: z.string(),
  author: z.string().min(1),
  requester: z.string().min(1),
  /** ISO 8601; also the PDF's creation time, so that a second download is byte-identical. */
  createdAt: z.iso.datetime(),
  createdLabel: z.string(),
  dataTo: z.string(),
  releaseIds: z.array(z.string()),
  /** What became of its data since; never frozen with it. */
  banners: z.array(z.string()).default([]),
  runId: z.string().nullable(),
  runLabel: z.string(),
  releaseLabel: z.string(),
  asks: z.array(BriefingAsk),
  keyMessages: z.array(KeyMessage).max(5),
  /** Said instead of key messages when no current figure supports one. */
  noMessages: z.string(),
  position: z.strictObject({
    caption: z.string(),
    note: z.string(),
    rows: z.array(PositionRow),
    notLoaded: z.array(NotLoadedRow),
  }),
  map: MapFigure.nullable(),
  bars: BarsFigure.nullable(),
  recommendations: z.array(RecommendationSection),
  option: ModelledOption.nullable(),
  noOption: z.string(),
  /** Who trains in the region; briefings frozen before there was such a block have none. */
  affected: EqualityBlock.nullable().default(null),
  sources: z.array(BriefingSource),
  caveats: z.array(z.string()),
  disclaimer: z.string().nullable(),
  challenge: Challenge,
  otherFormats: z.string(),
});
export type BriefingDocument = z.infer<typeof BriefingDocument>;
