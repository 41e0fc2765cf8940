import { FILL_RATE } from './fill-gap';
import { ALL } from './indicator';

/** Of an indicator with many parts so many are shown one by one; the rest stands in a table of its own. */
export const MOST_SHOWN = 4;

/** Of recruitment higher training comes first, because that is where posts stay empty; of staying, the first year. */
const ORDER = ['ST3', 'ST4', 'CT1/ST1', ALL, 'foundation-1y', 'core-1y', 'gp-1y', 'higher-1y'];

function placeOf(indicatorId: string, breakdown: string): number {
  if (breakdown === ALL && indicatorId !== FILL_RATE) return -1;
  const at = ORDER.indexOf(breakdown);
  return at === -1 ? ORDER.length : at;
}

/** Breakdowns of an indicator, each once, what matters most first; others stay in the order in which they come. */
export const byImportance = (indicatorId: string, breakdowns: readonly string[]): string[] =>
  [...new Set(breakdowns)].toSorted((a, b) => placeOf(indicatorId, a) - placeOf(indicatorId, b));
