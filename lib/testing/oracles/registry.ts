import { choiceConditionalLogit } from './adapters/choice-conditional-logit';
import { differenceNewcombe } from './adapters/difference-newcombe';
import { fileFormats, withListedIssues } from './adapters/file-formats';
import { funnelOdOverdispersedLimits } from './adapters/funnel-od-overdispersed-limits';
import { gravityPpml } from './adapters/gravity-ppml';
import { gravityPpmlRealTrade } from './adapters/gravity-ppml-real-trade';
import { inequalityConcentrationIndex } from './adapters/inequality-concentration-index';
import { inequalityGiniTheilHoover } from './adapters/inequality-gini-theil-hoover';
import { inequalitySegregation } from './adapters/inequality-segregation';
import { pheFunnelLimits } from './adapters/phe-funnel-limits';
import { pheFunnelSignificance } from './adapters/phe-funnel-significance';
import { pheMean } from './adapters/phe-mean';
import { phePrimitives } from './adapters/phe-primitives';
import { pheProportion } from './adapters/phe-proportion';
import { pheQuantile } from './adapters/phe-quantile';
import { pheRate } from './adapters/phe-rate';
import { pheSiiRii } from './adapters/phe-sii-rii';
import { reachHaversine } from './adapters/reach-haversine';
import { reachRecruitmentReach } from './adapters/reach-recruitment-reach';
import { regressionPoissonLogistic } from './adapters/regression-poisson-logistic';
import { retentionAggregateRatio } from './adapters/retention-aggregate-ratio';
import { retentionKaplanMeier } from './adapters/retention-kaplan-meier';
import { retentionStabilityTurnover } from './adapters/retention-stability-turnover';
import { retentionVacancyFill } from './adapters/retention-vacancy-fill';
import { scenarioClosedForm } from './adapters/scenario-closed-form';
import { sdcDifferencingAttacks } from './adapters/sdc-differencing-attacks';
import { sdcCiInversion, sdcPercentInversionRoundedBase } from './adapters/sdc-inversion';
import { sdcMarginAttackBounds } from './adapters/sdc-margin-attack-bounds';
import { sdcHesaStandardRounding, sdcNhsSubnational } from './adapters/sdc-rounding';
import { sdcSecondarySuppression } from './adapters/sdc-secondary-suppression';
import { spatialEmpiricalBayes } from './adapters/spatial-empirical-bayes';
import { spatialIpf, spatialWilsonFlows } from './adapters/spatial-interaction';
import { spatialMoranLisaGetis } from './adapters/spatial-moran-lisa-getis';
import { spcPlotTheDotsXmr } from './adapters/spc-plot-the-dots-xmr';
import { EXACT } from './compare';
import type { Adapter } from './oracle-set';
import {
  absolute,
  exactly,
  relative,
  type ToleranceOf,
  within,
  withinBisection,
  withinPublication,
  withinSimulation,
} from './tolerance';

export interface RegisteredSet {
  readonly adapter: Adapter;
  /** Whether the calculation of a case is built; absent: of every case. */
  readonly covers?: (input: Readonly<Record<string, unknown>>) => boolean;
  readonly toleranceOf: ToleranceOf;
  /** Shapes an answer for comparing, where a set allows for more than it expects. */
  readonly reconcile?: (
    got: Readonly<Record<string, unknown>>,
    expected: Readonly<Record<string, unknown>>,
  ) => Record<string, unknown>;
}

const headcounts = 'start|end|leavers|joiners';

/** Head counts of people are exact, rates within 1e-12. */
const turnover: ToleranceOf = () => (path) => (new RegExp(`\\.(${headcounts})$`).test(path) ? EXACT : relative(1e-12));

const margins = { n_used: EXACT, row_sums: relative(1e-8), col_sums: relative(1e-8) } as const;

/** Every set that has an adapter, by the `name` of its file, with the tolerance it must be met at. */
export const registry: Readonly<Record<string, RegisteredSet>> = {
  'phe/primitives_wilson_byars': { adapter: phePrimitives, toleranceOf: within(relative(1e-9)) },
  'phe/proportion': { adapter: pheProportion, toleranceOf: within(relative(1e-9)) },
  'phe/rate': { adapter: pheRate, toleranceOf: within(relative(1e-8)) },
  'phe/mean': { adapter: pheMean, toleranceOf: within(relative(1e-8), exactly('n')) },
  'phe/quantile': { adapter: pheQuantile, toleranceOf: within(EXACT) },
  'phe/sii_rii': { adapter: pheSiiRii, toleranceOf: withinSimulation },
  'phe/funnel_limits': { adapter: pheFunnelLimits, toleranceOf: withinBisection },
  'phe/funnel_significance': { adapter: pheFunnelSignificance, toleranceOf: within(EXACT) },
  'spc/plot_the_dots_xmr': { adapter: spcPlotTheDotsXmr, toleranceOf: within(relative(1e-9)) },
  'funnel_od/overdispersed_limits': { adapter: funnelOdOverdispersedLimits, toleranceOf: within(relative(1e-8)) },
  'gravity/ppml': { adapter: gravityPpml, toleranceOf: within(relative(1e-6), margins) },
  'gravity/ppml_real_trade_22588_rows': {
    adapter: gravityPpmlRealTrade,
    toleranceOf: within(relative(1e-6), exactly('n')),
  },
  'choice/conditional_logit': {
    adapter: choiceConditionalLogit,
    toleranceOf: within(relative(1e-5), { loglik: relative(1e-8) }),
  },
  'inequality/gini_theil_hoover': { adapter: inequalityGiniTheilHoover, toleranceOf: within(relative(1e-10)) },
  'inequality/concentration_index': { adapter: inequalityConcentrationIndex, toleranceOf: within(relative(1e-10)) },
  'inequality/segregation': { adapter: inequalitySegregation, toleranceOf: within(relative(1e-10)) },
  'regression/poisson_logistic': { adapter: regressionPoissonLogistic, toleranceOf: within(relative(1e-6)) },
  'retention/stability_turnover': { adapter: retentionStabilityTurnover, toleranceOf: turnover },
  'retention/vacancy_fill': {
    adapter: retentionVacancyFill,
    toleranceOf: within(absolute(1e-9), { fill_rate_pct: absolute(0.005) }),
  },
  'retention/aggregate_ratio': { adapter: retentionAggregateRatio, toleranceOf: within(relative(1e-12)) },
  'retention/kaplan_meier': {
    adapter: retentionKaplanMeier,
    toleranceOf: within(relative(1e-8), exactly('n_risk', 'at')),
  },
  'difference/newcombe': { adapter: differenceNewcombe, toleranceOf: withinPublication },
  'reach/recruitment_reach': { adapter: reachRecruitmentReach, toleranceOf: within(relative(1e-12)) },
  'scenario/closed_form': {
    adapter: scenarioClosedForm,
    toleranceOf: within({ relative: 1e-6, absolute: 1e-12 }),
  },
  'reach/haversine': { adapter: reachHaversine, toleranceOf: within(relative(1e-9)) },
  'spatial_interaction/wilson_flows': { adapter: spatialWilsonFlows, toleranceOf: within(relative(1e-8)) },
  'spatial_interaction/ipf': { adapter: spatialIpf, toleranceOf: within(relative(1e-7)) },
  'spatial/empirical_bayes': { adapter: spatialEmpiricalBayes, toleranceOf: within(relative(1e-9)) },
  'spatial/moran_lisa_getis': { adapter: spatialMoranLisaGetis, toleranceOf: within(relative(1e-8)) },
  'sdc/hesa_standard_rounding': { adapter: sdcHesaStandardRounding, toleranceOf: within(absolute(1e-9)) },
  'sdc/nhs_subnational_suppress_1_to_7_round_5': { adapter: sdcNhsSubnational, toleranceOf: within(EXACT) },
  'sdc/margin_attack_bounds': {
    adapter: sdcMarginAttackBounds,
    toleranceOf: within(absolute(1e-6), exactly('exactly_recoverable')),
  },
  'sdc/secondary_suppression_property': { adapter: sdcSecondarySuppression, toleranceOf: within(EXACT) },
  'sdc/differencing_attacks': { adapter: sdcDifferencingAttacks, toleranceOf: within(EXACT) },
  'sdc/ci_inversion': { adapter: sdcCiInversion, toleranceOf: within(EXACT) },
  file_formats: { adapter: fileFormats, toleranceOf: within(EXACT), reconcile: withListedIssues },
  'sdc/percent_inversion_rounded_base': { adapter: sdcPercentInversionRoundedBase, toleranceOf: within(EXACT) },
};
