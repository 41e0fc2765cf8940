import type { OfferCard, ReadyForm } from '@/components/pathway/builder-state';
import { ControlPosition } from '@/components/pathway/control-position';
import type { LeverPositions } from '@/lib/contracts/lever-position';

type CardPositionsProps = { card: OfferCard; regions: ReadyForm['regions']; positions: LeverPositions };

/** What a lever acts on, in each region where it is offered. */
export function CardPositions({ card: { lever, offers }, regions, positions }: CardPositionsProps) {
  const codes = [...new Set(offers.map(({ regionCode }) => regionCode))];
  return codes.map((code) => (
    <ControlPosition
      key={code}
      lever={lever}
      nodes={[...new Set(offers.flatMap((offer) => (offer.regionCode === code ? offer.nodes : [])))]}
      regionName={regions.find((region) => region.code === code)?.name ?? code}
      positions={positions[code] ?? []}
    />
  ));
}
