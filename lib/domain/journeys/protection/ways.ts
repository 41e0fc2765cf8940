import type { AxisId } from '@/lib/domain/journeys/axis';
import { CAREER_TIES, isState, type SETTLEMENTS, STATES, UNKNOWN } from '@/lib/domain/journeys/axis-label';
import { type FacetContext, facetsOf, jointFacets } from './facets';

/** What the tables call everybody who went through the same places. */
export type Way = Readonly<Partial<Record<AxisId, string>>>;

/** Every way through some stages, and the axes whose label it tells. */
export interface Ways {
  readonly all: readonly Way[];
  readonly told: ReadonlySet<AxisId>;
}

const [ARRIVED, RETURNER, STUDIED, STAYER] = [
  'newcomer_arrived',
  'returner',
  'newcomer_studied',
  'stayer',
] as const satisfies readonly (typeof SETTLEMENTS)[number][];

const settlementOf = (home: string, school: string, there: string): string => {
  if (isState(there)) return there;
  if (isState(home) || isState(school)) return UNKNOWN;
  if (home === there) return school === there ? STAYER : RETURNER;
  return school === there ? STUDIED : ARRIVED;
};

/** Home, school and training against the career's region, in the order of `CAREER_TIES`. */
const tiesOf = (ties: readonly string[], there: string): string => {
  if (isState(there)) return there;
  if (ties.some(isState)) return UNKNOWN;
  return CAREER_TIES[ties.reduce((bits, tie, bit) => (tie === there ? bits + (1 << bit) : bits), 0)] ?? UNKNOWN;
};

const labelsOf = (context: FacetContext, through: Way): Way => {
  const told = new Map<string, string>();
  for (const [axis, label] of Object.entries(through) as [AxisId, string][])
    for (const { id, labels } of facetsOf(context, axis, label)) told.set(id, labels[0] ?? UNKNOWN);
  for (const { id, labels } of jointFacets(context, (axis) => told.get(axis) ?? null))
    told.set(id, labels[0] ?? UNKNOWN);
  const region = (axis: AxisId) => told.get(axis) ?? UNKNOWN;
  for (const stage of ['foundation', 'specialty', 'career'] as const)
    told.set(
      `settlement_at_${stage}`,
      settlementOf(region('home_region'), region('school_region'), region(`${stage}_region`)),
    );
  const origins = ['home_region', 'school_region', 'specialty_region'] as const;
  told.set('career_ties', tiesOf(origins.map(region), region('career_region')));
  return Object.fromEntries(told);
};

/** In a country with more ways, nearly all of what two tables tell of one place hangs together: the sums of the views are all there are. */
const MOST_WAYS = 20_000;

/** Whether somebody may have gone through a place, as far as the tables of some axes show. */
export type MayGoThrough = (told: ReadonlySet<AxisId>, axis: AxisId, label: string) => boolean;

interface Setting {
  readonly context: FacetContext;
  readonly mayGoThrough: MayGoThrough;
}

/** Every choice of one label of each axis that somebody may have, and what else it tells; null where a country has too many. */
const through = ({ context, mayGoThrough }: Setting, labels: Way[][], axes: readonly AxisId[]): Ways | null => {
  if (labels.reduce((ways, { length }) => ways * length, 1) > MOST_WAYS) return null;
  const told: ReadonlySet<AxisId> = new Set(axes);
  const isPeopled = (way: Way): boolean =>
    (Object.entries(way) as [AxisId, string][]).every(([axis, label]) => mayGoThrough(told, axis, label));
  const peopled = labels.map((ways) => ways.filter(isPeopled));
  const crossed = peopled.reduce<Way[]>(
    (ways, next) => ways.flatMap((way) => next.map((one) => ({ ...way, ...one }))),
    [{}],
  );
  return { all: crossed.map((way) => labelsOf(context, way)), told };
};

const labelled = (axis: AxisId, labels: readonly string[]): Way[] => labels.map((label) => ({ [axis]: label }));

const TO_FOUNDATION = [
  ...(['home', 'home_board', 'home_region', 'school', 'school_region', 'foundation_area'] as const),
  ...(['foundation_region', 'capital_relation', 'school_to_foundation_band'] as const),
  ...(['home_to_foundation_band', 'settlement_at_foundation'] as const),
] as const satisfies readonly AxisId[];

const ORIGINS = ['home_region', 'school', 'school_region'] as const;
const AT_SPECIALTY = ['specialty_region', 'settlement_at_specialty'] as const;
const AT_CAREER = ['career_region', 'settlement_at_career'] as const;

/** From home over a school to foundation training; and from the region of home over a school to the regions of specialty and career. */
export const waysThrough = (context: FacetContext, mayGoThrough: MayGoThrough): Ways[] => {
  const setting = { context, mayGoThrough };
  const { homes, schools, foundationAreas, regions } = context.places;
  const from = (axis: AxisId, labels: readonly string[]) => labelled(axis, [...labels, UNKNOWN]);
  const to = (axis: AxisId, labels: readonly string[]) => labelled(axis, [...labels, ...STATES]);
  const [school, region] = [from('school', schools), from('home_region', regions)];
  const [specialty, career] = [to('specialty_region', regions), to('career_region', regions)];
  const toFoundation = through(
    setting,
    [from('home', homes), school, to('foundation_area', foundationAreas)],
    TO_FOUNDATION,
  );
  const axes = [...ORIGINS, ...AT_SPECIALTY, ...AT_CAREER, 'career_ties'] as const;
  const onwards = through(setting, [region, school, specialty, career], axes);
  const stages = onwards
    ? [onwards]
    : [
        through(setting, [region, school, specialty], [...ORIGINS, ...AT_SPECIALTY]),
        through(setting, [region, school, career], [...ORIGINS, ...AT_CAREER]),
      ];
  return [toFoundation, ...stages].filter((ways) => ways !== null);
};
