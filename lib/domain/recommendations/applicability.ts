import type { AreaInput, FigureInput } from '@/lib/domain/indicators/figure-input';
import type { Recommendation } from './recommendation';
import { RECOMMENDATION_RULES, type Rule, type RuleResult } from './rules';

/** A recommendation whose mechanism is measured here, with the figures that made it apply. */
export interface MeasuredHere<F extends FigureInput> {
  readonly recommendation: Recommendation;
  readonly sentence: string;
  readonly figures: readonly F[];
}

/** Why a recommendation has no local measure that makes it apply. */
export type LocalReason = 'no_rule' | 'not_loaded' | 'not_usable' | 'too_old' | 'measured_not_met';

export interface Unmeasured<F extends FigureInput> {
  readonly recommendation: Recommendation;
  readonly reason: LocalReason;
  /** What would measure it, or what the local figures say. */
  readonly sentence: string;
  /** Local figures that don't point to it; empty unless `measured_not_met`. */
  readonly figures: readonly F[];
}

export interface Assessment<F extends FigureInput> {
  readonly measuredHere: readonly MeasuredHere<F>[];
  /** From the interviews, without a local measure that makes them apply. */
  readonly appliesAnywhere: readonly Unmeasured<F>[];
  /** Not from the interviews. */
  readonly otherEvidence: readonly Unmeasured<F>[];
}

export interface AssessmentInput<F extends FigureInput> {
  readonly recommendations: readonly Recommendation[];
  /** Figures of the area, and of no other; those of other areas are ignored. */
  readonly figures: readonly F[];
  /** Figures of the comparator areas within the same root. */
  readonly comparators: readonly F[];
  readonly area: AreaInput;
}

const outcomeOf = <F extends FigureInput>(rule: Rule | undefined, input: AssessmentInput<F>): RuleResult<F> | null => {
  const own = input.figures.filter((figure) => figure.areaCode === input.area.code);
  return rule ? rule({ figures: own, comparators: input.comparators }) : null;
};

const toUnmeasured = <F extends FigureInput>(
  recommendation: Recommendation,
  outcome: Exclude<RuleResult<F>, { kind: 'applies' }> | null,
): Unmeasured<F> => {
  const { localMeasure } = recommendation;
  if (!outcome) return { recommendation, reason: 'no_rule', sentence: localMeasure, figures: [] };
  if (outcome.kind === 'not_loaded')
    return { recommendation, reason: 'not_loaded', sentence: `Not loaded for this area. ${localMeasure}`, figures: [] };
  const figures = outcome.kind === 'measured_not_met' ? outcome.figures : [];
  return { recommendation, reason: outcome.kind, sentence: outcome.sentence, figures };
};

/**
 * Sorts recommendations for one area into those whose mechanism a loaded, recent figure of the area measures, those of
 * the interviews that apply anywhere, and other evidence. A rule that applies wins over where the recommendation comes
 * from; stale figures never make one apply.
 */
export const assessRecommendations = <F extends FigureInput>(input: AssessmentInput<F>): Assessment<F> => {
  const measuredHere: MeasuredHere<F>[] = [];
  const appliesAnywhere: Unmeasured<F>[] = [];
  const otherEvidence: Unmeasured<F>[] = [];
  for (const recommendation of input.recommendations) {
    const outcome = outcomeOf(RECOMMENDATION_RULES[recommendation.id], input);
    if (outcome?.kind === 'applies') {
      measuredHere.push({ recommendation, sentence: outcome.sentence, figures: outcome.figures });
    } else {
      const group = recommendation.fromInterviews ? appliesAnywhere : otherEvidence;
      group.push(toUnmeasured(recommendation, outcome));
    }
  }
  return { measuredHere, appliesAnywhere, otherEvidence };
};
