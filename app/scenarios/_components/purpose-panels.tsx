import { Card } from '@/components/tremor/card';
import type { Band, RoundResult } from '@/lib/contracts/scenario';
import { formatNumber, formatShare } from '@/lib/format/number';

/** The two purposes pull against each other: two panels of the same size, never one score. */
export function NeedPanel({ result, level }: { result: RoundResult; level: string }) {
  const { fillRateBefore, fillRateAfter, fillOdds } = result;
  return (
    <Card className="flex flex-col gap-2 p-4">
      <h3 className="text-lg">Population need</h3>
      <p>{`${level} posts filled: ${formatShare(fillRateBefore)} without the offer.`}</p>
      <p>{`With it, as odds of fill: ${shareBand(fillOdds.fillRateAfter)}.`}</p>
      <p>{`As a choice between places: ${shareBand(fillRateAfter)}.`}</p>
      <p className="text-sm text-muted">
        A filled training post is not yet a doctor who stays: retention is not part of this round.
      </p>
    </Card>
  );
}

const shareBand = ({ median, lower80, upper80, lower95, upper95 }: Band): string => {
  const wide = lower95 === null || upper95 === null ? '' : `; 95% ${formatShare(lower95)} to ${formatShare(upper95)}`;
  return `${formatShare(median)} (80% interval ${formatShare(lower80)} to ${formatShare(upper80)}${wide})`;
};

type CareersPanelProps = { result: RoundResult; hasOffer: boolean; moneyScale: number };

export function CareersPanel({ result, hasOffer, moneyScale }: CareersPanelProps) {
  const worth = (deltaUtility: number) => formatNumber(deltaUtility / moneyScale, 0);
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
