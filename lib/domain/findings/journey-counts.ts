import { isState } from '@/lib/domain/journeys/axis-label';
import type { JourneyFilter } from '@/lib/domain/journeys/journey-filter';
import type { JourneyStore } from '@/lib/domain/journeys/journey-store';
import { cellsOf } from '@/lib/domain/journeys/read-counts';
import { tableOf } from '@/lib/domain/journeys/table-of';
import type { ReachCell } from '@/lib/domain/reach/published-count';
import type { Comparison, PartOfWhole, RegionFlow } from './evidence-input';

/** Turns a true count into what may be shown of it. */
export type Protect = (people: number) => ReachCell;

type Is = (label: string) => boolean;

const anything: Is = () => true;
/** A place, group or post, not a state such as `left`. */
export const isPlace: Is = (label) => !isState(label);
export const isOneOf =
  (...labels: readonly string[]): Is =>
  (label) =>
    labels.includes(label);

/** People of a table's cells whose row and column are wanted; nobody where the table isn't there. */
export function peopleIn(
  store: JourneyStore,
  shape: string,
  { row = anything, column = anything, filter = {} }: { row?: Is; column?: Is; filter?: JourneyFilter },
): number {
  const outcome = tableOf(store, shape, filter);
  if (outcome.kind !== 'table') return 0;
  let people = 0;
  for (const cell of cellsOf(outcome.table)) if (row(cell.row) && column(cell.column)) people += cell.count ?? 0;
  return people;
}

type Wanted = Parameters<typeof peopleIn>[2];

export interface CountReader {
  readonly cell: (shape: string, wanted: Wanted) => ReachCell;
  readonly share: (shape: string, part: Wanted, whole: Wanted) => PartOfWhole;
}

/** Counts of a store, each protected before it leaves. */
export const countReader = (store: JourneyStore, protect: Protect): CountReader => {
  const cell = (shape: string, wanted: Wanted) => protect(peopleIn(store, shape, wanted));
  return { cell, share: (shape, part, whole) => ({ part: cell(shape, part), whole: cell(shape, whole) }) };
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
export function regionFlow(store: JourneyStore, shape: string, protect: Protect): RegionFlow {
  const outcome = tableOf(store, shape, {});
  const [byOrigin, byDestination] = [new Map<string, number>(), new Map<string, number>()];
  let stayed = 0;
  if (outcome.kind === 'table') {
    for (const { row, column, count } of cellsOf(outcome.table)) {
      if (!isPlace(row) || !isPlace(column) || !count) continue;
      byOrigin.set(row, (byOrigin.get(row) ?? 0) + count);
      byDestination.set(column, (byDestination.get(column) ?? 0) + count);
      if (row === column) stayed += count;
    }
  }
  const protectedOf = (margin: ReadonlyMap<string, number>) =>
    Object.fromEntries([...margin].map(([region, people]) => [region, protect(people)]));
  return { stayed: protect(stayed), byOrigin: protectedOf(byOrigin), byDestination: protectedOf(byDestination) };
}
