import type { RegionsQuery } from '@/lib/contracts/regions-query';
import { getIndicator, listIndicators } from '@/lib/data/figures';
import type { Area } from '@/lib/domain/geography/area';
import { CONTEXT_INDICATOR_IDS } from '@/lib/domain/indicators/context-variables';
import { choosePeers, type PeerChoice } from './peer-choice';

/** Peers of the selected area, read from the context figures of all areas of the type. */
export async function overviewPeers(
  areas: readonly Area[],
  own: string,
  { peers }: Pick<RegionsQuery, 'peers'>,
): Promise<PeerChoice> {
  const indicators = await listIndicators();
  const known = CONTEXT_INDICATOR_IDS.filter((id) => indicators.some((indicator) => indicator.id === id));
  const codes = new Set(areas.map(({ code }) => code));
  const figures = (await Promise.all(known.map(getIndicator))).flatMap((entry) =>
    entry.figures.filter(({ areaCode }) => codes.has(areaCode)),
  );
  return choosePeers({ code: own, areas, figures, indicators, peers });
}
