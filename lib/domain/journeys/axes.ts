import { type Axis, type AxisContext, type AxisId, mappedAxis, parentIndices, parentLabels, stagedAxis } from './axis';
import { LEFT, STAGE, STAGE_LABELS, UNKNOWN } from './axis-label';
import { bandAxis, capitalAxis, careerTiesAxis, settlementAxis } from './derived-axes';
import { type Attribute, CAREER_POSTS } from './journey-record';
import { STATE_NUMBER } from './stage-reached';

const STATES_AFTER_POSTS = CAREER_POSTS.length;

/** Codes of the dictionary are the labels: number 1 is the first, and the empty value, 0, comes after the last. */
const valueIndices = (codes: readonly string[]): Uint16Array =>
  Uint16Array.from(codes, (_, number) => (number === 0 ? codes.length - 1 : number - 1));

const valueAxis = ({ store }: AxisContext, attribute: Attribute): Axis => {
  const codes = store.codes[attribute];
  return mappedAxis(store.columns[attribute], codes.slice(1), valueIndices(codes));
};

/** Empty is unknown: everybody has one. */
const valueOrUnknownAxis = ({ store }: AxisContext, attribute: Attribute): Axis => {
  const codes = store.codes[attribute];
  return mappedAxis(store.columns[attribute], [...codes.slice(1), UNKNOWN], valueIndices(codes));
};

const stagedValueAxis = ({ store }: AxisContext, attribute: Attribute, stage: number): Axis => {
  const codes = store.codes[attribute];
  const indexOf = valueIndices(codes);
  return stagedAxis({ column: store.columns[attribute], labels: codes.slice(1), indexOf, stage });
};

const parentAxes = ({ store, places }: AxisContext) => {
  const regions = parentLabels(places.regions, places.regionOf);
  const boards = parentLabels(places.boards, places.boardOf);
  const indicesOf = (attribute: Attribute) => parentIndices(store.codes[attribute], regions, places.regionOf);
  const region = (attribute: Attribute): Axis =>
    mappedAxis(store.columns[attribute], [...regions, UNKNOWN], indicesOf(attribute));
  const stagedRegion = (attribute: Attribute, stage: number): Axis =>
    stagedAxis({ column: store.columns[attribute], labels: regions, indexOf: indicesOf(attribute), stage });
  const board = mappedAxis(
    store.columns.home,
    [...boards, UNKNOWN],
    parentIndices(store.codes.home, boards, places.boardOf),
  );
  return { regions, region, stagedRegion, board };
};

/** A post, or why there is none. An area without a type is a post of unknown type. */
const careerTypeAxis = ({ store }: AxisContext): Axis => {
  const posts: readonly string[] = CAREER_POSTS;
  const indexOf = Uint16Array.from(store.codes.careerType, (code) => {
    if (code === LEFT) return STATES_AFTER_POSTS + STATE_NUMBER.left;
    return posts.includes(code) ? posts.indexOf(code) : STATES_AFTER_POSTS + STATE_NUMBER.unknown;
  });
  return stagedAxis({ column: store.columns.careerType, labels: posts, indexOf, stage: STAGE.career });
};

const stageAxis: Axis = {
  labels: STAGE_LABELS,
  needs: [],
  fill: (out, { from, to, furthest, ending }) => {
    for (let i = 0; i < to - from; i += 1) {
      if (ending[i] === STATE_NUMBER.left) out[i] = STAGE_LABELS.indexOf(LEFT);
      else if (ending[i] === STATE_NUMBER.unknown && (furthest[i] ?? 0) < STAGE.career)
        out[i] = STAGE_LABELS.indexOf(UNKNOWN);
      else out[i] = furthest[i] ?? 0;
    }
  },
};

/** Every axis that the places allow: without a capital or any position, those that need them are left out. */
export const makeAxes = (context: AxisContext): ReadonlyMap<AxisId, Axis> => {
  const { places } = context;
  const { regions, region, stagedRegion, board } = parentAxes(context);
  const share = { regionEnd: regions.length };
  const capital = places.capitalRegion === null ? -1 : regions.indexOf(places.capitalRegion);
  const axes: readonly (readonly [AxisId, Axis])[] = [
    ['home', valueAxis(context, 'home')],
    ['home_board', board],
    ['home_region', region('home')],
    ['school', valueAxis(context, 'school')],
    ['school_region', region('school')],
    ['foundation_area', stagedValueAxis(context, 'foundationArea', STAGE.foundation)],
    ['foundation_region', stagedRegion('foundationArea', STAGE.foundation)],
    ['specialty_region', stagedRegion('specialtyArea', STAGE.specialty)],
    ['specialty_group', stagedValueAxis(context, 'specialtyGroup', STAGE.specialty)],
    ['career_region', stagedRegion('careerArea', STAGE.career)],
    ['career_type', careerTypeAxis(context)],
    ['stage', stageAxis],
    ['sex', valueAxis(context, 'sex')],
    ['ethnicity', valueAxis(context, 'ethnicity')],
    ['quintile', valueOrUnknownAxis(context, 'quintile')],
    ['route', valueAxis(context, 'route')],
    ['settlement_at_foundation', settlementAxis(share, 'foundation_region')],
    ['settlement_at_specialty', settlementAxis(share, 'specialty_region')],
    ['settlement_at_career', settlementAxis(share, 'career_region')],
    ['career_ties', careerTiesAxis(share)],
  ];
  const optional: readonly (readonly [AxisId, Axis])[] = [
    ...(capital === -1 ? [] : [['capital_relation', capitalAxis(share, capital)] as const]),
    ...(places.positions.size === 0
      ? []
      : [
          ['home_to_foundation_band', bandAxis(context, 'home')] as const,
          ['school_to_foundation_band', bandAxis(context, 'school')] as const,
        ]),
  ];
  return new Map([...axes, ...optional]);
};
