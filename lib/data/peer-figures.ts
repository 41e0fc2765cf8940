import type { Figure } from '@/lib/contracts/figure';
import type { PublishedStore } from './published-store';

type PeerIndex = {
  /** By indicator, breakdown and period. */
  readonly byPeriod: ReadonlyMap<string, readonly Figure[]>;
  /** The newest of each indicator and breakdown, by area. */
  readonly latestByArea: ReadonlyMap<string, readonly Figure[]>;
};

const seriesKey = ({ indicatorId, breakdown }: Figure): string => `${indicatorId} ${breakdown}`;
const periodKey = (figure: Figure): string => `${seriesKey(figure)} ${figure.period.end}`;

/** The first of each indicator and breakdown: within an area the newest period comes first. */
function newest(figures: readonly Figure[]): Figure[] {
  const seen = new Set<string>();
  return figures.filter((figure) => !seen.has(seriesKey(figure)) && seen.add(seriesKey(figure)));
}

function indexOf({ figuresByArea, indicators }: PublishedStore): PeerIndex {
  const profiled = new Set(indicators.filter(({ display }) => display !== 'catalogue').map(({ id }) => id));
  const byPeriod = new Map<string, Figure[]>();
  const latestByArea = new Map<string, readonly Figure[]>();
  for (const [code, all] of figuresByArea) {
    const figures = all.filter(({ indicatorId }) => profiled.has(indicatorId));
    latestByArea.set(code, newest(figures));
    for (const figure of figures) {
      const same = byPeriod.get(periodKey(figure));
      if (same) same.push(figure);
      else byPeriod.set(periodKey(figure), [figure]);
    }
  }
  return { byPeriod, latestByArea };
}

/** Made once for a publication: an area can have a thousand peers' figures beside each of its own. */
const known = new WeakMap<PublishedStore, PeerIndex>();

/**
 * What the peers of an area have for the periods that its page shows: those of its own figures and the country's newest, with
 * a value or without, and the newest of each peer.
 */
export function peerFigures(store: PublishedStore, shown: readonly Figure[], peers: readonly string[]): Figure[] {
  const index = known.get(store) ?? indexOf(store);
  known.set(store, index);
  const codes = new Set(peers);
  const found = new Set(peers.flatMap((code) => index.latestByArea.get(code) ?? []));
  const withValue = shown.filter(({ measure }) => measure.kind === 'value');
  for (const figure of [...newest(shown), ...newest(withValue)])
    for (const other of index.byPeriod.get(periodKey(figure)) ?? []) if (codes.has(other.areaCode)) found.add(other);
  return [...found];
}
