import { isState } from '@/lib/domain/journeys/axis-label';
import type { JourneyFilter } from '@/lib/domain/journeys/journey-filter';
import type { ReachCell } from '@/lib/domain/reach/published-count';
import type { CountedTable, CountSource } from './count-source';
import type { Comparison, PartOfWhole, RegionFlow, Sourced } from './evidence-input';

type Is = (label: string) => boolean;

const anything = () => true;
/** A place, group or post, not a state such as `left`. */
export const isPlace: Is = (label) => !isState(label);
export const isOneOf =
  (...labels: readonly string[]): Is =>
  (label) =>
    labels.includes(label);

interface Wanted {
  readonly row?: Is;
  readonly column?: Is;
  readonly cell?: (row: string, column: string) => boolean;
  readonly filter?: JourneyFilter;
}

export interface CountReader {
  /** The table that all years and everybody are in; null where it isn't loaded. */
  readonly table: (shape: string) => CountedTable | null;
  /** What a card says of its data where every table of it is loaded; null where one isn't. */
  readonly sourced: <T>(shapes: readonly string[], evidence: () => T) => Sourced<T>;
  readonly cell: (shape: string, wanted: Wanted) => ReachCell;
  readonly share: (shape: string, part: Wanted, whole: Wanted) => PartOfWhole;
}

export const countReader = (source: CountSource): CountReader => {
  const cell = (
    shape: string,
    { row = anything, column = anything, cell: is = anything, filter = {} }: Wanted,
  ): ReachCell =>
    source.table(shape, filter)?.people((r, c) => row(r) && column(c) && is(r, c)) ?? { kind: 'not_loaded' };
  return {
    table: (shape) => source.table(shape, {}),
    sourced: (shapes, evidence) => {
      const [first, ...rest] = shapes.map((shape) => source.table(shape, {})?.about);
      return first && rest.every((about) => about) ? { ...first, ...evidence() } : null;
    },
    cell,
    share: (shape, part, whole) => ({ part: cell(shape, part), whole: cell(shape, whole) }),
  };
};

/** Of a group against the rest, by the columns of a table of characteristics. */
export const inJobs = (
  { share }: CountReader,
  shape: string,
  { job, of, known }: { job: string; of: readonly string[]; known: readonly string[] },
): Comparison => {
  const within = (row: Is): PartOfWhole =>
    share(shape, { row, column: isOneOf(...of) }, { row, column: isOneOf(...known) });
  return { first: within(isOneOf(job)), second: within((label) => isPlace(label) && label !== job) };
};

/** Margins of a table of regions, and those who stayed, of people whose two regions are known. */
export function regionFlow({ table, cell }: CountReader, shape: string): RegionFlow {
  const found = table(shape);
  const marginOf = (labels: readonly string[], of: 'row' | 'column') =>
    Object.fromEntries(
      labels.filter(isPlace).flatMap((region) => {
        const people = cell(shape, { row: isPlace, column: isPlace, [of]: isOneOf(region) });
        // No cell of it is in the file.
        return people.kind === 'not_applicable' ? [] : [[region, people]];
      }),
    );
  return {
    stayed: found?.people((row, column) => isPlace(row) && row === column) ?? { kind: 'not_loaded' },
    byOrigin: marginOf(found?.rows ?? [], 'row'),
    byDestination: marginOf(found?.columns ?? [], 'column'),
  };
}
