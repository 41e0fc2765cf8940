import { STATES } from './axis-label';
import type { CellColumns, Column } from './journey-columns';
import type { JourneyPlaces } from './journey-places';
import { type Chunk, STATE_NUMBER } from './stage-reached';

/** One side of a table: what people are counted by. */
export const AXES = [
  'home',
  'home_board',
  'home_region',
  'school',
  'school_region',
  'foundation_area',
  'foundation_region',
  'specialty_region',
  'specialty_group',
  'career_region',
  'career_type',
  'stage',
  'sex',
  'ethnicity',
  'quintile',
  'route',
  'capital_relation',
  'settlement_at_foundation',
  'settlement_at_specialty',
  'settlement_at_career',
  'career_ties',
  'home_to_foundation_band',
  'school_to_foundation_band',
] as const;
export type AxisId = (typeof AXES)[number];

export type CodesOf = (axis: AxisId) => Uint16Array;

export interface Axis {
  readonly labels: readonly string[];
  /** Other axes that have to be filled first. */
  readonly needs: readonly AxisId[];
  /** Writes the index of each cell's label, the first cell of the chunk at 0. */
  readonly fill: (out: Uint16Array, chunk: Chunk, codesOf: CodesOf) => void;
}

export interface AxisContext {
  readonly store: CellColumns;
  readonly places: JourneyPlaces;
  readonly bandsKm: readonly number[];
}

/** Labels of a column through a look-up of one entry for each code. */
export const mappedAxis = (column: Column, labels: readonly string[], indexOf: Uint16Array): Axis => ({
  labels,
  needs: [],
  fill: (out, { from, to }) => {
    for (let cell = from, i = 0; cell < to; cell += 1, i += 1) out[i] = indexOf[column[cell] ?? 0] ?? 0;
  },
});

interface StagedInput {
  readonly column: Column;
  /** Without the states, which follow. */
  readonly labels: readonly string[];
  readonly indexOf: Uint16Array;
  readonly stage: number;
}

/** The same for a value that is empty until a stage is reached: an empty one says why. */
export const stagedAxis = ({ column, labels, indexOf, stage }: StagedInput): Axis => {
  const firstState = labels.length;
  return {
    labels: [...labels, ...STATES],
    needs: [],
    fill: (out, { from, to, furthest, ending }) => {
      for (let cell = from, i = 0; cell < to; cell += 1, i += 1) {
        const code = column[cell] ?? 0;
        if (code > 0) out[i] = indexOf[code] ?? 0;
        else out[i] = firstState + ((furthest[i] ?? 0) >= stage ? STATE_NUMBER.unknown : (ending[i] ?? 0));
      }
    },
  };
};

/** Regions or boards: those given first, then those that only the look-up names. */
export const parentLabels = (given: readonly string[], lookUp: ReadonlyMap<string, string>): string[] => {
  const known = new Set(given);
  return [...given, ...[...new Set(lookUp.values())].filter((code) => !known.has(code)).sort()];
};

/** For each code, the index of its parent among the labels, or the index after the last where it has none. */
export const parentIndices = (
  codes: readonly string[],
  labels: readonly string[],
  lookUp: ReadonlyMap<string, string>,
): Uint16Array => {
  const numbers = new Map(labels.map((label, i) => [label, i]));
  return Uint16Array.from(codes, (code) => numbers.get(lookUp.get(code) ?? code) ?? labels.length);
};
