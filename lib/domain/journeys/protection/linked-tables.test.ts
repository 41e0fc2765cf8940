import { beforeAll, describe, expect, it } from 'vitest';
import { revealsSmallCount } from '@/lib/domain/disclosure/differencing';
import { rangeOf } from '@/lib/domain/disclosure/protected-table';
import { isSmallCount, RULE_SETS, type RuleSet } from '@/lib/domain/disclosure/rule-set';
import { drawnPeople, person, SMALL, storeOf, tableIn } from '@/lib/domain/journeys/journey-fixture';
import { type JourneyRecord, SEXES } from '@/lib/domain/journeys/journey-record';
import type { Belief } from '@/lib/testing/lp-attacker';
import { loadSumAttacker, type SumAttacker } from '@/lib/testing/sum-attacker';
import { SLOTS, sumsOfPossiblePeople } from './possible-people-fixture';
import { protectJourneys } from './protect-journeys';
import { type ProtectedJourneys, protectedTable } from './protected-journeys';
import { cellOf, publish } from './published-code';

const RULES = [RULE_SETS.hesa_rounding_5, RULE_SETS.nhs_subnational_1_to_7];
const COHORTS = process.env.STEAD_THOROUGH ? 200 : 3;
/** Cells attacked of each cohort, spread evenly over all that hold from 1 to 7 people. */
const TARGETS = process.env.STEAD_THOROUGH ? 1_000 : 30;
const TIMEOUT_MS = 600_000;
const NEARLY = 1e-6;

let attacker: SumAttacker;
beforeAll(async () => {
  attacker = await loadSumAttacker();
});

interface Cohort {
  readonly homes: readonly string[];
  readonly schools: readonly string[];
  readonly records: readonly JourneyRecord[];
}

/** People of a part of the small country. */
const drawn = (label: string, ways: number, homes: readonly string[], schools: readonly string[]): Cohort => ({
  homes,
  schools,
  records: drawnPeople(label, ways, { homes, schools }),
});

const { homes, schools } = SMALL;
const cohorts: readonly (readonly [string, Cohort])[] = [
  [
    'twelve people',
    { homes, schools, records: drawn('twelve', 12, homes, schools).records.map((one) => ({ ...one, count: 1 })) },
  ],
  // Four times 7 is published as 5, 5, 5 and 5 beside 30: by rounding alone each can only be 7.
  ['four sevens', { homes, schools, records: SEXES.map((sex) => person({ sex, count: 7 })) }],
  // One home lies within 50 km of the foundation area and one doesn't: two tables by distance have a sum in common.
  [
    'two bands of one area',
    {
      homes,
      schools,
      records: [
        person({ homeLadCode: 'H1', count: 41 }),
        person({ homeLadCode: 'H2', count: 1 }),
        person({ homeLadCode: 'H1', sex: 'M', count: 30 }),
        person({ homeLadCode: 'H2', sex: 'M', count: 25 }),
      ],
    },
  ],
  ['a single school', drawn('one school', 20, homes, ['s1'])],
  ['a single home area', drawn('one home', 20, ['H1'], schools)],
  ...Array.from(
    { length: COHORTS },
    (_, i) => [`cohort ${i}`, drawn(`cohort ${i}`, 8 + 8 * i, homes, schools)] as const,
  ),
];

/** All years are all there is: the attack is on everything that is published, but for the other characteristics. */
const storeOfCohort = ({ homes: from, schools: to, records }: Cohort) =>
  storeOf(records, { ...SMALL, homes: from, schools: to }, { entry: [], foundation: [] });

const known = new Map<string, ReturnType<typeof sumsOfPossiblePeople>>();
const sumsOf = ({ homes: from, schools: to }: Cohort) => {
  const key = `${from} ${to}`;
  const sums = known.get(key) ?? sumsOfPossiblePeople(from, to);
  known.set(key, sums);
  return sums;
};

type Believe = (shape: string, slot: number, row: string, column: string, count: number) => Belief;

/** Small counts that a linear programme tells of, over every table of all years, everybody and by sex, together. */
const revealed = (
  cohort: Cohort,
  ruleSet: RuleSet,
  believe: Believe,
  isTarget: (cell: string) => boolean = () => true,
): number => {
  const store = storeOfCohort(cohort);
  const { cells, sums } = sumsOf(cohort);
  const found = cells.map((cell) => {
    const [shape = '', slot = '0', key = ''] = cell.split(' ');
    const [row = '', column = ''] = key.split('|');
    const table = tableIn(store, shape, SLOTS[Number(slot)] ?? {});
    const count = table.counts[table.rows.indexOf(row) * table.columns.length + table.columns.indexOf(column)] ?? 0;
    return { count, belief: believe(shape, Number(slot), row, column, count) };
  });
  const small = found.flatMap(({ count }, i) => (isSmallCount(count) && isTarget(cells[i] ?? '') ? [i] : []));
  const targets = small.filter((_, i) => i % Math.ceil(small.length / TARGETS) === 0);
  const bounds = attacker.attack(sums, (i) => found[i]?.belief ?? { lowest: 0, highest: 0 }, targets);
  return bounds.filter(({ lowest, highest }) =>
    revealsSmallCount({ lowest: Math.ceil(lowest - NEARLY), highest: Math.floor(highest + NEARLY) }, ruleSet),
  ).length;
};

const cellIn = (journeys: ProtectedJourneys, shape: string, slot: number, row: string, column: string) => {
  const outcome = protectedTable(journeys, shape, SLOTS[slot] ?? {});
  if (outcome.kind !== 'table') throw new Error(`${shape}: ${outcome.kind}`);
  const { rows, columns, cells } = outcome.table;
  const cell = cells[rows.indexOf(row) * columns.length + columns.indexOf(column)];
  if (!cell) throw new Error(`${shape} has no ${row} by ${column}`);
  return cell;
};

const believing =
  (journeys: ProtectedJourneys, ruleSet: RuleSet): Believe =>
  (shape, slot, row, column) =>
    rangeOf(cellIn(journeys, shape, slot, row, column), ruleSet.id);

describe('sums in which withheld counts fall out', () => {
  it('tell nobody of a cell that is the difference of two others, over eighteen tables at once', () => {
    const cohort = { homes, schools, records: drawn('cohort 4', 40, homes, schools).records };
    const ruleSet = RULE_SETS.nhs_subnational_1_to_7;
    const journeys = protectJourneys(storeOfCohort(cohort), ruleSet);
    const isTarget = (cell: string) => /^school_by_(career_region|settlement_at_career) 3 s2\|/.test(cell);
    expect(revealed(cohort, ruleSet, believing(journeys, ruleSet), isTarget)).toBe(0);
  });
});

describe.each(RULES)('every table of a tiny cohort at once, attacked by a linear programme: $id', (ruleSet) => {
  it.each(cohorts)(
    'tells of nobody: %s',
    (_, cohort) => {
      const store = storeOfCohort(cohort);
      const journeys = protectJourneys(store, ruleSet);
      expect(revealed(cohort, ruleSet, believing(journeys, ruleSet))).toBe(0);
    },
    TIMEOUT_MS,
  );

  it(
    'bites: cell by cell, the same tables tell of somebody',
    () => {
      const believe: Believe = (_shape, _slot, _row, _column, count) =>
        rangeOf(cellOf(publish(count, ruleSet)), ruleSet.id);
      const found = cohorts.map(([, cohort]) => revealed(cohort, ruleSet, believe));
      expect(found.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0);
    },
    TIMEOUT_MS,
  );
});
