import type { Figure } from '@/lib/contracts/figure';
import { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { isStale } from '@/lib/domain/indicators/staleness';
import { LOW, type Measure, measured, Provenance, SUPPRESSED } from '@/lib/domain/measure/measure';
import { wilsonInterval } from '@/lib/domain/statistics/wilson';
import { REFUSAL_WORDS } from '@/lib/format/words';
import type { ObservationRow } from './queries/figures';

const PERCENT = 100;

/** A proportion with its interval; counts that make no proportion give the reason, never a number. */
function proportionOf({ numerator, denominator, unit }: ObservationRow, value: number): Measure {
  if (numerator === null || denominator === null) return measured(value);
  const wilson = wilsonInterval(numerator, denominator);
  if (wilson.kind === 'refused') return { kind: 'not_applicable', reason: REFUSAL_WORDS[wilson.reason] };
  const scale = unit === 'percent' ? PERCENT : 1;
  const { lower, upper, ...rest } = wilson.interval;
  return measured(value, { ...rest, lower: lower * scale, upper: upper * scale });
}

function measureOf(row: ObservationRow): Measure {
  if (row.status === 'suppressed') return SUPPRESSED;
  if (row.status === 'low') return LOW;
  if (row.status === 'value' && row.value !== null) {
    if (!Number.isFinite(row.value)) return { kind: 'not_applicable', reason: REFUSAL_WORDS.not_finite };
    return row.intervalMethod === 'wilson' ? proportionOf(row, row.value) : measured(row.value);
  }
  return { kind: 'not_applicable', reason: row.note ?? 'Not applicable' };
}

/** A stored observation as a figure with its papers. `today` decides whether it is old. */
export function toFigure(row: ObservationRow, today: string): Figure {
  return {
    indicatorId: row.indicatorId,
    areaCode: row.areaCode,
    areaName: row.areaName,
    breakdown: row.breakdown,
    period: { label: row.periodLabel, start: row.periodStart, end: row.periodEnd },
    measure: measureOf(row),
    numerator: row.numerator,
    denominator: row.denominator,
    provenance: Provenance.parse(row.provenance),
    source: {
      id: row.sourceId,
      name: row.sourceName,
      publisher: row.sourcePublisher,
      url: row.sourceUrl,
      licence: row.sourceLicence,
      ruleSet: RuleSetId.parse(row.sourceRuleSet),
    },
    releaseId: row.releaseId,
    stale: isStale(row.periodEnd, today),
    note: row.note,
  };
}
