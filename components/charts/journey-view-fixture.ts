import type { JourneyCell, JourneyTableView } from '@/lib/contracts/journeys';

type Given = number | 'low' | 'c' | 'x';

const cellOf = (given: Given): JourneyCell => {
  if (given === 'low') return { kind: 'low' };
  if (given === 'c') return { kind: 'suppressed' };
  if (given === 'x') return { kind: 'not_loaded' };
  return { kind: 'value', count: given };
};

/** Regions A, B and C, as a table of theirs would be published. `c`: withheld; `x`: not loaded. */
export const viewOf = (
  lines: Readonly<Record<string, readonly Given[]>>,
  columns: readonly string[],
  shape = 'school_region_by_foundation_region',
): JourneyTableView => ({
  shape,
  title: 'A table',
  country: 'england',
  rowAxis: 'school_region',
  columnAxis: 'foundation_region',
  filter: {},
  characteristics: [],
  periods: [],
  source: {
    kind: 'cohort',
    releaseId: 'r1',
    title: 'cohort.csv',
    publisher: 'A publisher',
    licence: '',
    ruleSet: 'hesa_rounding_5',
    roundingBase: null,
  },
  ownScope: false,
  columns: columns.map((code) => ({ code, name: code })),
  rows: Object.entries(lines).map(([code, given]) => ({ code, name: code, cells: given.map(cellOf) })),
});
