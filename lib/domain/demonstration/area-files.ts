import { countryOf, ORRINMARK } from '@/lib/domain/geography/area';
import type { Position } from '@/lib/domain/statistics/haversine';
import type { Country } from './country';
import { csvLine } from './csv-line';

export const AREAS_HEADER = 'code,name,type,root,valid_from,valid_to,latitude,longitude,note';
export const MEMBERSHIPS_HEADER = 'child_code,parent_code,weight,basis,valid_from,source_id';
export const SOURCE_ID = 'demonstration-country';

const NOTE = 'Demonstration country: invented, in the open Atlantic.';

interface Named extends Position {
  readonly code: string;
  readonly name: string;
}

const areaLine = ({ code, name, latitude, longitude }: Named, type: string): string =>
  csvLine([code, name, type, 'demonstration', null, null, latitude, longitude, NOTE]);

/** Lines of `areas.csv`, in the columns of the published pack. */
export function* areaLines(country: Country): Generator<string> {
  yield AREAS_HEADER;
  yield areaLine({ ...country, ...countryOf('demonstration') }, 'country');
  for (const one of country.regions) yield areaLine(one, 'training_region');
  for (const one of country.boards) yield areaLine(one, 'icb');
  for (const one of country.authorities) yield areaLine(one, 'local_authority');
  for (const one of country.foundationAreas) yield areaLine(one, 'foundation_area');
  for (const one of country.schools) yield areaLine(one, 'medical_school');
}

/** Lines of `memberships.csv`: regions of the country; boards, authorities, foundation areas and schools of a region; authorities of a board. */
export function* membershipLines({ regions, boards, authorities, ...rest }: Country): Generator<string> {
  yield MEMBERSHIPS_HEADER;
  const line = (child: string, parent: string | undefined): string =>
    csvLine([child, parent ?? ORRINMARK, 1, 'official', null, SOURCE_ID]);
  for (const { code } of regions) yield line(code, ORRINMARK);
  for (const { code, region } of [...boards, ...authorities, ...rest.foundationAreas, ...rest.schools])
    yield line(code, regions[region]?.code);
  for (const { code, board } of authorities) yield line(code, boards[board]?.code);
}

export const SCHOOLS_HEADER = 'school_id,name,area_code,founded,annual_intake';

/** Lines of `schools.csv`: what `areas.csv` has no column for. */
export function* schoolLines({ schools, regions }: Country): Generator<string> {
  yield SCHOOLS_HEADER;
  for (const { code, name, region, founded, annualIntake } of schools)
    yield csvLine([code, name, regions[region]?.code ?? null, founded, annualIntake]);
}

export const FOUNDATION_AREAS_HEADER = 'foundation_area,name,area_code,annual_places';

/** Lines of `foundation_areas.csv`. */
export function* foundationAreaLines({ foundationAreas, regions }: Country): Generator<string> {
  yield FOUNDATION_AREAS_HEADER;
  for (const { code, name, region, annualPlaces } of foundationAreas)
    yield csvLine([code, name, regions[region]?.code ?? null, annualPlaces]);
}
