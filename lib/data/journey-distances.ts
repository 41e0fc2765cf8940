import 'server-only';
import type { DistanceGroup, DistanceStepView, DistanceView } from '@/lib/contracts/journey-views';
import type { PeriodChoice } from '@/lib/contracts/journeys-query';
import type { Viewer } from '@/lib/domain/access/access';
import { toNearestFive } from '@/lib/domain/disclosure/rounding';
import type { Root } from '@/lib/domain/geography/area';
import { isState } from '@/lib/domain/journeys/axis-label';
import type { JourneyFilter } from '@/lib/domain/journeys/journey-filter';
import { findShape, type JourneyShape } from '@/lib/domain/journeys/journey-shapes';
import { isOfSeveralOthers } from '@/lib/domain/journeys/schools-of-part';
import { sourceRules } from '@/lib/domain/journeys/source-rules';
import { type ShownTotal, shownTotal, totalOverRows } from '@/lib/domain/journeys/total-over-rows';
import { SUPPRESSED } from '@/lib/domain/measure/measure';
import { shareOf } from '@/lib/domain/reach/count-figures';
import { readingFor, schoolsKnown, schoolsReadable } from './journeys/audience';
import { peopleBehind } from './journeys/people-behind';
import { type PublishedTable, type TableSource, tableSources } from './journeys/table-source';
import { authorise } from './viewer';

/** The two distances, never one without its name: they tell opposite stories about returning home. */
const STEPS = [
  { step: 'home_to_foundation', shape: 'school_by_home_to_foundation_band' },
  { step: 'school_to_foundation', shape: 'school_by_school_to_foundation_band' },
] as const;

const GROUPS: readonly { key: string; filter: JourneyFilter }[] = [
  { key: 'all', filter: {} },
  ...['F', 'M'].map((sex) => ({ key: `sex:${sex}`, filter: { sex } })),
  ...['white', 'non_white'].map((ethnicity) => ({ key: `ethnicity:${ethnicity}`, filter: { ethnicity } })),
  ...['1', '2', '3', '4', '5'].map((quintile) => ({ key: `quintile:${quintile}`, filter: { quintile } })),
];

type Read = { shape: JourneyShape; source: TableSource; period: JourneyFilter['period'] };

/** Tables of a source and what was added from them: the same for every reader. */
const known = new WeakMap<TableSource, Map<string, DistanceGroup[]>>();

/** A count that rounds to 0 adds one to a sum: rounded again, so that no sum looks exact. */
const peopleIn = ({ counted }: ShownTotal): number | null =>
  counted.kind === 'count' && !counted.isThin ? toNearestFive(counted.count) : null;

function groupOf(table: PublishedTable, { source }: Read, key: string, school: string | null): DistanceGroup {
  const rules = sourceRules(source.source);
  // A school that isn't in the source has counts that round to 0 everywhere, and nobody behind them.
  const isIn = (row: string): boolean => (school === null ? source.schools.includes(row) : row === school);
  const totals = totalOverRows(table, rules, isIn);
  const bands = [...totals].filter(([label]) => !isState(label));
  const whole = shownTotal(
    table.cells.filter((_, at) => {
      return (
        !isState(table.columns[at % table.columns.length] ?? '') &&
        isIn(table.rows[Math.floor(at / table.columns.length)] ?? '')
      );
    }),
    rules,
  );
  // A withheld count may be the largest: shares of the others would be far too large.
  const isWhole = whole.withheld === 0;
  return {
    key,
    school,
    people: isWhole ? peopleIn(whole) : null,
    bands: bands.map(([label, total]) => ({
      label,
      people: total.withheld === 0 ? peopleIn(total) : null,
      share: isWhole ? shareOf(total.counted, whole.counted, rules) : SUPPRESSED,
    })),
    withheld: whole.withheld,
  };
}

/** Every group of all schools together and of each wanted school. */
function groupsOf(read: Read, schools: readonly string[]): DistanceGroup[] {
  const { shape, source, period } = read;
  const groups = known.get(source) ?? new Map<string, DistanceGroup[]>();
  known.set(source, groups);
  const id = JSON.stringify([shape.id, period ?? null, schools]);
  const made =
    groups.get(id) ??
    GROUPS.flatMap(({ key, filter }) => {
      const outcome = source.table(shape, { ...filter, ...(period ? { period } : {}) });
      if (outcome.kind !== 'table') return [];
      return [null, ...schools].map((school) => groupOf(outcome.table, read, key, school));
    });
  groups.set(id, made);
  return made;
}

/** The reader's own can be taken away: of every group and period that is told apart, several others have to be in the sum. */
function isOfSeveral({ shape, source, period }: Read, own: readonly string[], filter: JourneyFilter): boolean {
  const { whole, parts } = peopleBehind(source, shape, { ...filter, ...(period ? { period } : {}) });
  return [whole, ...parts].every((part) => isOfSeveralOthers(part, own));
}

function stepOf(viewer: Viewer, read: Read): { groups: DistanceGroup[]; isGroupsWithheld: boolean } {
  const known = schoolsKnown(viewer);
  const isGiven = ({ key, filter }: (typeof GROUPS)[number]) =>
    isOfSeveral(read, known, filter) || readingFor(viewer, read.shape, key !== 'all') === 'all';
  const given = new Set(GROUPS.filter(isGiven).map(({ key }) => key));
  const groups = groupsOf(read, schoolsReadable(viewer)).filter(({ key, school }) => school !== null || given.has(key));
  return { groups, isGroupsWithheld: given.size < GROUPS.length };
}

/**
 * How far people went from home, and from school, to foundation training: all schools together, which everybody may read, and
 * the reader's own schools.
 */
export async function getJourneyDistances(root: Root, period: PeriodChoice | null): Promise<DistanceView> {
  const viewer = await authorise('counts:read');
  const sources = await tableSources(root);
  const filter = period ? { clock: period.clock, label: period.label } : undefined;
  const found = STEPS.flatMap(({ step, shape: id }) => {
    const shape = findShape(id);
    const source = shape && sources.find((one) => one.table(shape, filter ? { period: filter } : {}).kind === 'table');
    return shape && source ? [{ step, source, ...stepOf(viewer, { shape, source, period: filter }) }] : [];
  });
  return {
    source: found[0]?.source.source ?? null,
    periods: (found[0]?.source.periods ?? []).map(({ clock, label }) => ({ clock, label })),
    steps: found.map(({ step, groups }): DistanceStepView => ({ step, groups })),
    isGroupsWithheld: found.some(({ isGroupsWithheld }) => isGroupsWithheld),
  };
}
