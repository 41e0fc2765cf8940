import { Card } from '@/components/tremor/card';
import type { RoundResult } from '@/lib/contracts/scenario';
import { formatNumber, formatShare } from '@/lib/format/number';
import { postsBand } from './result-words';

/** Median of the shared money scale: utility for 1 % of basic pay (scenario-model §2.1). */
const UTILITY_PER_PCT_PAY = 0.0258;

/** The two purposes pull against each other: two panels of the same size, never one score. */
export function NeedPanel({ result, level }: { result: RoundResult; level: string }) {
  const { lower80, upper80, median } = result.fillRateAfter;
  return (
    <Card className="flex flex-col gap-2 p-4">
      <h3 className="text-lg">Population need</h3>
      <p>{`${level} posts filled: ${formatShare(result.fillRateBefore)} now, ${formatShare(median)} with the offer (80% interval ${formatShare(lower80)} to ${formatShare(upper80)}).`}</p>
      <p>{`Extra posts filled: ${postsBand(result.extraFilled)}; as odds of fill ${postsBand(result.fillOdds.extraFilled)}.`}</p>
      <p className="text-sm text-muted">
        A filled training post is not yet a doctor who stays: retention is not part of this round.
      </p>
    </Card>
  );
}

export function CareersPanel({ result, hasOffer }: { result: RoundResult; hasOffer: boolean }) {
  const worth = (deltaUtility: number) => formatNumber(deltaUtility / UTILITY_PER_PCT_PAY, 0);
  const { median, lower80, upper80 } = result.deltaUtility;
  return (
    <Card className="flex flex-col gap-2 p-4">
      <h3 className="text-lg">Satisfying careers</h3>
      {hasOffer ? (
        <p>{`To a doctor choosing, the offer is worth as much as ${worth(median)}% of basic pay (80% interval ${worth(lower80)} to ${worth(upper80)}%), at the median money scale.`}</p>
      ) : (
        <p>Nothing is offered, so nothing changes for doctors.</p>
      )}
      <p>
        Moves avoided, time to CCT and who is affected are not part of one round, so they are not shown: not nought.
      </p>
      <p className="text-sm text-muted">Stated preferences of 2013 to 2017, scaled to observed choices.</p>
    </Card>
  );
}
