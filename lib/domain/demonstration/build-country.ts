import { seededGenerator } from '@/lib/domain/statistics/seeded-generator';
import { drawAuthorities } from './authorities';
import type { Authority, Board, Country, FoundationArea, Region, School } from './country';
import { apportion, at, standardOf } from './draw';
import type { Effects } from './effects';
import { foundationPlaces } from './foundation-places';
import { peopleTogether } from './people-together';
import { positionOf } from './plane';
import { REGIONS } from './region-plan';
import { SCHOOLS } from './school-plan';

/** The places are the same whatever the seed of the people, so that codes and positions stay. */
const GEOGRAPHY_LABEL = 'orrinmark-geography-1';

const slugOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

const buildBoards = (authorities: readonly Authority[]): Board[] =>
  REGIONS.flatMap((plan, region) => plan.boards.map((name) => ({ name, region }))).map(({ name, region }, i) => ({
    ...peopleTogether(authorities.filter(({ board }) => board === i)),
    code: `XD-BD-${slugOf(name)}`,
    name,
    region,
  }));

const buildRegions = (authorities: readonly Authority[]): Region[] =>
  REGIONS.map(({ slug, name, isCapital }, i) => ({
    ...peopleTogether(authorities.filter(({ region }) => region === i)),
    code: `XD-TR-${slug}`,
    slug,
    name,
    isCapital,
  }));

const buildSchools = (scale: number): School[] =>
  SCHOOLS.map(({ id, region: slug, annualIntake, ...plan }, i) => {
    const region = REGIONS.findIndex((one) => one.slug === slug);
    const { east, north } = at(REGIONS, region);
    // A few kilometres apart, so that the schools of one city are not one dot.
    const position = positionOf(east + 4 * Math.cos(2 * i), north + 4 * Math.sin(2 * i));
    return { ...plan, ...position, code: id, region, annualIntake: annualIntake * scale };
  });

const buildFoundationAreas = (
  regions: readonly Region[],
  schools: readonly School[],
  effects: Effects,
): FoundationArea[] => {
  const places = foundationPlaces(
    regions.map(({ isCapital, residents }, i) => ({
      isCapital,
      residents,
      intake: schools.filter(({ region }) => region === i).reduce((sum, { annualIntake }) => sum + annualIntake, 0),
    })),
    effects.capitalGraduatesPerPlace,
  );
  return REGIONS.flatMap(({ foundationAreas, east, north, spread }, region) => {
    const parts = apportion(
      places[region] ?? 0,
      foundationAreas.map(() => 1),
    );
    return foundationAreas.map((name, i) => ({
      ...positionOf(east + (foundationAreas.length > 1 ? spread * (i - 0.5) : 0), north + 3),
      code: `XD-FA-${slugOf(name)}`,
      name,
      region,
      annualPlaces: parts[i] ?? 0,
    }));
  });
};

/** The places of the demonstration country. Numbers of people, intakes and places are multiplied by `scale`. */
export const buildCountry = (effects: Effects, scale: number): Country => {
  const authorities = drawAuthorities(seededGenerator(GEOGRAPHY_LABEL), scale);
  const regions = buildRegions(authorities);
  const schools = buildSchools(scale);
  return {
    ...peopleTogether(authorities),
    authorities,
    boards: buildBoards(authorities),
    regions,
    schools,
    foundationAreas: buildFoundationAreas(regions, schools, effects),
    deprivation: standardOf(authorities.map(({ deprivationScore }) => deprivationScore)),
    nonWhitePct: standardOf(authorities.map(({ nonWhitePct }) => nonWhitePct)),
    regionDeprivation: standardOf(regions.map(({ deprivationScore }) => deprivationScore)),
  };
};
