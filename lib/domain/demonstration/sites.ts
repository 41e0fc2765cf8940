import type { Position } from '@/lib/domain/statistics/haversine';
import { seededGenerator } from '@/lib/domain/statistics/seeded-generator';
import type { Country } from './country';
import { csvLine } from './csv-line';
import { normal, roundTo } from './draw';

export interface Site extends Position {
  readonly code: string;
  readonly name: string;
}

/** One employer for each authority, with its sites. */
export interface Employer {
  readonly code: string;
  readonly name: string;
  readonly region: number;
  readonly sites: readonly Site[];
}

const SITE_NAMES = ['General Hospital', 'Quayside Hospital', 'Community Hospital'] as const;
/** Spread of sites about the authority, degrees of latitude; longitudes are stretched. About 9 km. */
const SPREAD_DEGREES = 0.08;

/** Employers and their sites: the same for every seed of the people. */
export const employersOf = (country: Country): Employer[] => {
  const draw = seededGenerator('orrinmark-sites-1');
  return country.authorities.map(({ code, name, region, latitude, longitude }) => {
    const slug = code.replace('XD-LA-', '');
    return {
      code: `XD-E-${slug}`,
      name: `${name} Hospitals`,
      region,
      sites: SITE_NAMES.map((siteName, i) => ({
        code: `XD-S-${slug}-${i + 1}`,
        name: `${name} ${siteName}`,
        latitude: roundTo(latitude + SPREAD_DEGREES * normal(draw), 5),
        longitude: roundTo(longitude + 1.6 * SPREAD_DEGREES * normal(draw), 5),
      })),
    };
  });
};

export const SITES_HEADER = 'site_code,name,employer_code,lat,lon,valid_from,valid_to';

/** Lines of `sites.csv`: where the sites of `placements.csv` are. */
export function* siteLines(country: Country): Generator<string> {
  yield SITES_HEADER;
  for (const { code, sites } of employersOf(country)) {
    for (const site of sites) yield csvLine([site.code, site.name, code, site.latitude, site.longitude, null, null]);
  }
}
