import type { Figure } from '@/lib/contracts/figure';
import type { PublishedStore } from './published-store';

const seriesKey = ({ indicatorId, breakdown }: Figure): string => `${indicatorId} ${breakdown}`;
const periodKey = (figure: Figure): string => `${seriesKey(figure)} ${figure.period.end}`;

/** What an area's page needs of one area: of the indicators that pages show; the catalogue has the rest. */
type AreaFigures = {
  readonly all: readonly Figure[];
  /** The newest of each indicator and breakdown. */
  readonly newest: readonly Figure[];
  /** Periods that a page shows: the newest, and the newest with a value. */
  readonly shownKeys: readonly string[];
};

type ProfileIndex = {
  readonly ofArea: (code: string) => AreaFigures;
  /** By indicator, breakdown and period. */
  readonly byPeriod: ReadonlyMap<string, readonly Figure[]>;
};

const NONE: AreaFigures = { all: [], newest: [], shownKeys: [] };

/** The first of each indicator and breakdown: within an area the newest period comes first. */
function newest(figures: readonly Figure[]): Figure[] {
  const seen = new Set<string>();
  return figures.filter((figure) => !seen.has(seriesKey(figure)) && seen.add(seriesKey(figure)));
}

function makeIndex({ figuresByArea, indicators }: PublishedStore): ProfileIndex {
  const profiled = new Set(indicators.filter(({ display }) => display === 'profile').map(({ id }) => id));
  const byArea = new Map<string, AreaFigures>();
  const byPeriod = new Map<string, Figure[]>();
  for (const [code, figures] of figuresByArea) {
    const all = figures.filter(({ indicatorId }) => profiled.has(indicatorId));
    const withValue = all.filter(({ measure }) => measure.kind === 'value');
    const shownKeys = [...new Set([...newest(all), ...newest(withValue)].map(periodKey))];
    byArea.set(code, { all, newest: newest(all), shownKeys });
    for (const figure of all) {
      const same = byPeriod.get(periodKey(figure));
      if (same) same.push(figure);
      else byPeriod.set(periodKey(figure), [figure]);
    }
  }
  return { ofArea: (code) => byArea.get(code) ?? NONE, byPeriod };
}

/** Made once for a publication. */
const known = new WeakMap<PublishedStore, ProfileIndex>();

function indexOf(store: PublishedStore): ProfileIndex {
  const index = known.get(store) ?? makeIndex(store);
  known.set(store, index);
  return index;
}

export type ProfileFigures = { own: readonly Figure[]; national: readonly Figure[]; peers: readonly Figure[] };

/**
 * An area's figures, those of its countries, and what its peers have for the periods that its page shows, with the newest of
 * each: a peer can have a hundred periods beside every one of them.
 */
export function profileFigures(
  store: PublishedStore,
  { code, countries, peers }: { code: string; countries: readonly string[]; peers: readonly string[] },
): ProfileFigures {
  const { ofArea, byPeriod } = indexOf(store);
  const codes = new Set(peers);
  const found = new Set(peers.flatMap((peer) => ofArea(peer).newest));
  for (const key of new Set([code, ...countries].flatMap((one) => ofArea(one).shownKeys)))
    for (const figure of byPeriod.get(key) ?? []) if (codes.has(figure.areaCode)) found.add(figure);
  return { own: ofArea(code).all, national: countries.flatMap((country) => ofArea(country).all), peers: [...found] };
}
