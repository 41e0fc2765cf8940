import { haversine } from '@/lib/domain/statistics/haversine';
import type { AxisId } from './axis';
import type { JourneyFilter } from './journey-filter';
import type { JourneyPlaces, Periods } from './journey-places';
import type { JourneyRecord } from './journey-record';
import type { JourneyShape } from './journey-shapes';

/** The tables again, person by person over objects and texts, sharing nothing with the store but the formula of distance. */

const POSTS = ['gp', 'consultant', 'other'];
const regionOf = ({ regions, regionOf: lookUp }: JourneyPlaces, code: string | null): string | null =>
  code === null ? null : (lookUp.get(code) ?? (regions.includes(code) ? code : null));

const furthest = (one: JourneyRecord): number => {
  if (one.careerAreaCode !== null || POSTS.includes(one.careerType ?? '')) return 3;
  if (one.specialtyAreaCode !== null || one.specialtyGroup !== null) return 2;
  return one.foundationAreaCode !== null || one.foundationYear !== null ? 1 : 0;
};

const whyEmpty = (one: JourneyRecord, stage: number): string => {
  if (furthest(one) >= stage) return 'unknown';
  if (one.careerType === 'left') return 'left';
  return one.careerType === null ? 'not_reached' : 'unknown';
};

const stagedRegion = (places: JourneyPlaces, one: JourneyRecord, code: string | null, stage: number): string =>
  code === null ? whyEmpty(one, stage) : (regionOf(places, code) ?? 'unknown');

const settlement = (places: JourneyPlaces, one: JourneyRecord, there: string): string => {
  if (['unknown', 'left', 'not_reached'].includes(there)) return there;
  const [home, school] = [regionOf(places, one.homeLadCode), regionOf(places, one.schoolId)];
  if (home === null || school === null) return 'unknown';
  if (home === there) return school === there ? 'stayer' : 'returner';
  return school === there ? 'newcomer_studied' : 'newcomer_arrived';
};

const band = (places: JourneyPlaces, one: JourneyRecord, origin: string): string => {
  if (one.foundationAreaCode === null) return whyEmpty(one, 1);
  const [from, to] = [places.positions.get(origin), places.positions.get(one.foundationAreaCode)];
  if (!from || !to) return 'unknown';
  const outcome = haversine(from, to);
  if (outcome.kind !== 'computed') return 'unknown';
  if (outcome.km <= 50) return '0-50';
  if (outcome.km <= 100) return '50-100';
  return outcome.km <= 200 ? '100-200' : '200+';
};

const capital = (places: JourneyPlaces, one: JourneyRecord): string => {
  const to = stagedRegion(places, one, one.foundationAreaCode, 1);
  if (['unknown', 'left', 'not_reached'].includes(to)) return to;
  const from = regionOf(places, one.schoolId);
  if (from === null) return 'unknown';
  if (from === places.capitalRegion) return to === places.capitalRegion ? 'within' : 'out_of';
  return to === places.capitalRegion ? 'into' : 'neither';
};

const ties = (places: JourneyPlaces, one: JourneyRecord): string => {
  const career = stagedRegion(places, one, one.careerAreaCode, 3);
  if (['unknown', 'left', 'not_reached'].includes(career)) return career;
  const from = {
    home: regionOf(places, one.homeLadCode),
    school: regionOf(places, one.schoolId),
    training: regionOf(places, one.specialtyAreaCode),
  };
  if (Object.values(from).includes(null)) return 'unknown';
  const same = Object.entries(from).flatMap(([name, region]) => (region === career ? [name] : []));
  return same.length > 0 ? same.join('+') : 'none';
};

const stage = (one: JourneyRecord): string => {
  if (one.careerType === 'left') return 'left';
  if (one.careerType === 'unknown' && furthest(one) < 3) return 'unknown';
  return ['school', 'foundation', 'specialty', 'career'][furthest(one)] ?? '';
};

const ethnicity = ({ ethnicity: own }: JourneyRecord): string =>
  own === 'white' || own === 'unknown' ? own : 'non_white';

const careerType = (one: JourneyRecord): string => (one.careerType === null ? whyEmpty(one, 3) : one.careerType);

type Label = (one: JourneyRecord, places: JourneyPlaces) => string;
const LABELS: Readonly<Record<AxisId, Label>> = {
  home: (one) => one.homeLadCode,
  home_board: (one, { boardOf }) => boardOf.get(one.homeLadCode) ?? 'unknown',
  home_region: (one, places) => regionOf(places, one.homeLadCode) ?? 'unknown',
  school: (one) => one.schoolId,
  school_region: (one, places) => regionOf(places, one.schoolId) ?? 'unknown',
  foundation_area: (one) => one.foundationAreaCode ?? whyEmpty(one, 1),
  foundation_region: (one, places) => stagedRegion(places, one, one.foundationAreaCode, 1),
  specialty_region: (one, places) => stagedRegion(places, one, one.specialtyAreaCode, 2),
  specialty_group: (one) => one.specialtyGroup ?? whyEmpty(one, 2),
  career_region: (one, places) => stagedRegion(places, one, one.careerAreaCode, 3),
  career_type: careerType,
  stage,
  sex: ({ sex }) => sex,
  ethnicity,
  quintile: ({ imdQuintile }) => imdQuintile ?? 'unknown',
  route: ({ entryRoute }) => entryRoute,
  capital_relation: (one, places) => capital(places, one),
  settlement_at_foundation: (one, p) => settlement(p, one, stagedRegion(p, one, one.foundationAreaCode, 1)),
  settlement_at_specialty: (one, p) => settlement(p, one, stagedRegion(p, one, one.specialtyAreaCode, 2)),
  settlement_at_career: (one, p) => settlement(p, one, stagedRegion(p, one, one.careerAreaCode, 3)),
  career_ties: (one, places) => ties(places, one),
  home_to_foundation_band: (one, places) => band(places, one, one.homeLadCode),
  school_to_foundation_band: (one, places) => band(places, one, one.schoolId),
};

const isIn = (one: JourneyRecord, { period, ...by }: JourneyFilter, periods: Periods): boolean => {
  const year = period?.clock === 'foundation' ? one.foundationYear : one.entryYear;
  const own = period && periods[period.clock].find(({ label }) => label === period.label);
  if (period && !(own && year !== null && year >= own.from && year <= own.to)) return false;
  const values = {
    sex: one.sex,
    ethnicity: ethnicity(one),
    quintile: one.imdQuintile ?? 'unknown',
    route: one.entryRoute,
  };
  return Object.entries(by).every(([name, value]) =>
    Object.entries(values).some(([n, v]) => n === name && v === value),
  );
};

export interface NaiveInput {
  readonly records: readonly JourneyRecord[];
  readonly places: JourneyPlaces;
  readonly periods: Periods;
  readonly shape: JourneyShape;
}

/** People by "row|column" of a shape under each filter; cells with nobody are left out. */
export const naiveTables = (
  { records, places, periods, shape }: NaiveInput,
  filters: readonly JourneyFilter[],
): readonly Readonly<Record<string, number>>[] => {
  const counted = records
    .filter((one) => furthest(one) >= shape.fromStage)
    .map((one) => ({ one, key: `${LABELS[shape.rows](one, places)}|${LABELS[shape.columns](one, places)}` }));
  return filters.map((filter) => {
    const table: Record<string, number> = {};
    for (const { one, key } of counted) if (isIn(one, filter, periods)) table[key] = (table[key] ?? 0) + one.count;
    return table;
  });
};
