import type { AxisId } from '@/lib/domain/journeys/axis';
import { CAREER_TIES, isState, LEFT, NOT_REACHED, SETTLEMENTS, STAGE, UNKNOWN } from '@/lib/domain/journeys/axis-label';
import { capitalRelation } from '@/lib/domain/journeys/capital-relation';
import { bandLabels, bandOf } from '@/lib/domain/journeys/distance-bands';
import type { JourneyPlaces } from '@/lib/domain/journeys/journey-places';
import { haversine } from '@/lib/domain/statistics/haversine';

type Stage = 'foundation' | 'specialty' | 'career';
type Tie = 'home' | 'school' | 'training';

/** Something that two tables can have in common: an axis, whether a place lies where another does, or how far people came. */
export type FacetId = AxisId | `${Tie}_there_at_${Stage}` | `${Stage}_state`;

/** What a label says of a facet. Several labels: one of them, and the table doesn't tell which. */
export interface Facet {
  readonly id: FacetId;
  readonly labels: readonly string[];
}

export interface FacetContext {
  readonly places: JourneyPlaces;
  readonly bandsKm: readonly number[];
  readonly isRegion: ReadonlySet<string>;
  readonly isBoard: ReadonlySet<string>;
}

export const facetContext = (places: JourneyPlaces, bandsKm: readonly number[]): FacetContext => ({
  places,
  bandsKm,
  isRegion: new Set([...places.regions, ...places.regionOf.values()]),
  isBoard: new Set([...places.boards, ...places.boardOf.values()]),
});

const STAGE_OF: Partial<Record<AxisId, Stage>> = {
  foundation_area: 'foundation',
  foundation_region: 'foundation',
  capital_relation: 'foundation',
  settlement_at_foundation: 'foundation',
  home_to_foundation_band: 'foundation',
  school_to_foundation_band: 'foundation',
  specialty_region: 'specialty',
  settlement_at_specialty: 'specialty',
  career_region: 'career',
  settlement_at_career: 'career',
  career_ties: 'career',
};

const certain = (id: FacetId, label: string): Facet => ({ id, labels: [label] });

const regionOf = ({ places, isRegion }: FacetContext, code: string): string => {
  if (isState(code)) return code;
  const region = places.regionOf.get(code) ?? code;
  return isRegion.has(region) ? region : UNKNOWN;
};

const boardOf = ({ places, isBoard }: FacetContext, code: string): string => {
  const board = places.boardOf.get(code) ?? code;
  return isBoard.has(board) ? board : UNKNOWN;
};

const PLACE = 'place';
const THERE = ['elsewhere', 'there'] as const;

/** An unknown place of a derived axis may be an unknown origin: only who isn't there, or left, is told apart for certain. */
const stateOf = (label: string): string => (isState(label) && label !== UNKNOWN ? label : PLACE);

/** Whether a tie lies in the region, told by a derived label; `unknown` may be any of them. */
const thereOf = (tie: Tie, stage: Stage, label: string, isThere: boolean): Facet => {
  const id = `${tie}_there_at_${stage}` as const;
  if (label === UNKNOWN) return { id, labels: [...THERE, UNKNOWN] };
  return certain(id, isState(label) ? label : THERE[isThere ? 1 : 0]);
};

const settlementFacets = (stage: Stage, label: string): Facet[] => [
  thereOf('home', stage, label, label === 'stayer' || label === 'returner'),
  thereOf('school', stage, label, label === 'stayer' || label === 'newcomer_studied'),
];

const settlementOfTies = (label: string): readonly string[] => {
  if (label === UNKNOWN) return [...SETTLEMENTS, UNKNOWN];
  if (isState(label)) return [label];
  const ties: readonly string[] = CAREER_TIES;
  const bits = ties.indexOf(label);
  return [(['newcomer_arrived', 'returner', 'newcomer_studied', 'stayer'] as const)[bits % 4] ?? UNKNOWN];
};

const isStage = (label: string): label is keyof typeof STAGE => label in STAGE;

/** How far somebody came tells of each stage whether there is a place. Who left may have been there before; who can't be traced has an unknown one. */
const stageFacets = (label: string): Facet[] =>
  (['foundation', 'specialty', 'career'] as const).map((stage) => {
    const id = `${stage}_state` as const;
    if (label === LEFT) return { id, labels: [PLACE, LEFT] };
    return certain(id, isStage(label) && STAGE[label] < STAGE[stage] ? NOT_REACHED : PLACE);
  });

/** Everything that one label of an axis tells. */
export const facetsOf = (context: FacetContext, axis: AxisId, label: string): Facet[] => {
  const facets = [certain(axis, label)];
  const stage = STAGE_OF[axis];
  if (stage) facets.push(certain(`${stage}_state`, stateOf(label)));
  if (axis === 'stage') facets.push(...stageFacets(label));
  if (axis === 'home') facets.push(certain('home_board', boardOf(context, label)));
  if (axis === 'home') facets.push(certain('home_region', regionOf(context, label)));
  if (axis === 'school') facets.push(certain('school_region', regionOf(context, label)));
  if (axis === 'foundation_area') facets.push(certain('foundation_region', regionOf(context, label)));
  if (stage && axis === `settlement_at_${stage}`) facets.push(...settlementFacets(stage, label));
  if (axis === 'career_ties') {
    facets.push({ id: 'settlement_at_career', labels: settlementOfTies(label) });
    facets.push(thereOf('training', 'career', label, label.includes('training')));
    facets.push(thereOf('home', 'career', label, label.includes('home')));
    facets.push(thereOf('school', 'career', label, label.includes('school')));
  }
  return facets;
};

const whether = (id: FacetId, from: string, to: string): Facet => {
  if (isState(to)) return certain(id, to);
  return certain(id, isState(from) ? UNKNOWN : THERE[from === to ? 1 : 0]);
};

const band = ({ places, bandsKm }: FacetContext, id: FacetId, from: string, to: string): Facet => {
  if (isState(to)) return certain(id, to);
  const [start, end] = [places.positions.get(from), places.positions.get(to)];
  const distance = start && end ? haversine(start, end) : null;
  return certain(
    id,
    distance?.kind === 'computed' ? (bandLabels(bandsKm)[bandOf(distance.km, bandsKm)] ?? UNKNOWN) : UNKNOWN,
  );
};

/** What two labels tell together: which band, which relation to the capital, whether one lies where the other does. */
export const jointFacets = (context: FacetContext, labelOf: (axis: AxisId) => string | null): Facet[] => {
  const facets: Facet[] = [];
  const together = (from: AxisId, to: AxisId, make: (from: string, to: string) => Facet): void => {
    const [start, end] = [labelOf(from), labelOf(to)];
    if (start !== null && end !== null) facets.push(make(start, end));
  };
  for (const stage of ['foundation', 'specialty', 'career'] as const) {
    const there = `${stage}_region` as const;
    together('home_region', there, (from, to) => whether(`home_there_at_${stage}`, from, to));
    together('school_region', there, (from, to) => whether(`school_there_at_${stage}`, from, to));
  }
  together('specialty_region', 'career_region', (from, to) => whether('training_there_at_career', from, to));
  together('school', 'foundation_area', (from, to) => band(context, 'school_to_foundation_band', from, to));
  together('home', 'foundation_area', (from, to) => band(context, 'home_to_foundation_band', from, to));
  const capital = context.places.capitalRegion;
  if (capital === null) return facets;
  together('school_region', 'foundation_region', (from, to) => {
    if (isState(to)) return certain('capital_relation', to);
    return certain('capital_relation', isState(from) ? UNKNOWN : capitalRelation(from, to, capital));
  });
  return facets;
};
