import { isDominated } from '@/lib/domain/disclosure/dominance';
import { isSmallCount, RULE_SETS, type RuleSet } from '@/lib/domain/disclosure/rule-set';
import { STABILITY_RATES, type StabilityRate } from './stability-indicators';
import type { TraineeStability } from './trainee-stability';

/**
 * The rule that placement stability is shown under, whatever rule came with the file: lines of single trainees are never
 * counts that somebody has protected already, and a rule that only rounds says nothing of averages and their parts.
 */
export const STABILITY_RULES: RuleSet = RULE_SETS.nhs_subnational_1_to_7;

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** What one trainee adds to a rate; null where they are not behind it. */
const contributionOf = (trainee: TraineeStability, rate: StabilityRate): number | null => {
  switch (rate) {
    case 'site_moves':
      return trainee.siteMoves;
    case 'employer_moves':
      return trainee.employerMoves;
    case 'move_km':
      return trainee.moveKm.length > 0 ? total(trainee.moveKm) : null;
    case 'stay_months':
      return trainee.stayDays.length > 0 ? total(trainee.stayDays) : null;
    case 'notice_weeks':
      return trainee.noticeWeeks.length > 0 ? total(trainee.noticeWeeks) : null;
  }
};

/**
 * Whether a rate would tell of single trainees though there are enough of them: from 1 to 7 moved (their number could be
 * worked out from the rate); one of them makes up most of it; or a group below the smallest base is all alike, so that the
 * rate is everyone's own.
 */
const isTelling = (trainees: readonly TraineeStability[], rate: StabilityRate): boolean => {
  const contributions = trainees.flatMap((trainee) => contributionOf(trainee, rate) ?? []);
  const isOfMoves = rate === 'site_moves' || rate === 'employer_moves';
  const movers = contributions.filter((one) => one > 0).length;
  if ((isOfMoves && isSmallCount(movers)) || isDominated(contributions)) return true;
  return contributions.length < STABILITY_RULES.smallestBase && new Set(contributions).size === 1;
};

export const tellingRates = (trainees: readonly TraineeStability[]): StabilityRate[] =>
  STABILITY_RATES.filter((rate) => isTelling(trainees, rate));
