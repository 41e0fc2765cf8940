import type { Country, School } from './country';
import { cumulative } from './draw';
import type { FoundationEffects } from './effects';
import { logDistance } from './plane';

/** Chances of the foundation areas for graduates of one school, by group. */
export interface FoundationTables {
  readonly maleWhite: Float64Array;
  readonly maleNonWhite: Float64Array;
  readonly femaleWhite: Float64Array;
  readonly femaleNonWhite: Float64Array;
}

/** Weight of each foundation area for one group of graduates: annual places × e^(planted terms). Not rationed. */
export const foundationWeights = (
  country: Country,
  school: School,
  effects: FoundationEffects,
  group: { readonly isFemale: boolean; readonly isNonWhite: boolean },
): number[] => {
  const fromCapital = country.regions[school.region]?.isCapital === true;
  const slope =
    effects.logDistance +
    (group.isFemale ? effects.logDistanceFemale : 0) +
    (group.isNonWhite ? effects.logDistanceNonWhite : 0);
  return country.foundationAreas.map((area) => {
    const toCapital = country.regions[area.region]?.isCapital === true;
    const relation = toCapital ? (fromCapital ? effects.withinCapital : effects.intoCapital) : 0;
    const same = area.region === school.region ? effects.sameRegion : 0;
    return area.annualPlaces * Math.exp(same + relation + slope * logDistance(school, area));
  });
};

export const foundationTables = (country: Country, school: School, effects: FoundationEffects): FoundationTables => {
  const table = (isFemale: boolean, isNonWhite: boolean): Float64Array =>
    cumulative(foundationWeights(country, school, effects, { isFemale, isNonWhite }));
  return {
    maleWhite: table(false, false),
    maleNonWhite: table(false, true),
    femaleWhite: table(true, false),
    femaleNonWhite: table(true, true),
  };
};

export const foundationTable = (tables: FoundationTables, isFemale: boolean, isNonWhite: boolean): Float64Array => {
  if (isFemale) return isNonWhite ? tables.femaleNonWhite : tables.femaleWhite;
  return isNonWhite ? tables.maleNonWhite : tables.maleWhite;
};
