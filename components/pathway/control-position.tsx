import type { LeverPosition } from '@/lib/contracts/lever-position';
import { leverIndicators } from '@/lib/domain/levers/lever-indicators';
import type { Offer } from '@/lib/domain/levers/offers/offer';
import type { PathwayLever } from '@/lib/domain/levers/pathway-lever';
import { positionSentence, positionSources } from './position-sentence';

type ControlPositionProps = {
  lever: PathwayLever;
  nodes: Offer['nodes'];
  regionName: string;
  /** Of the region in which it is offered. */
  positions: readonly LeverPosition[];
};

/** Where the region stands in what the lever acts on, and where others lie; no rank. */
export function ControlPosition({ lever, nodes, regionName, positions }: ControlPositionProps) {
  const shown = leverIndicators(lever, nodes).flatMap(({ indicatorId, breakdown }) =>
    positions.filter((one) => one.indicatorId === indicatorId && one.breakdown === breakdown),
  );
  const sources = positionSources(shown);
  return (
    <section
      aria-label={`What ${lever.name} acts on, in ${regionName}`}
      className="flex flex-col gap-1 text-sm text-muted"
    >
      <p className="font-semibold text-ink">{`What it acts on, in ${regionName}`}</p>
      {shown.length === 0 ? <p>No published figure measures it.</p> : null}
      <ul className="flex flex-col gap-1">
        {shown.map((one) => (
          <li key={`${one.indicatorId} ${one.breakdown}`}>{positionSentence(one)}</li>
        ))}
      </ul>
      {sources.length > 0 ? <p>{`Source: ${sources.join('; ')}.`}</p> : null}
    </section>
  );
}
