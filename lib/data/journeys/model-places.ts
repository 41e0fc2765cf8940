import type { Figure } from '@/lib/contracts/figure';
import type { PublishedStore } from '@/lib/data/published-store';
import { ALL } from '@/lib/domain/indicators/indicator';
import type { ModelPlaces } from '@/lib/domain/journey-models/from-journeys';
import type { JourneyPlaces } from '@/lib/domain/journeys/journey-places';
import { plotted } from '@/lib/domain/measure/measure';

export const YOUNG = 'population-16-17';
const PLACES = 'annual-foundation-places';

/** The newest figure of an area, with its papers. */
export const newestFigure = (
  { figuresByArea }: Pick<PublishedStore, 'figuresByArea'>,
  indicatorId: string,
  code: string,
  breakdown: string = ALL,
): Figure | undefined =>
  (figuresByArea.get(code) ?? []).find((one) => one.indicatorId === indicatorId && one.breakdown === breakdown);

/** The newest figure of an area; null where none is loaded. */
export function latestFigure(
  store: PublishedStore,
  indicatorId: string,
  code: string,
  breakdown: string = ALL,
): number | null {
  const figure = newestFigure(store, indicatorId, code, breakdown);
  return figure ? plotted(figure.measure) : null;
}

/** People aged 16 to 17 of an area, all or of a group. */
export const youngPeople = (store: PublishedStore, code: string, breakdown?: string): number | null =>
  latestFigure(store, YOUNG, code, breakdown);

/**
 * The figure of foundation places of each of some areas of a country, of its newest year that has any: places of different years aren't
 * compared.
 */
export function foundationPlaces(
  { figuresByArea }: Pick<PublishedStore, 'figuresByArea'>,
  areas: readonly string[],
): ReadonlyMap<string, Figure> {
  const figures = areas.flatMap((code) =>
    (figuresByArea.get(code) ?? []).filter(({ indicatorId, breakdown }) => indicatorId === PLACES && breakdown === ALL),
  );
  const newest = figures.reduce((last, { period }) => (period.end > last ? period.end : last), '');
  return new Map(figures.filter(({ period }) => period.end === newest).map((figure) => [figure.areaCode, figure]));
}

/** What the models set the journeys of a country against, from published figures. */
export function modelPlaces(store: PublishedStore, journeys: JourneyPlaces): ModelPlaces {
  const places = foundationPlaces(store, journeys.foundationAreas);
  return {
    journeys,
    authorities: journeys.homes.map((code) => ({
      code,
      aged16To17: youngPeople(store, code),
      deprivationScore: latestFigure(store, 'imd-score', code),
      nonWhitePct: latestFigure(store, 'non-white-share-16-17', code),
    })),
    schools: journeys.schools.map((code) => ({
      code,
      name: store.areaByCode.get(code)?.name ?? code,
      founded: latestFigure(store, 'school-founded', code),
    })),
    annualPlaces: (area) => {
      const figure = places.get(area);
      return figure ? plotted(figure.measure) : null;
    },
  };
}

/** The same with residents of all ages, for fits that say whom entrants are set against. Findings do without: their claims are of young people. */
export function fitPlaces(store: PublishedStore, journeys: JourneyPlaces): ModelPlaces {
  const places = modelPlaces(store, journeys);
  const authorities = places.authorities.map((one) => ({
    ...one,
    residents: latestFigure(store, 'population', one.code),
  }));
  return { ...places, authorities };
}
