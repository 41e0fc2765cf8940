import 'server-only';
import { database, withPublisher } from '@/db/client';
import { heldByPublication } from '@/lib/data/journeys/held-by-publication';
import { latestFigure } from '@/lib/data/journeys/model-places';
import { tableSources } from '@/lib/data/journeys/table-source';
import type { PublishedStore } from '@/lib/data/published-store';
import { selectGivenReleases, selectLatestPosts, selectRounds } from '@/lib/data/queries/pathway';
import type { Movements } from '@/lib/domain/choice/movement-cells';
import type { Root } from '@/lib/domain/geography/area';
import type { LoadedPathway, LoadedRegion } from '@/lib/domain/pathway-baseline/loaded-pathway';
import { loadedLeavers, loadedMovements } from './loaded-moves';

export interface LoadedCountry {
  readonly pathway: LoadedPathway;
  readonly movements: Movements | null;
  /** Releases that it was made of. */
  readonly releaseIds: readonly string[];
}

const PERCENT = 100;
/** Weight of deprivation in the distribution of training posts; it was of early deaths (SMR under 75), here of the most deprived fifth. */
const DEPRIVATION_WEIGHT = 0.2;
/** Mean step of people outside the most deprived fifth, 0 to 3, were they spread evenly. */
const ELSEWHERE_STEPS = 1.5;
const MOST_STEPS = 4;

/** Mean deprivation in steps, from the share of residents in the most deprived fifth: 2 where that is a fifth. An assumption. */
const stepsOf = (pct: number): number => {
  const share = pct / PERCENT;
  return MOST_STEPS * share + ELSEWHERE_STEPS * (1 - share);
};

/** Ways to weigh residents by need: the commissioners' index, residents in the most deprived fifth, residents alone, and four parts of the last with one of the one before. */
function needShares(store: PublishedStore, codes: readonly string[]): Map<string, Record<string, number>> {
  const weights = codes.map((code) => {
    const people = latestFigure(store, 'population', code) ?? 0;
    const index = latestFigure(store, 'need-index-core', code);
    const deprived = latestFigure(store, 'pop-most-deprived-fifth', code);
    return {
      code,
      of: { need_index: people * (index ?? 1), deprived: people * (deprived ?? 0), population: people },
    };
  });
  const total = (name: 'need_index' | 'deprived' | 'population') =>
    weights.reduce((sum, { of }) => sum + of[name], 0) || 1;
  const totals = { need_index: total('need_index'), deprived: total('deprived'), population: total('population') };
  return new Map(
    weights.map(({ code, of }) => [
      code,
      {
        need_index: of.need_index / totals.need_index,
        deprived: of.deprived / totals.deprived,
        population: of.population / totals.population,
        deprivation_20:
          (1 - DEPRIVATION_WEIGHT) * (of.population / totals.population) +
          DEPRIVATION_WEIGHT * (of.deprived / totals.deprived),
      },
    ]),
  );
}

/** Training regions with residents and a position. */
function loadedRegions(store: PublishedStore, root: Root): LoadedRegion[] {
  const areas = store.vintages.get(`${root} training_region`)?.shown.areas ?? [];
  const shares = needShares(
    store,
    areas.map(({ code }) => code),
  );
  return areas.flatMap(({ code, name, latitude, longitude }): LoadedRegion[] => {
    const population = latestFigure(store, 'population', code);
    const deprived = latestFigure(store, 'pop-most-deprived-fifth', code);
    if (population === null || deprived === null || latitude === null || longitude === null) return [];
    const needs = shares.get(code) ?? {};
    return [{ code, name, population, needShares: needs, deprivationSteps: stepsOf(deprived), latitude, longitude }];
  });
}

const REGION_FIGURES = new Set(['population', 'need-index-core', 'pop-most-deprived-fifth']);

/** Releases of the newest figures that regions take part with. */
const figureReleases = ({ figuresByArea }: PublishedStore, regions: readonly LoadedRegion[]): string[] =>
  regions.flatMap(({ code }) => {
    const seen = new Set<string>();
    return (figuresByArea.get(code) ?? []).flatMap(({ indicatorId, releaseId }) => {
      if (!REGION_FIGURES.has(indicatorId) || seen.has(indicatorId)) return [];
      seen.add(indicatorId);
      return [releaseId];
    });
  });

/**
 * What is loaded of a country's pathway: posts, recruitment, graduates and moves. Nothing in it is about single people: counts
 * of people come from protected tables. Call it after authorising.
 */
export const loadedCountry = heldByPublication('pathway', async (published, root: Root): Promise<LoadedCountry> => {
  const regions = loadedRegions(published, root);
  const [posts, rounds, files, sources] = await Promise.all([
    withPublisher(await database(), (tx) => selectLatestPosts(tx, root)),
    withPublisher(await database(), (tx) => selectRounds(tx, root)),
    withPublisher(await database(), (tx) => selectGivenReleases(tx, root)),
    tableSources(root),
  ]);
  const leavers = loadedLeavers(
    sources,
    regions.map(({ code }) => code),
  );
  return {
    pathway: { regions, posts, rounds, leavers, careers: [] },
    movements: loadedMovements(sources, regions),
    releaseIds: [
      ...new Set([...files, ...sources.map(({ source }) => source.releaseId), ...figureReleases(published, regions)]),
    ].sort(),
  };
});
