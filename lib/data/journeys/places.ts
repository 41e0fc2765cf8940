import type { PublishedStore } from '@/lib/data/published-store';
import type { AreaType, Root } from '@/lib/domain/geography/area';
import { capitalRegionOf } from '@/lib/domain/geography/capital';
import type { JourneyPlaces } from '@/lib/domain/journeys/journey-places';

/** What the journeys of a country run between, as it is published now. */
export function journeyPlaces({ vintages, areaByCode, parentsByCode }: PublishedStore, root: Root): JourneyPlaces {
  const of = (type: AreaType) => vintages.get(`${root} ${type}`)?.shown.areas ?? [];
  const codes = (type: AreaType) => of(type).map(({ code }) => code);
  const parent = (code: string, type: AreaType): string | undefined =>
    (parentsByCode.get(code) ?? []).filter((one) => one.type === type).toSorted((a, b) => b.weight - a.weight)[0]?.code;
  const placed = [...of('local_authority'), ...of('medical_school'), ...of('foundation_area')];
  const parents = (type: AreaType) =>
    new Map(
      placed.flatMap(({ code }) => {
        const found = parent(code, type);
        return found === undefined ? [] : [[code, found] as const];
      }),
    );
  const capital = capitalRegionOf(root);
  return {
    homes: codes('local_authority'),
    schools: codes('medical_school'),
    foundationAreas: codes('foundation_area'),
    boards: codes('icb'),
    regions: codes('training_region'),
    regionOf: parents('training_region'),
    boardOf: parents('icb'),
    capitalRegion: areaByCode.has(capital) ? capital : null,
    positions: new Map(
      placed.flatMap(({ code, latitude, longitude }) =>
        latitude === null || longitude === null ? [] : [[code, { latitude, longitude }] as const],
      ),
    ),
  };
}
