import type { Authority, Country, School } from './country';
import { cumulative, logOdds, share, standardised } from './draw';
import type { SchoolEffects, ShareLine } from './effects';
import { logDistance } from './plane';

/** Chances of one school: who its entrants are. Lists by authority. */
export interface ReachTables {
  readonly home: Float64Array;
  readonly femaleShare: readonly number[];
  readonly nonWhiteShare: readonly number[];
  readonly fifth: readonly Float64Array[];
}

interface Covariates {
  readonly deprivation: number;
  readonly nonWhite: number;
  readonly logDistance: number;
}

const covariates = (country: Country, authority: Authority, school: School): Covariates => ({
  deprivation: standardised(authority.deprivationScore, country.deprivation),
  nonWhite: standardised(authority.nonWhitePct, country.nonWhitePct),
  logDistance: logDistance(authority, school),
});

const lineShare = (line: ShareLine, reference: number, z: Covariates): number =>
  share(
    (line.intercept ?? logOdds(reference)) +
      line.deprivation * z.deprivation +
      line.nonWhite * z.nonWhite +
      line.logDistance * z.logDistance,
  );

/**
 * Entrants of a school from an authority ∝ people aged 16 to 17 × e^(deprivation, non-white share and distance terms):
 * for a given intake, the multinomial that a Poisson model with school effects fits exactly. Sex and ethnic group are
 * independent given authority and school; the fifth of the home tilts the authority's own fifths and leaves its total.
 */
export const reachTables = (country: Country, school: School, effects: SchoolEffects): ReachTables => {
  const z = country.authorities.map((authority) => covariates(country, authority, school));
  const weights = country.authorities.map((authority, i) => {
    const own = z[i];
    if (own === undefined) return 0;
    const { deprivation, nonWhite, logDistance: byDistance } = effects;
    return (
      authority.aged16To17 *
      Math.exp(deprivation * own.deprivation + nonWhite * own.nonWhite + byDistance * own.logDistance)
    );
  });
  const nonWhiteReference = country.nonWhite / country.aged16To17;
  return {
    home: cumulative(weights),
    femaleShare: z.map((own) => lineShare(effects.female, 0.5, own)),
    nonWhiteShare: z.map((own) => lineShare(effects.nonWhiteEntrant, nonWhiteReference, own)),
    fifth: country.authorities.map(({ aged16To17ByFifth }) =>
      cumulative(aged16To17ByFifth.map((people, i) => people * Math.exp(effects.perFifth * (i - 2)))),
    ),
  };
};
