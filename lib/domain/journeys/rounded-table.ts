import type { AxisId } from './axis';
import { isState, UNKNOWN } from './axis-label';
import type { RoundedCounts } from './counts';
import { type JourneyFilter, type Narrowing, narrowingOf, refused, type TableOutcome } from './journey-filter';
import { FIXED_VALUES } from './journey-record';
import type { JourneyShape } from './journey-shapes';
import type { RoundedSource } from './rounded-axes';
import { groupedCells, type RoundedAxis, type RoundedCell } from './rounded-grid';
import { MEASURES, type RoundedMeasure } from './rounded-rows';
import type { RoundedStore } from './rounded-store';

/** The columns of a row that are groups of people rather than places. */
const GROUPS: Partial<Record<AxisId, readonly RoundedMeasure[]>> = {
  sex: ['F', 'M'],
  ethnicity: ['white', 'non_white'],
};

interface Fill {
  readonly source: RoundedSource;
  readonly rows: RoundedAxis;
  /** Null: the columns are `groups`. */
  readonly columns: RoundedAxis | null;
  readonly groups: readonly RoundedMeasure[];
}

/** What fills a shape; null where rounded tables can't. */
const fillOf = ({ homeSchool, schoolFoundation }: RoundedStore, shape: JourneyShape): Fill | null => {
  // Groups are counted once, at entry: graduates are others, and fewer.
  for (const source of [homeSchool, schoolFoundation]) {
    const [rows, columns, groups] = [
      source?.axes.get(shape.rows),
      source?.axes.get(shape.columns),
      GROUPS[shape.columns],
    ];
    if (source && rows && columns) return { source, rows, columns, groups: ['all'] };
    if (source && rows && groups && source === homeSchool) return { source, rows, columns: null, groups };
  }
  return null;
};

const measureOf = (narrowing: Narrowing): RoundedMeasure | 'not_loaded' | 'unknown_value' => {
  if (!narrowing) return 'all';
  const values: readonly string[] = [...FIXED_VALUES[narrowing.by], UNKNOWN];
  const measure = MEASURES.find((one) => one !== 'all' && one === narrowing.value && values.includes(one));
  return measure ?? (values.includes(narrowing.value) ? 'not_loaded' : 'unknown_value');
};

interface Margin {
  readonly labels: readonly string[];
  readonly at: readonly number[];
}

/** A label that stands for no place is left out where no cell lies on it. */
const marginOf = ({ labels, indexOf }: RoundedAxis): Margin => {
  const found = new Set(indexOf);
  const at = labels.flatMap((label, i) => (isState(label) && !found.has(i) ? [] : [i]));
  return { labels: at.map((i) => labels[i] ?? ''), at };
};

const cellsFor = ({ source, rows, columns, groups }: Fill, plane: number, measure: RoundedMeasure) => {
  const down = marginOf(rows);
  const across = columns && marginOf(columns);
  const slabs = groups.map((group) =>
    groupedCells(source.grid, { plane, measure: group === 'all' ? measure : group }, { rows, columns }),
  );
  const width = columns?.labels.length ?? 1;
  const cells = down.at.flatMap((row) =>
    slabs.flatMap((sums) => (across?.at ?? [0]).flatMap((column) => sums[row * width + column] ?? [])),
  );
  return { rows: down.labels, columns: across?.labels ?? groups, cells };
};

const tableFrom = (
  labels: Pick<RoundedCounts, 'rows' | 'columns' | 'shape' | 'filter' | 'roundingBase' | 'madeFrom'>,
  cells: readonly RoundedCell[],
): TableOutcome<RoundedCounts> => ({
  kind: 'table',
  table: {
    kind: 'rounded_counts',
    ...labels,
    counts: cells.map(({ known, parts, gaps }) => (parts === 0 || gaps > 0 ? null : known)),
    known: cells.map(({ known }) => known),
    parts: cells.map(({ parts }) => parts),
    zeros: cells.map(({ zeros }) => zeros),
  },
});

/** A permitted shape that a loaded table determines; each count the sum of rounded cells. */
export const roundedTable = (
  store: RoundedStore,
  shape: JourneyShape,
  filter: JourneyFilter,
): TableOutcome<RoundedCounts> => {
  const permitted = narrowingOf(shape, filter);
  if (permitted.kind === 'refused') return permitted;
  const { period } = filter;
  if (period && !shape.clocks.includes(period.clock)) return refused('unknown_period');
  const fill = fillOf(store, shape);
  const measure = measureOf(permitted.narrowing);
  if (measure === 'unknown_value') return refused('unknown_value');
  if (!fill || measure === 'not_loaded' || (period && period.clock !== fill.source.clock))
    return { kind: 'not_loaded' };
  const { grid } = fill.source;
  const plane = period ? 1 + grid.periods.indexOf(period.label) : 0;
  if (period && plane === 0) return refused('unknown_period');
  if (!period && grid.periodsOverlap) return refused('overlapping_periods');
  const { cells, ...labels } = cellsFor(fill, plane, measure);
  const about = { shape: shape.id, filter, roundingBase: store.roundingBase, madeFrom: fill.source.name };
  return tableFrom({ ...about, ...labels }, cells);
};
