import { seededGenerator } from '@/lib/domain/statistics/seeded-generator';
import { csvOf } from './imported-files';

export const PLACEMENTS_HEADER =
  'trainee_ref,programme,specialty,level,employer_code,site_code,area_code,start,end,wte,notice_weeks';
export const SITES_HEADER = 'site_code,name,employer_code,lat,lon,valid_from,valid_to';

export type PlacementGroup = {
  area: string;
  specialty: string;
  level: string;
  trainees: number;
  /** How many of them change site and employer in February. */
  moving: number;
};

type Line = readonly (string | number)[];

/**
 * Trainees at one site since February, in the region, specialty and level of their group to July of the next year; those
 * who move do so in its February. The placement year between is the only one covered.
 */
const linesOf = ({ area, specialty, level, trainees, moving }: PlacementGroup, year: number): Line[] =>
  Array.from({ length: trainees }, (_, i) => {
    const ref = `secret-${area}-${specialty}-${level}-${i}`;
    const line = (site: string, employer: string, start: string, end: string, notice: number | ''): Line => [
      ref,
      'hidden-programme',
      specialty,
      level,
      employer,
      site,
      area,
      start,
      end,
      1,
      notice,
    ];
    const stay = line(
      'QQQ-home',
      'QQQ-E1',
      `${year}-02-07`,
      i < moving ? `${year + 1}-02-04` : `${year + 1}-07-31`,
      12,
    );
    const move = line('QQQ-away', 'QQQ-E2', `${year + 1}-02-05`, `${year + 1}-07-31`, i % 3 === 0 ? 7 : 13);
    return i < moving ? [stay, move] : [stay];
  }).flat();

export const placementsCsv = (groups: readonly PlacementGroup[], year = 2024): string =>
  csvOf(
    PLACEMENTS_HEADER,
    groups.flatMap((group) => linesOf(group, year)),
  );

const LEVELS = ['ST1', 'ST2', 'ST3'];

/** Groups of 0 to 40 trainees, small ones often. */
export const randomGroups = (
  seed: string,
  areas: readonly string[],
  specialties: readonly string[],
): PlacementGroup[] => {
  const draw = seededGenerator(seed);
  return areas.flatMap((area) =>
    specialties.flatMap((specialty) =>
      LEVELS.map((level) => {
        const trainees = draw() < 0.4 ? Math.floor(9 * draw()) : Math.floor(40 * draw());
        return { area, specialty, level, trainees, moving: Math.round(trainees * draw()) };
      }),
    ),
  );
};
