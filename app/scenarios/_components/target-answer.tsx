import { Card } from '@/components/tremor/card';
import { Stat } from '@/components/ui/stat';
import type { RecruitmentLevel, RoundResult } from '@/lib/contracts/scenario';
import { BASIC_PAY_SOURCE, BASIC_PAY_YEAR, basicPayGbp } from '@/lib/domain/levers/pay-scale';
import { formatCount, formatGbpShort } from '@/lib/format/number';
import { poundsBand, poundsInterval } from './result-words';

type TargetAnswerProps = { target: RoundResult['target']; level: RecruitmentLevel };

/** The reverse question: what would it cost, by pay alone, to fill so many more posts? */
export function TargetAnswer({ target, level }: TargetAnswerProps) {
  const { extraPosts, feasible, payPerPlacePerYearGbp: pay, costGbp: cost, fillOdds, payYears, remark } = target;
  return (
    <Card className="flex flex-col gap-4 p-4 sm:p-6" id="target">
      <h3 className="text-lg">{`What would it cost to fill ${formatCount(extraPosts)} more ${level} posts?`}</h3>
      {feasible && pay && cost ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <Stat
            label="As odds of fill"
            value={fillOdds ? formatGbpShort(fillOdds.costGbp.median) : 'not reachable'}
            note={
              fillOdds
                ? `${poundsInterval(fillOdds.costGbp)}; ${poundsBand(fillOdds.payPerPlacePerYearGbp)} a place and year, for ${payYears} years`
                : 'no payment would leave a post empty'
            }
          />
          <Stat
            label="As a choice between places"
            value={formatGbpShort(cost.median)}
            note={`${poundsInterval(cost)}; ${poundsBand(pay)} a place and year, for ${payYears} years`}
          />
        </div>
      ) : null}
      <p className="max-w-prose">{remark}</p>
      {feasible ? (
        <p className="max-w-prose text-sm text-muted">
          {`By a payment to everyone who accepts a post here, whoever would have come anyway: that is where most of the money goes. The two readings differ because the effect of pay was measured on fill, not on choice. Basic pay at ${level}: £${formatCount(basicPayGbp(level))} in ${BASIC_PAY_YEAR} (${BASIC_PAY_SOURCE}).`}
        </p>
      ) : null}
    </Card>
  );
}
