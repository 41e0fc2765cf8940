import { beforeAll, describe, expect, it } from 'vitest';
import { revealsSmallCount } from '@/lib/domain/disclosure/differencing';
import { rangeOf } from '@/lib/domain/disclosure/protected-table';
import { isSmallCount, RULE_SETS, type RuleSet } from '@/lib/domain/disclosure/rule-set';
import { drawnPeople, person, SMALL, storeOf, tableIn } from '@/lib/domain/journeys/journey-fixture';
import type { JourneyRecord } from '@/lib/domain/journeys/journey-record';
import type { Belief } from '@/lib/testing/lp-attacker';
import { NO_LIMIT } from '@/lib/testing/lp-extremes';
import { loadSumAttacker, type SumAttacker } from '@/lib/testing/sum-attacker';
import { type KnownSum, SLOTS, sumsOfPossiblePeople } from './possible-people-fixture';
import { protectJourneys } from './protect-journeys';
import { type ProtectedJourneys, protectedTable } from './protected-journeys';
import { cellOf, publish } from './published-code';

const { hesa_rounding_5: hesa, nhs_subnational_1_to_7: nhs } = RULE_SETS;
const THOROUGH = Boolean(process.env.STEAD_THOROUGH);
/** Counts attacked of those that grew, and as many of the others. Under HESA's rule the programme is the larger. */
const targetsOf = ({ suppressedCounts }: RuleSet): number => (THOROUGH ? 1_000 : suppressedCounts ? 15 : 3);
const TIMEOUT_MS = THOROUGH ? 7_200_000 : 600_000;
const NEARLY = 1e-6;

let attacker: SumAttacker;
let known: ReturnType<typeof sumsOfPossiblePeople>;
beforeAll(async () => {
  attacker = await loadSumAttacker();
  known = sumsOfPossiblePeople(SMALL.homes, SMALL.schools);
});

const storeOfAll = (records: readonly JourneyRecord[]) => storeOf(records, SMALL, { entry: [], foundation: [] });

interface Found {
  readonly count: number;
  readonly belief: Belief;
}

/** Every cell of every table, in truth and as published. */
const cellsIn = (records: readonly JourneyRecord[], journeys: ProtectedJourneys): Found[] => {
  const store = storeOfAll(records);
  const tables = new Map<string, (key: string) => Found>();
  const readerOf = (shape: string, slot: number) => {
    const filter = SLOTS[slot] ?? {};
    const outcome = protectedTable(journeys, shape, filter);
    if (outcome.kind !== 'table') throw new Error(`${shape}: ${outcome.kind}`);
    const { rows, columns, cells, ruleSet } = outcome.table;
    const { counts } = tableIn(store, shape, filter);
    return (key: string): Found => {
      const [row = '', column = ''] = key.split('|');
      const at = rows.indexOf(row) * columns.length + columns.indexOf(column);
      return { count: counts[at] ?? 0, belief: rangeOf(cells[at] ?? { kind: 'low' }, ruleSet) };
    };
  };
  return known.cells.map((cell) => {
    const [shape = '', slot = '0', key = ''] = cell.split(' ');
    const table = tables.get(`${shape} ${slot}`) ?? readerOf(shape, Number(slot));
    tables.set(`${shape} ${slot}`, table);
    return table(key);
  });
};

interface Growth {
  readonly before: readonly JourneyRecord[];
  readonly added: JourneyRecord;
  readonly ruleSet: RuleSet;
  /** Whether the reader knows how many people were added to the whole cohort. */
  readonly isKnown: boolean;
  /** Each cell by its rule alone, with no partners withheld. */
  readonly isUnprotected?: boolean;
}

/** The sums of the first release, those of the second, and for each count what was added to it. */
const sumsOfBoth = (cells: number): KnownSum[] => {
  const second = (nodes: readonly number[]) => nodes.map((node) => cells + node);
  const everybody = known.cells.flatMap((cell, i) => (cell.startsWith('home_by_school 0 ') ? [2 * cells + i] : []));
  return [
    ...known.sums,
    ...known.sums.map(({ plus, minus, kind }) => ({ plus: second(plus), minus: second(minus), kind })),
    ...known.cells.map((_, i): KnownSum => ({ plus: [cells + i], minus: [i, 2 * cells + i], kind: 'equal' })),
    { plus: everybody, minus: [3 * cells], kind: 'equal' },
  ];
};

const spread = (targets: readonly number[], most: number): number[] =>
  targets.filter((_, i) => i % Math.ceil(targets.length / most) === 0);

/** How many small counts of the first release and of the second both taken together tell of. */
const toldOf = ({ before, added, ruleSet, isKnown, isUnprotected = false }: Growth) => {
  const first = protectJourneys(storeOfAll(before), ruleSet);
  const after = [...before, added];
  const second = protectJourneys(storeOfAll(after), ruleSet, { earlier: first });
  const [one, two] = [cellsIn(before, first), cellsIn(after, second)];
  const cells = known.cells.length;
  const grown = one.map(({ count }, i) => (two[i]?.count ?? 0) - count);
  const counts = [...one.map(({ count }) => count), ...two.map(({ count }) => count), ...grown];
  const total = isKnown ? { lowest: added.count, highest: added.count } : { lowest: 0, highest: NO_LIMIT };
  const beliefs = [...one, ...two].map(({ belief, count }) =>
    isUnprotected ? rangeOf(cellOf(publish(count, ruleSet)), ruleSet.id) : belief,
  );
  const beliefOf = (node: number): Belief =>
    beliefs[node] ?? (node === 3 * cells ? total : { lowest: 0, highest: NO_LIMIT });
  const toldIn = (from: number): number => {
    const small = grown.flatMap((_, i) => (isSmallCount(counts[from + i] ?? 0) ? [from + i] : []));
    const most = targetsOf(ruleSet);
    const targets = [true, false].flatMap((isGrown) =>
      spread(
        small.filter((node) => (grown[node % cells] ?? 0) > 0 === isGrown),
        most,
      ),
    );
    if (targets.length === 0 && from === 0) throw new Error('Nothing to attack');
    const bounds = attacker.attack(sumsOfBoth(cells), beliefOf, targets);
    return bounds.filter(({ lowest, highest }) => {
      const range = { lowest: Math.ceil(lowest - NEARLY), highest: Math.floor(highest + NEARLY) };
      // Who knows how many were added knows of every empty cell how many it can hold at most: that tells of nobody.
      return revealsSmallCount(range, ruleSet) && (range.lowest > 0 || !isKnown);
    }).length;
  };
  return { first: toldIn(0), second: toldIn(cells) };
};

const before = drawnPeople('two releases', 14);
const [newWay = person(), otherWay = person()] = drawnPeople('added since', 2);
const growths = [
  ['one person of a new way', { ...newWay, count: 1 }],
  ['four people of a new way', { ...otherWay, count: 4 }],
  ['one person more of a way that was there', { ...(before[0] ?? person()), count: 1 }],
] as const;

/** Seven people who are eight in the next release: rounded to 5, then to 10. */
const seven = person({ homeLadCode: 'H3', schoolId: 's2', sex: 'X', count: 7 });
const SEVEN_THEN_EIGHT = { before: [...before, seven], added: { ...seven, count: 1 } };

const KNOWN_GROWTHS: readonly (readonly [string, Pick<Growth, 'before' | 'added'>])[] = [
  ...growths.map(([name, added]) => [name, { before, added }] as const),
  ['seven become eight', SEVEN_THEN_EIGHT],
];

describe.each([hesa, nhs])('two releases of a cohort that grew, every table of both at once: $id', (ruleSet) => {
  it.each(THOROUGH || ruleSet === nhs ? growths : growths.slice(1, 2))(
    'tell of no small count of either: %s',
    (_, added) => {
      const told = toldOf({ before, added, ruleSet, isKnown: false });
      expect(told).toEqual({ first: 0, second: 0 });
    },
    TIMEOUT_MS,
  );

  it(
    'bite: cell by cell, they tell of somebody',
    () => {
      const [, [, added]] = growths;
      const told = toldOf({ before, added, ruleSet, isKnown: false, isUnprotected: true });
      expect(told.first + told.second).toBeGreaterThan(0);
    },
    TIMEOUT_MS,
  );
});

describe('a reader who knows how many people were added', () => {
  it.each(KNOWN_GROWTHS)(
    'is told of no small count of either release under the rule that withholds: %s',
    (_, growth) => {
      expect(toldOf({ ...growth, ruleSet: nhs, isKnown: true })).toEqual({ first: 0, second: 0 });
    },
    TIMEOUT_MS,
  );

  it(
    'is told of a 7 that becomes an 8 under the rule that only rounds: a limit of rounding, not mended',
    () => {
      expect(toldOf({ ...SEVEN_THEN_EIGHT, ruleSet: hesa, isKnown: true }).first).toBeGreaterThan(0);
    },
    TIMEOUT_MS,
  );
});
