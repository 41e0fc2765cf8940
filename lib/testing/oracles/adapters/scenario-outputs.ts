import { z } from 'zod';
import { budgetChoice } from '@/lib/domain/pathway/outputs/budget-choice';
import { evpiTwoOptions } from '@/lib/domain/pathway/outputs/evpi';
import { logMeanAndSe } from '@/lib/domain/pathway/outputs/log-effect';
import { needWeightedShortfall } from '@/lib/domain/pathway/outputs/need-shortfall';
import { annuityPresentValue } from '@/lib/domain/pathway/outputs/present-value';

const number = z.number();

/** Closed forms of costs, budgets, need and the value of information. */
export const scenarioOutputOperations: Readonly<Record<string, (input: unknown) => Record<string, unknown>>> = {
  annuity_present_value: (input) => {
    const schema = z.object({
      amount_per_year_gbp: number,
      years: number,
      rate: number,
      timing: z.enum(['arrears', 'advance']),
    });
    const { amount_per_year_gbp, ...rest } = schema.parse(input);
    return { present_value_gbp: annuityPresentValue({ amountPerYearGbp: amount_per_year_gbp, ...rest }) };
  },
  evpi_two_options_normal: (input) => {
    const { mean_inb_gbp_m, sd_inb_gbp_m } = z.object({ mean_inb_gbp_m: number, sd_inb_gbp_m: number }).parse(input);
    return { evpi_gbp_m: evpiTwoOptions(mean_inb_gbp_m, sd_inb_gbp_m) };
  },
  budget_choice: (input) => {
    const Package = z.object({ id: z.string(), cost: number, benefit: number });
    const { budget, packages } = z.object({ budget: number, packages: z.array(Package) }).parse(input);
    const { chosen, benefit, greedyByRatioBenefit } = budgetChoice(budget, packages);
    return { chosen, benefit, greedy_by_ratio_benefit: greedyByRatioBenefit };
  },
  need_weighted_shortfall: (input) => {
    const schema = z.object({ weights: z.array(number), target: z.array(number), supply: z.array(number) });
    const { weights, target, supply } = schema.parse(input);
    return { shortfall: needWeightedShortfall(weights, target, supply) };
  },
  log_mean_and_se_from_ci: (input) => {
    const { estimate, lower, upper } = z.object({ estimate: number, lower: number, upper: number }).parse(input);
    const { logMean, logSe } = logMeanAndSe(estimate, lower, upper);
    return { log_mean: logMean, log_se: logSe };
  },
};
