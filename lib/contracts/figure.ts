import { z } from 'zod';
import { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { Measure, Provenance } from '@/lib/domain/measure/measure';
import { QualityFlag } from '@/lib/domain/quality/quality-flag';

export const Period = z.strictObject({ label: z.string(), start: z.string(), end: z.string() });
export type Period = z.infer<typeof Period>;

export const SourceRef = z.strictObject({
  id: z.string(),
  name: z.string(),
  publisher: z.string(),
  url: z.string().nullable(),
  licence: z.string(),
  /** The disclosure rule that travels with the source. */
  ruleSet: RuleSetId,
});
export type SourceRef = z.infer<typeof SourceRef>;

/** What a check of data quality found about a figure. */
export const FigureFlag = QualityFlag.pick({ check: true, severity: true, detail: true });
export type FigureFlag = z.infer<typeof FigureFlag>;

/** One figure with its papers. `stale` = older than three years: greyed, never a headline, never a trigger. */
export const Figure = z.strictObject({
  indicatorId: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
  breakdown: z.string(),
  period: Period,
  measure: Measure,
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  provenance: Provenance,
  source: SourceRef,
  releaseId: z.string(),
  stale: z.boolean(),
  note: z.string().nullable(),
  /** Absent where the checks found nothing. */
  quality: z.array(FigureFlag).optional(),
});
export type Figure = z.infer<typeof Figure>;
