import type { AxisId } from './axis';
import type { JourneyFilter } from './journey-filter';
import type { JourneyShape } from './journey-shapes';

/** What a school's own intake knows of its entrants; not their sex or ethnic group, and nothing after school. */
const KNOWN: ReadonlySet<AxisId> = new Set([
  'home',
  'home_board',
  'home_region',
  'school',
  'school_region',
  'quintile',
  'route',
]);

/** Whether an intake can fill a table: else everybody in it would be unknown, or not there yet. */
export const isOfEntrants = ({ rows, columns }: JourneyShape, { sex, ethnicity }: JourneyFilter): boolean =>
  KNOWN.has(rows) && KNOWN.has(columns) && sex === undefined && ethnicity === undefined;
