import type { School } from './country';
import { type Draw, isHit, pick } from './draw';
import type { ReachTables } from './reach-tables';

export const ROUTES = ['standard', 'graduate', 'gateway'] as const;
export type Route = (typeof ROUTES)[number];

/** Someone who starts at a school, as they are and as the record shows them. */
export interface Entrant {
  readonly home: number;
  readonly isFemale: boolean;
  readonly isNonWhite: boolean;
  /** 1 (most deprived) to 5. */
  readonly fifth: number;
  readonly route: Route;
  readonly recordedSex: 'F' | 'M' | 'X' | 'U';
  readonly recordedEthnicity: 'white' | 'non_white' | 'unknown';
  readonly recordedFifth: number | null;
}

const GRADUATE_SHARE = 0.12;
/** Share of a gateway school's entrants from the two most deprived fifths who come by the gateway. */
const GATEWAY_SHARE = 0.35;
/** Records lack a value at random, whoever it is. */
const SEX_UNKNOWN = 0.004;
const SEX_OTHER = 0.002;
const ETHNICITY_UNKNOWN = 0.025;
const FIFTH_UNKNOWN = 0.015;

const drawRoute = (draw: Draw, school: School, fifth: number): Route => {
  const at = draw();
  if (school.hasGraduateEntry && at < GRADUATE_SHARE) return 'graduate';
  return school.hasGateway && fifth <= 2 && at > 1 - GATEWAY_SHARE ? 'gateway' : 'standard';
};

const recordSex = (draw: Draw, isFemale: boolean): Entrant['recordedSex'] => {
  const at = draw();
  if (at < SEX_UNKNOWN) return 'U';
  if (at < SEX_UNKNOWN + SEX_OTHER) return 'X';
  return isFemale ? 'F' : 'M';
};

const recordEthnicity = (draw: Draw, isNonWhite: boolean): Entrant['recordedEthnicity'] => {
  if (isHit(draw, ETHNICITY_UNKNOWN)) return 'unknown';
  return isNonWhite ? 'non_white' : 'white';
};

export const drawEntrant = (draw: Draw, school: School, reach: ReachTables): Entrant => {
  const home = pick(draw, reach.home);
  const isFemale = isHit(draw, reach.femaleShare[home] ?? 0);
  const isNonWhite = isHit(draw, reach.nonWhiteShare[home] ?? 0);
  const fifths = reach.fifth[home];
  const fifth = fifths === undefined ? 3 : 1 + pick(draw, fifths);
  return {
    home,
    isFemale,
    isNonWhite,
    fifth,
    route: drawRoute(draw, school, fifth),
    recordedSex: recordSex(draw, isFemale),
    recordedEthnicity: recordEthnicity(draw, isNonWhite),
    recordedFifth: isHit(draw, FIFTH_UNKNOWN) ? null : fifth,
  };
};
