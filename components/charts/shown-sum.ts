import type { JourneyCell } from '@/lib/contracts/journeys';

/** A cell's number; a count that rounds to 0 adds nothing to a sum. */
export const shownPeople = (cell: JourneyCell | undefined): number => (cell?.kind === 'value' ? cell.count : 0);

/** What stands where a sum has no number, the gravest first. */
const MARKS = ['suppressed', 'not_loaded', 'low', 'value', 'not_applicable'] as const;

export type ShownSum = {
  /** Null where nobody is shown though somebody may be there: 0 is said only where every count is 0. */
  people: number | null;
  kind: JourneyCell['kind'];
};

/** Sum of the cells that have a number. */
export function shownSum(cells: readonly (JourneyCell | undefined)[]): ShownSum {
  const people = cells.reduce((total, cell) => total + shownPeople(cell), 0);
  if (people > 0) return { people, kind: 'value' };
  const kinds = new Set(cells.map((cell) => cell?.kind ?? 'not_loaded'));
  const kind = MARKS.find((mark) => kinds.has(mark)) ?? 'value';
  return kind === 'value' ? { people, kind } : { people: null, kind };
}
