import { DELTA_UTILITY_EVIDENCE } from '@/lib/domain/levers/delta-utility';
import { bandOf } from './band';
import { type CalibratedRound, deltaUtilityForExtra, fillOddsForExtra } from './calibration';
import type { TargetAnswer, TargetFillOdds } from './round';

/** Years a payment runs: that of the £20,000 scheme, three years of a programme. */
export const PAY_YEARS = 3;

/** Largest rise in pay that the trainee surveys offered, % of pay (Scanlan et al. 2018). */
const STUDIED_PAY_PCT = 20;

export interface TargetQuestion {
  readonly round: CalibratedRound;
  readonly extraPosts: number;
  /** Utility per 1 % of basic pay, one per draw. */
  readonly moneyScales: readonly number[];
  readonly basicPayGbp: number;
}

const byPay = ({ round, extraPosts, moneyScales, basicPayGbp }: TargetQuestion, deltaUtility: number) => {
  const payPerYearGbp = moneyScales.map((b) => (deltaUtility / b / 100) * basicPayGbp);
  const acceptors = round.target.accepts + extraPosts;
  return {
    payPerPlacePerYearGbp: bandOf(payPerYearGbp),
    costGbp: bandOf(payPerYearGbp.map((pay) => pay * acceptors * PAY_YEARS)),
  };
};

const fillOddsAnswer = (question: TargetQuestion): TargetFillOdds | null => {
  const deltaUtility = fillOddsForExtra(question.round, question.extraPosts);
  return deltaUtility === null ? null : { deltaUtility, ...byPay(question, deltaUtility) };
};

const whyNot = ({ round, extraPosts }: TargetQuestion): string => {
  const { posts, accepts } = round.target;
  const unfilled = posts - accepts;
  if (unfilled === 0) return 'Every post is filled, so fill can’t rise.';
  if (extraPosts > unfilled) {
    return `Only ${unfilled} of ${posts} posts are unfilled, so ${extraPosts} more can’t be filled.`;
  }
  return 'There are not enough people in the round to fill so many posts.';
};

const remarkOn = (deltaUtility: number, payPct: number): string => {
  const paid = `By pay alone, paid for ${PAY_YEARS} years to everyone who accepts a post here.`;
  if (deltaUtility > DELTA_UTILITY_EVIDENCE) {
    return `${paid} It needs a utility shift of ${deltaUtility.toFixed(2)}, outside the evidence (above 1.0).`;
  }
  if (payPct > STUDIED_PAY_PCT) {
    return `${paid} It needs about ${payPct.toFixed(0)} % of basic pay; the surveys offered up to ${STUDIED_PAY_PCT} %.`;
  }
  return paid;
};

/**
 * The reverse question: what utility shift fills `extraPosts` more posts, and what pay alone would
 * bring it about. Per draw of the money scale b: £ per place per year = `dU ÷ b ÷ 100 × basic pay`;
 * whole cost = that × accepts afterwards × 3 years, undiscounted. Every post carries the payment.
 */
export const answerTarget = (question: TargetQuestion): TargetAnswer => {
  const { round, extraPosts, basicPayGbp } = question;
  const deltaUtility = deltaUtilityForExtra(round, extraPosts);
  if (deltaUtility === null) {
    return {
      extraPosts,
      feasible: false,
      deltaUtility: null,
      payPerPlacePerYearGbp: null,
      costGbp: null,
      payYears: PAY_YEARS,
      fillOdds: null,
      remark: whyNot(question),
    };
  }
  const pay = byPay(question, deltaUtility);
  return {
    extraPosts,
    feasible: true,
    deltaUtility,
    ...pay,
    payYears: PAY_YEARS,
    fillOdds: fillOddsAnswer(question),
    remark: remarkOn(deltaUtility, (pay.payPerPlacePerYearGbp.median / basicPayGbp) * 100),
  };
};
