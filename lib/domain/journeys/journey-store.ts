import type { Successor } from '@/lib/domain/geography/successor';
import { makeAxes } from './axes';
import { makeCellMerger } from './cell-merger';
import { makeDictionary } from './dictionary';
import { checkBands, DISTANCE_BANDS_KM } from './distance-bands';
import { encodeInto } from './encode-record';
import { fillCubes } from './fill-cubes';
import { byAttribute, type CellColumns, toColumns } from './journey-columns';
import { checkPeriods, type JourneyPlaces, type Periods } from './journey-places';
import { ATTRIBUTES, type Attribute, FIXED_VALUES, type JourneyRecord, NON_WHITE_GROUPS } from './journey-record';
import { JOURNEY_SHAPES } from './journey-shapes';
import { type CodeRefusal, rebaseHomes } from './rebase-codes';
import { emptyCube, type ShapeCube } from './shape-cube';

export interface JourneyStoreOptions {
  readonly places: JourneyPlaces;
  /** A function is asked once everybody is in. */
  readonly periods: Periods | (() => Periods);
  /** Upper ends of the distance bands. */
  readonly bandsKm?: readonly number[];
  /** What took over which area, or school, and the day whose areas the cohort is put on. */
  readonly successors?: readonly Successor[];
  readonly on?: string;
}

/**
 * A cohort in memory: distinct cells by column, and every permitted table aggregated ahead. It holds TRUE COUNTS, small ones too:
 * only the data layer may hold it, and nothing of it is shown before disclosure control.
 */
export interface JourneyStore {
  readonly kind: 'cohort';
  readonly people: number;
  readonly cells: CellColumns;
  readonly cubes: ReadonlyMap<string, ShapeCube>;
  /** Shapes with more cells than are held. */
  readonly tooLarge: ReadonlySet<string>;
  /** What the tables were made with: which places lie in which. */
  readonly places: JourneyPlaces;
  readonly bandsKm: readonly number[];
  /** Codes in the cohort that no single area took over, so that their people stay under the old code. */
  readonly notRebased: readonly { readonly code: string; readonly reason: CodeRefusal }[];
  /** Of the columns and the tables together. */
  readonly bytes: number;
}

export interface JourneyStoreBuilder {
  readonly addRecords: (records: Iterable<JourneyRecord>) => void;
  /** The builder can't be used any more. */
  readonly finish: () => JourneyStore;
  /** The same in steps, between which other work can be done. */
  readonly finishing: () => Generator<void, JourneyStore>;
}

const NO_LATER_CHANGE = '9999-12-31';
const nonWhite: ReadonlySet<string> = new Set(NON_WHITE_GROUPS);
const PLACE_ATTRIBUTES: ReadonlySet<Attribute> = new Set([
  'home',
  'school',
  'foundationArea',
  'specialtyArea',
  'careerArea',
]);

const knownValues = ({ homes, schools, foundationAreas }: JourneyPlaces, attribute: Attribute): readonly string[] => {
  const known: Partial<Record<Attribute, readonly string[]>> = {
    ...FIXED_VALUES,
    home: homes,
    school: schools,
    foundationArea: foundationAreas,
  };
  return known[attribute] ?? [];
};

/**
 * A builder that is fed batches: equal cells are merged as they come, so that memory grows with the distinct cells, not with the
 * people. The order of records and the cut into batches don't matter to any table.
 *
 * Throws `RangeError` for periods or bands that overlap, a count that isn't a whole number of at least 1, more than 65,535 codes in an attribute, or more than 4,294,967,295 people.
 */
export const makeJourneyStoreBuilder = (options: JourneyStoreOptions): JourneyStoreBuilder => {
  const { places, bandsKm = DISTANCE_BANDS_KM, successors = [], on = NO_LATER_CHANGE } = options;
  const given = options.periods;
  if (typeof given !== 'function') checkPeriods(given);
  checkBands(bandsKm);
  const { current, refusals } = rebaseHomes(successors, on);
  const canonical = (attribute: Attribute) => (code: string) => {
    if (PLACE_ATTRIBUTES.has(attribute)) return current(code);
    return attribute === 'ethnicity' && nonWhite.has(code) ? 'non_white' : code;
  };
  const dictionaries = byAttribute((attribute) =>
    makeDictionary({ known: knownValues(places, attribute), canonical: canonical(attribute) }),
  );
  const merger = makeCellMerger(ATTRIBUTES.length);
  const cell = new Uint16Array(ATTRIBUTES.length);
  const addRecords = (records: Iterable<JourneyRecord>): void => {
    for (const one of records) {
      encodeInto(cell, dictionaries, one);
      merger.add(cell, one.count);
    }
  };

  function* finishing(): Generator<void, JourneyStore> {
    const periods = typeof given === 'function' ? given() : given;
    checkPeriods(periods);
    const people = merger.people();
    const cells = yield* toColumns(merger, dictionaries);
    const axes = makeAxes({ store: cells, places, bandsKm });
    const made = JOURNEY_SHAPES.map((shape) => ({ id: shape.id, cube: emptyCube(shape, axes, periods) }));
    const cubes = made.flatMap(({ cube }) => (typeof cube === 'string' ? [] : [cube]));
    yield* fillCubes({ store: cells, axes, periods, cubes });
    const codes = new Set([...PLACE_ATTRIBUTES].flatMap((attribute) => cells.codes[attribute]));
    const arrays = [...Object.values(cells.columns), cells.counts, ...cubes.map(({ counts }) => counts)];
    return {
      kind: 'cohort',
      people,
      cells,
      cubes: new Map(cubes.map((cube) => [cube.shape.id, cube])),
      tooLarge: new Set(made.flatMap(({ id, cube }) => (cube === 'too_large' ? [id] : []))),
      places,
      bandsKm,
      notRebased: [...refusals].flatMap(([code, reason]) => (codes.has(code) ? [{ code, reason }] : [])),
      bytes: arrays.reduce((total, { byteLength }) => total + byteLength, 0),
    };
  }
  const finish = (): JourneyStore => {
    const steps = finishing();
    let step = steps.next();
    while (!step.done) step = steps.next();
    return step.value;
  };
  return { addRecords, finish, finishing };
};
