import type { JourneyTableView } from '@/lib/contracts/journeys';
import { revealsSmallCount } from '@/lib/domain/disclosure/differencing';
import { rangeOf } from '@/lib/domain/disclosure/protected-table';
import { RULE_SETS, type RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { CHARACTERISTICS, findShape } from '@/lib/domain/journeys/journey-shapes';
import type { Belief, LpAttacker, Sum } from './lp-attacker';

/** Which larger area each area lies in, by the axis that counts by it. */
export type Nesting = ReadonlyMap<string, { readonly coarse: string; readonly of: ReadonlyMap<string, string> }[]>;

/** Conditions that a number counts people by, such as `school=x` and `sex=F`, in one order. */
type Key = string;
const keyOf = (conditions: readonly string[]): Key => [...conditions].sort().join(' & ');

const whoOf = ({ shape, filter }: JourneyTableView): string[] => [
  `from=${findShape(shape)?.fromStage ?? 0}`,
  ...(filter.period === undefined ? [] : [`${filter.clock ?? 'entry'}=${filter.period}`]),
  ...CHARACTERISTICS.flatMap((by) => (filter[by] === undefined ? [] : [`${by}=${filter[by]}`])),
];

const MOST_NUMBERS = 1_500;
const HOPS = 3;
const NEARLY = 1e-6;

/**
 * A reader who has taken every table that the service gives them, and knows how they hang together: a table narrowed to each
 * value of a characteristic adds up to the whole one, and so do periods; tables by the same thing have the same margins; areas add up
 * to those that they lie in.
 */
export class JourneyReader {
  private readonly positions = new Map<Key, number>();
  private readonly beliefs: Belief[] = [];
  private readonly sums: Sum[] = [];
  private readonly tables: JourneyTableView[] = [];
  private sumsAt: number[][] | null = null;

  private readonly ruleSet: RuleSetId;

  constructor(ruleSet: RuleSetId) {
    this.ruleSet = ruleSet;
  }

  private at(conditions: readonly string[]): number {
    const key = keyOf(conditions);
    const found = this.positions.get(key);
    if (found !== undefined) return found;
    this.positions.set(key, this.beliefs.length);
    this.beliefs.push({ lowest: 0, highest: Number.POSITIVE_INFINITY });
    return this.beliefs.length - 1;
  }

  private learn(at: number, { lowest, highest }: Belief): void {
    const known = this.beliefs[at];
    if (known) this.beliefs[at] = { lowest: Math.max(known.lowest, lowest), highest: Math.min(known.highest, highest) };
  }

  /** A table as answered, each cell with what its mark says. */
  read(view: JourneyTableView): void {
    this.tables.push(view);
    for (const { conditions, cell } of cellsOf(view)) {
      if (cell.kind === 'not_loaded') continue;
      this.learn(this.at(conditions), rangeOf(cell, this.ruleSet));
    }
  }

  /** Somebody who knows a number from records of their own. */
  know(view: JourneyTableView, exact: (row: string, column: string) => number | null): void {
    for (const { conditions, row, column } of cellsOf(view)) {
      const count = exact(row, column);
      if (count !== null) this.learn(this.at(conditions), { lowest: count, highest: count });
    }
  }

  private addSums(groups: ReadonlyMap<Key, { total: readonly string[]; parts: number[] }>): void {
    for (const { total, parts } of groups.values()) this.sums.push({ total: this.at(total), parts });
  }

  /** Ties the tables together; call it once all are read. */
  tie(nesting: Nesting): void {
    for (const view of this.tables) {
      this.tieMargins(view);
      this.tieAreas(view, nesting);
    }
    this.tieParts();
    this.sumsAt = this.beliefs.map(() => []);
    for (const [s, { total, parts }] of this.sums.entries())
      for (const one of [total, ...parts]) this.sumsAt[one]?.push(s);
  }

  private tieMargins(view: JourneyTableView): void {
    if (view.ownScope) return;
    const who = whoOf(view);
    for (const side of ['row', 'column'] as const) {
      const groups = new Map<Key, { total: string[]; parts: number[] }>();
      for (const cell of cellsOf(view)) {
        const total = [...who, side === 'row' ? `${view.rowAxis}=${cell.row}` : `${view.columnAxis}=${cell.column}`];
        add(groups, total, this.at(cell.conditions));
      }
      this.addSums(groups);
    }
  }

  private tieAreas(view: JourneyTableView, nesting: Nesting): void {
    const who = whoOf(view);
    const choices = (axis: string) => [
      (label: string) => `${axis}=${label}`,
      ...(nesting.get(axis) ?? []).map(
        ({ coarse, of }) =>
          (label: string) =>
            `${coarse}=${of.get(label) ?? label}`,
      ),
    ];
    for (const [r, byRow] of choices(view.rowAxis).entries()) {
      for (const [c, byColumn] of choices(view.columnAxis).entries()) {
        if (r + c === 0) continue;
        const groups = new Map<Key, { total: string[]; parts: number[] }>();
        for (const cell of cellsOf(view)) {
          const total = [...who, byRow(cell.row), byColumn(cell.column)];
          if (this.positions.has(keyOf(total))) add(groups, total, this.at(cell.conditions));
        }
        this.addSums(groups);
      }
    }
  }

  /** The values of a characteristic, or the periods of the clock of entry, add up to all. */
  private tieParts(): void {
    for (const by of [...CHARACTERISTICS, 'entry']) {
      const groups = new Map<Key, { total: string[]; parts: number[] }>();
      for (const view of this.tables) {
        const isPart =
          by === 'entry' ? view.filter.period !== undefined && view.filter.clock !== 'foundation' : by in view.filter;
        if (!isPart) continue;
        for (const { conditions } of cellsOf(view)) {
          const total = conditions.filter((one) => !one.startsWith(`${by}=`));
          if (this.positions.has(keyOf(total))) add(groups, total, this.at(conditions));
        }
      }
      this.addSums(groups);
    }
  }

  /** Numbers that may be small and that few others stand between: the easiest first. None of `own` school: they are known. */
  targets(most: number, own?: string): number[] {
    const isOwn = new Set(
      [...this.positions].flatMap(([key, at]) => (key.split(' & ').includes(`school=${own}`) ? [at] : [])),
    );
    const worth = this.beliefs.flatMap(({ lowest, highest }, at) => {
      const sums = this.sumsAt?.[at] ?? [];
      if (lowest > 7 || highest < 1 || sums.length === 0 || isOwn.has(at)) return [];
      return [{ at, slack: Math.min(...sums.map((s) => this.slackOf(s))) }];
    });
    return worth
      .sort((a, b) => a.slack - b.slack || a.at - b.at)
      .slice(0, most)
      .map(({ at }) => at);
  }

  private slackOf(s: number): number {
    const { total, parts } = this.sums[s] ?? { total: 0, parts: [] };
    return [total, ...parts].reduce((slack, at) => {
      const { lowest, highest } = this.beliefs[at] ?? { lowest: 0, highest: 0 };
      return slack + Math.min(highest - lowest, MOST_NUMBERS);
    }, 0);
  }

  /** How many of these numbers the reader works out to be a count from 1 to 7, closer than the rule allows. */
  recovered(attacker: LpAttacker, targets: readonly number[]): number {
    return targets.filter((target) => {
      const { sums, numbers } = this.around(target);
      const own = new Map(numbers.map((at, i) => [at, i]));
      const [found] = attacker.attackSums(
        sums.map(({ total, parts }) => ({ total: own.get(total) ?? 0, parts: parts.map((at) => own.get(at) ?? 0) })),
        numbers.map((at) => this.beliefs[at] ?? { lowest: 0, highest: 0 }),
        [own.get(target) ?? 0],
      );
      if (!found) return false;
      const range = { lowest: Math.ceil(found.lowest - NEARLY), highest: Math.floor(found.highest + NEARLY) };
      return revealsSmallCount(range, RULE_SETS[this.ruleSet]);
    }).length;
  }

  private around(target: number): { sums: Sum[]; numbers: number[] } {
    const numbers = new Set([target]);
    const sums = new Set<number>();
    for (let hop = 0; hop < HOPS; hop += 1) {
      const near = [...numbers].flatMap((at) => this.sumsAt?.[at] ?? []);
      for (const s of near.sort((a, b) => this.sizeOf(a) - this.sizeOf(b))) {
        if (sums.has(s) || numbers.size + this.sizeOf(s) > MOST_NUMBERS) continue;
        sums.add(s);
        const { total, parts } = this.sums[s] ?? { total: target, parts: [] };
        for (const at of [total, ...parts]) numbers.add(at);
      }
    }
    return { sums: [...sums].flatMap((s) => this.sums[s] ?? []), numbers: [...numbers] };
  }

  private sizeOf(s: number): number {
    return 1 + (this.sums[s]?.parts.length ?? 0);
  }
}

function add(groups: Map<Key, { total: string[]; parts: number[] }>, total: string[], part: number): void {
  const group = groups.get(keyOf(total)) ?? { total, parts: [] };
  groups.set(keyOf(total), group);
  group.parts.push(part);
}

function* cellsOf(view: JourneyTableView) {
  const who = whoOf(view);
  for (const { code: row, cells } of view.rows) {
    for (const [c, { code: column }] of view.columns.entries()) {
      const cell = cells[c] ?? { kind: 'suppressed' as const };
      yield { row, column, cell, conditions: [...who, `${view.rowAxis}=${row}`, `${view.columnAxis}=${column}`] };
    }
  }
}
