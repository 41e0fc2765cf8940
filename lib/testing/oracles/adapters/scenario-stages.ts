import { z } from 'zod';
import { burnoutMixtureMultiplier } from '@/lib/domain/pathway/stages/burnout-mixture';
import { fixedProgramme, ltftProgramme } from '@/lib/domain/pathway/stages/fixed-programme';
import { gapPoolYear2Hazard } from '@/lib/domain/pathway/stages/gap-pool';
import { hazardRatioEffect } from '@/lib/domain/pathway/stages/hazard';
import { stageChainSteadyState } from '@/lib/domain/pathway/stages/stage-chain';
import { kappaFromStayShare, stayChain } from '@/lib/domain/pathway/stages/stay-choice';

const number = z.number();

/** Closed forms of stages, hazards and staying. */
export const scenarioStageOperations: Readonly<Record<string, (input: unknown) => Record<string, unknown>>> = {
  stage_chain_steady_state: (input) => {
    const Stage = z.object({ name: z.string(), advance_rate: number, exit_rate: number });
    const { inflow_per_year, stages } = z.object({ inflow_per_year: number, stages: z.array(Stage) }).parse(input);
    const steady = stageChainSteadyState(
      inflow_per_year,
      stages.map(({ name, advance_rate, exit_rate }) => ({ name, advanceRate: advance_rate, exitRate: exit_rate })),
    );
    return {
      stages: steady.map(({ name, stock, advancePerYear, exitPerYear }) => ({
        name,
        stock,
        advance_per_year: advancePerYear,
        exit_per_year: exitPerYear,
      })),
      total_exits_per_year: steady.reduce((sum, stage) => sum + stage.exitPerYear, 0),
    };
  },
  fixed_length_programme: (input) => {
    const schema = z.object({ entrants_per_year: number, years: number, annual_attrition: number });
    const { entrants_per_year, years, annual_attrition } = schema.parse(input);
    const got = fixedProgramme(entrants_per_year, years, annual_attrition);
    return {
      survival: got.survival,
      start_of_year_stock: got.startOfYearStock,
      completions_per_year: got.completionsPerYear,
    };
  },
  hazard_ratio_attrition: (input) => {
    const schema = z.object({ annual_probability: number, hazard_ratio: number, years: number, entrants: number });
    const { annual_probability, hazard_ratio, ...rest } = schema.parse(input);
    const got = hazardRatioEffect({ annualProbability: annual_probability, hazardRatio: hazard_ratio, ...rest });
    return {
      hazard: got.hazard,
      new_annual_probability: got.newAnnualProbability,
      survival: got.survival,
      extra_completions: got.extraCompletions,
    };
  },
  burnout_mixture_multiplier: (input) => {
    const schema = z.object({ prevalence_before: number, prevalence_after: number, hazard_ratio: number });
    const { prevalence_before, prevalence_after, hazard_ratio } = schema.parse(input);
    return { multiplier: burnoutMixtureMultiplier(prevalence_before, prevalence_after, hazard_ratio) };
  },
  ltft_programme: (input) => {
    const schema = z.object({
      trainees: number,
      ltft_share: number,
      ltft_fte: number,
      full_time_years: number,
      annual_attrition: number,
    });
    const { trainees, ltft_share, ltft_fte, full_time_years, annual_attrition } = schema.parse(input);
    const got = ltftProgramme({
      trainees,
      ltftShare: ltft_share,
      ltftFte: ltft_fte,
      fullTimeYears: full_time_years,
      annualAttrition: annual_attrition,
    });
    return {
      fte: got.fte,
      ltft_years: got.ltftYears,
      completion_full_time: got.completionFullTime,
      completion_ltft: got.completionLtft,
      break_even_hazard_ratio: got.breakEvenHazardRatio,
    };
  },
  stay_choice_chain: (input) => {
    const { attractiveness, kappa } = z.object({ attractiveness: z.array(number), kappa: number }).parse(input);
    return { ...stayChain(attractiveness, kappa) };
  },
  kappa_from_stay_share: (input) => {
    const { regions, stay_share } = z.object({ regions: number, stay_share: number }).parse(input);
    return { kappa: kappaFromStayShare(regions, stay_share) };
  },
  gap_pool_year2_hazard: (input) => {
    const schema = z.object({ not_in_training_12m_pct: number, not_in_training_24m_pct: number });
    const { not_in_training_12m_pct, not_in_training_24m_pct } = schema.parse(input);
    return { hazard: gapPoolYear2Hazard(not_in_training_12m_pct, not_in_training_24m_pct) };
  },
};
