import { z } from 'zod';
import { leverDisplacement } from '@/lib/domain/pathway/displacement';
import { multinomialLogit } from '@/lib/domain/pathway/multinomial-logit';
import { rationedChoice } from '@/lib/domain/pathway/rationed-choice';
import { fillAndCost, shiftShare, wtaEquivalence } from '@/lib/domain/pathway/share-shift';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { scenarioOutputOperations } from './scenario-outputs';
import { scenarioStageOperations } from './scenario-stages';

const numbers = z.array(z.number());
const Round = z.object({
  applicants: z.number(),
  utilities: numbers,
  outside_utility: z.number().nullable(),
  capacity: z.array(z.number().nullable()),
});

const roundOf = (input: unknown) => {
  const { outside_utility, ...rest } = Round.parse(input);
  return { ...rest, outsideUtility: outside_utility };
};

const operations: Readonly<Record<string, (input: unknown) => Record<string, unknown>>> = {
  ...scenarioStageOperations,
  ...scenarioOutputOperations,
  mnl: (input) => {
    const schema = z.object({ utilities: numbers, delta: numbers, outside_utility: z.number().nullable() });
    const { utilities, delta, outside_utility } = schema.parse(input);
    const { shares, outsideShare } = multinomialLogit({ utilities, delta, outsideUtility: outside_utility });
    return { shares, outside_share: outsideShare };
  },
  shift_share: (input) => {
    const { share, delta_utility } = z.object({ share: z.number(), delta_utility: z.number() }).parse(input);
    return { share: shiftShare(share, delta_utility) };
  },
  wta_equivalence: (input) => {
    const schema = z.object({ b_per_pct_pay: z.number(), wta_pct: z.number(), compensation_pct: z.number() });
    const { b_per_pct_pay, wta_pct, compensation_pct } = schema.parse(input);
    const got = wtaEquivalence(b_per_pct_pay, wta_pct, compensation_pct);
    return {
      delta_utility: got.deltaUtility,
      share_before: got.shareBefore,
      share_after: got.shareAfter,
      recovered_wta_pct: got.recoveredWtaPct,
    };
  },
  fill_and_cost: (input) => {
    const schema = z.object({ base_fill: z.number(), delta_utility: z.number(), cost_per_place_gbp: z.number() });
    const { base_fill, delta_utility, cost_per_place_gbp } = schema.parse(input);
    const { fill, gain, costPerAdditionalFillGbp } = fillAndCost(base_fill, delta_utility, cost_per_place_gbp);
    return { fill, gain, cost_per_additional_fill_gbp: costPerAdditionalFillGbp };
  },
  rationed_mnl: (input) => {
    const got = rationedChoice(roundOf(input));
    return {
      unconstrained_shares: got.unconstrainedShares,
      shadow_price: got.shadowPrice,
      shares: got.shares,
      outside_share: got.outsideShare,
      filled: got.filled,
      fill_rate: got.fillRate,
    };
  },
  lever_displacement: (input) => {
    const { delta, target } = z.object({ delta: numbers, target: z.number() }).parse(input);
    const got = leverDisplacement({ ...roundOf(input), delta, target });
    return {
      shares_before: got.before.shares,
      outside_share_before: got.before.outsideShare,
      shares_after: got.after.shares,
      outside_share_after: got.after.outsideShare,
      shadow_price_before: got.before.shadowPrice,
      shadow_price_after: got.after.shadowPrice,
      gain_target: got.gainTarget,
      displaced_from_other_regions: got.displacedFromOtherRegions,
      gained_from_outside: got.gainedFromOutside,
      fill_rate_after: got.after.fillRate,
    };
  },
};

/** Closed forms of the scenario model, by the operation that a case names. */
export const scenarioClosedForm: Adapter = (input) => operations[String(input.op)]?.(input) ?? {};
