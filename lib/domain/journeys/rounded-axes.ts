import { makeAxes } from './axes';
import type { AxisId, CodesOf } from './axis';
import { STAGE } from './axis-label';
import type { RoundedTableName } from './counts';
import { byAttribute, type CellColumns } from './journey-columns';
import type { Clock, JourneyPlaces } from './journey-places';
import type { Attribute } from './journey-record';
import type { RoundedAxis, RoundedGrid } from './rounded-grid';

type GridAttributes = readonly [rows: Attribute, columns: Attribute];

/** A loaded table, and every axis that it determines. */
export interface RoundedSource {
  readonly name: RoundedTableName;
  readonly clock: Clock;
  readonly attributes: GridAttributes;
  readonly grid: RoundedGrid;
  readonly axes: ReadonlyMap<AxisId, RoundedAxis>;
}

/** What each axis has to know of a cell. An axis that isn't here needs more than two places. */
const DETERMINED_BY: Partial<Record<AxisId, readonly Attribute[]>> = {
  home: ['home'],
  home_board: ['home'],
  home_region: ['home'],
  school: ['school'],
  school_region: ['school'],
  foundation_area: ['foundationArea'],
  foundation_region: ['foundationArea'],
  capital_relation: ['school', 'foundationArea'],
  school_to_foundation_band: ['school', 'foundationArea'],
};

/** The cells of a grid, row by row, as cells of a cohort that knows nothing but their two places. */
const asCells = ({ rows, columns }: RoundedGrid, [rowOf, columnOf]: GridAttributes): CellColumns => {
  const cells = rows.length * columns.length;
  const nothing = new Uint16Array(cells);
  const [row, column] = [new Uint16Array(cells), new Uint16Array(cells)];
  for (let cell = 0; cell < cells; cell += 1) {
    row[cell] = 1 + Math.floor(cell / columns.length);
    column[cell] = 1 + (cell % columns.length);
  }
  const of = <T>(ofRows: T, ofColumns: T, rest: T) =>
    byAttribute((attribute) => {
      if (attribute === rowOf) return ofRows;
      return attribute === columnOf ? ofColumns : rest;
    });
  return {
    cells,
    columns: of(row, column, nothing),
    codes: of(['', ...rows], ['', ...columns], ['']),
    counts: nothing,
  };
};

interface AxesInput {
  readonly places: JourneyPlaces;
  readonly bandsKm: readonly number[];
}

/** The axes of a cohort that two places determine, on a grid: both sources group people in one way. */
export const roundedAxes = (
  grid: RoundedGrid,
  attributes: GridAttributes,
  { places, bandsKm }: AxesInput,
): ReadonlyMap<AxisId, RoundedAxis> => {
  const store = asCells(grid, attributes);
  const axes = makeAxes({ store, places, bandsKm });
  const filled = new Map<AxisId, RoundedAxis>();
  const codesOf: CodesOf = (id) => filled.get(id)?.indexOf ?? new Uint16Array(0);
  const states = { furthest: new Uint8Array(store.cells), ending: new Uint8Array(store.cells) };
  const chunk = { from: 0, to: store.cells, ...states };
  chunk.furthest.fill(attributes.includes('foundationArea') ? STAGE.foundation : STAGE.school);
  const fill = (id: AxisId): void => {
    const axis = axes.get(id);
    if (!axis || filled.has(id)) return;
    for (const need of axis.needs) fill(need);
    const indexOf = new Uint16Array(store.cells);
    axis.fill(indexOf, chunk, codesOf);
    filled.set(id, { labels: axis.labels, indexOf });
  };
  for (const id of axes.keys()) {
    if (DETERMINED_BY[id]?.every((attribute) => attributes.includes(attribute))) fill(id);
  }
  return filled;
};
