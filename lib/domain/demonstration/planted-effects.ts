import type { Effects, SchoolEffects } from './effects';

interface SchoolRow {
  readonly deprivation: number;
  readonly nonWhite: number;
  readonly logDistance: number;
  readonly perFifth: number;
  readonly femaleIntercept: number;
  readonly nonWhiteIntercept: number;
}

const school = ({ femaleIntercept, nonWhiteIntercept, ...reach }: SchoolRow): SchoolEffects => ({
  ...reach,
  female: { intercept: femaleIntercept, deprivation: 0.04, nonWhite: -0.03, logDistance: -0.01 },
  nonWhiteEntrant: { intercept: nonWhiteIntercept, deprivation: 0.08, nonWhite: 0.85, logDistance: 0.06 },
});

/**
 * The planted effects: invented sizes, each pointing the way the published summary of doctors' journeys says.
 * Older schools have the steeper deprivation slopes and the shallower distance slopes.
 */
export const PLANTED: Effects = {
  schools: {
    'xd-quillmarch': school({
      deprivation: -0.5,
      nonWhite: 0.1,
      logDistance: -0.4,
      perFifth: 0.42,
      femaleIntercept: 0.16,
      nonWhiteIntercept: -1.15,
    }),
    'xd-oruvane-royal': school({
      deprivation: -0.45,
      nonWhite: 0.15,
      logDistance: -0.55,
      perFifth: 0.38,
      femaleIntercept: 0.2,
      nonWhiteIntercept: -1,
    }),
    'xd-saint-ferrant': school({
      deprivation: -0.4,
      nonWhite: 0.2,
      logDistance: -0.65,
      perFifth: 0.34,
      femaleIntercept: 0.24,
      nonWhiteIntercept: -0.9,
    }),
    'xd-sothrake': school({
      deprivation: -0.38,
      nonWhite: 0.1,
      logDistance: -0.85,
      perFifth: 0.34,
      femaleIntercept: 0.28,
      nonWhiteIntercept: -1.1,
    }),
    'xd-kelvarrow': school({
      deprivation: -0.34,
      nonWhite: 0.2,
      logDistance: -0.95,
      perFifth: 0.3,
      femaleIntercept: 0.3,
      nonWhiteIntercept: -0.95,
    }),
    'xd-merrowind': school({
      deprivation: -0.3,
      nonWhite: 0.15,
      logDistance: -1,
      perFifth: 0.3,
      femaleIntercept: 0.32,
      nonWhiteIntercept: -1.05,
    }),
    'xd-oruvane-quays': school({
      deprivation: -0.24,
      nonWhite: 0.3,
      logDistance: -0.95,
      perFifth: 0.24,
      femaleIntercept: 0.34,
      nonWhiteIntercept: -0.75,
    }),
    'xd-tirrenfold': school({
      deprivation: -0.25,
      nonWhite: 0.1,
      logDistance: -1.1,
      perFifth: 0.26,
      femaleIntercept: 0.34,
      nonWhiteIntercept: -1.05,
    }),
    'xd-vashgrove': school({
      deprivation: -0.2,
      nonWhite: 0.05,
      logDistance: -1.15,
      perFifth: 0.24,
      femaleIntercept: 0.38,
      nonWhiteIntercept: -1.1,
    }),
    'xd-new-oruvane': school({
      deprivation: -0.15,
      nonWhite: 0.3,
      logDistance: -1.1,
      perFifth: 0.2,
      femaleIntercept: 0.36,
      nonWhiteIntercept: -0.7,
    }),
    'xd-drommel': school({
      deprivation: -0.15,
      nonWhite: 0.1,
      logDistance: -1.25,
      perFifth: 0.2,
      femaleIntercept: 0.4,
      nonWhiteIntercept: -1,
    }),
    'xd-norvask': school({
      deprivation: -0.14,
      nonWhite: 0.05,
      logDistance: -1.3,
      perFifth: 0.2,
      femaleIntercept: 0.42,
      nonWhiteIntercept: -1.05,
    }),
    'xd-zephrane': school({
      deprivation: -0.1,
      nonWhite: 0,
      logDistance: -1.35,
      perFifth: 0.18,
      femaleIntercept: 0.44,
      nonWhiteIntercept: -1.1,
    }),
    'xd-ulvenreach': school({
      deprivation: -0.05,
      nonWhite: 0,
      logDistance: -1.5,
      perFifth: 0.12,
      femaleIntercept: 0.46,
      nonWhiteIntercept: -1.1,
    }),
  },
  foundation: {
    sameRegion: 1.3,
    logDistance: -0.6,
    logDistanceFemale: 0.1,
    logDistanceNonWhite: 0.18,
    withinCapital: -1.5,
    intoCapital: 0.45,
  },
  capitalGraduatesPerPlace: 1.35,
  specialtyGroup: {
    female: {
      general_practice: 0.35,
      medicine: 0,
      surgery: -0.75,
      psychiatry: 0.2,
      paediatrics: 0.65,
      obstetrics_gynaecology: 0.85,
      anaesthetics_emergency: -0.15,
      diagnostics_other: -0.2,
    },
    nonWhite: {
      general_practice: 0.3,
      medicine: 0,
      surgery: 0.1,
      psychiatry: 0.15,
      paediatrics: -0.1,
      obstetrics_gynaecology: 0.05,
      anaesthetics_emergency: -0.3,
      diagnostics_other: 0.15,
    },
    perFifth: {
      general_practice: 0.12,
      medicine: 0,
      surgery: -0.1,
      psychiatry: 0.08,
      paediatrics: 0,
      obstetrics_gynaecology: 0,
      anaesthetics_emergency: -0.04,
      diagnostics_other: -0.05,
    },
  },
  specialtyRegion: {
    home: -1.5,
    homeFemale: 0.15,
    homeNonWhite: 0.25,
    homePerFifth: 0.12,
    stay: 1,
    stayDeprivation: -0.15,
    stayCapital: 0.3,
  },
  careerRegion: {
    home: -1.9,
    homeFemale: 0.1,
    homeNonWhite: 0.15,
    homePerFifth: 0.15,
    stay: 1.1,
    stayDeprivation: -0.2,
    stayCapital: 0.2,
  },
  posts: { deprivation: -0.06, capital: 0.25 },
  vacancy: { deprivation: 0.22, capital: -0.3 },
  fill: { deprivation: -0.3, capital: 0.5, regime: 0.9, regimeYear: 2026 },
  retention: { deprivation: -0.18, capital: 0.25 },
  gpPerFifth: -0.06,
  placements: {
    moveOrdinary: 0.7,
    moveStable: 0.25,
    otherEmployer: 0.6,
    noticeMet: 0.4,
    noticeAfter: 1.2,
    stableRegions: ['norvask', 'ulvenreach', 'zephrane'],
    stableFrom: 2024,
  },
};
