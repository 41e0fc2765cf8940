import type { ByGroup } from '@/lib/domain/pathway/specialty-group';
import type { Effects, SchoolEffects, ShareLine } from './effects';
import { PLANTED } from './planted-effects';

const flat = (intercept: number | null): ShareLine => ({ intercept, deprivation: 0, nonWhite: 0, logDistance: 0 });

const school: SchoolEffects = {
  deprivation: 0,
  nonWhite: 0,
  logDistance: 0,
  perFifth: 0,
  female: flat(0),
  nonWhiteEntrant: flat(null),
};

const none: ByGroup = {
  general_practice: 0,
  medicine: 0,
  surgery: 0,
  psychiatry: 0,
  paediatrics: 0,
  obstetrics_gynaecology: 0,
  anaesthetics_emergency: 0,
  diagnostics_other: 0,
};

/**
 * The same country with every effect taken out: homes in proportion to young people whatever the distance, as many women
 * as men, the non-white share of the population, foundation, specialty and career in proportion to places and posts, one
 * graduate per foundation place, the same vacancy, fill and staying everywhere, no change in time.
 */
export const NO_EFFECTS: Effects = {
  schools: Object.fromEntries(Object.keys(PLANTED.schools).map((id) => [id, school])),
  foundation: {
    sameRegion: 0,
    logDistance: 0,
    logDistanceFemale: 0,
    logDistanceNonWhite: 0,
    withinCapital: 0,
    intoCapital: 0,
  },
  capitalGraduatesPerPlace: null,
  specialtyGroup: { female: none, nonWhite: none, perFifth: none },
  specialtyRegion: null,
  careerRegion: null,
  posts: { deprivation: 0, capital: 0 },
  vacancy: { deprivation: 0, capital: 0 },
  fill: { deprivation: 0, capital: 0, regime: 0, regimeYear: PLANTED.fill.regimeYear },
  retention: { deprivation: 0, capital: 0 },
  gpPerFifth: 0,
  placements: {
    ...PLANTED.placements,
    moveStable: PLANTED.placements.moveOrdinary,
    noticeAfter: 0,
  },
};
