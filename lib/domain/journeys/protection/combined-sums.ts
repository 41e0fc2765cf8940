import { aboveOf, belowOf, nodeOf } from './gaps';
import type { Publication } from './publication';
import { makeRelationWriter, type Relations } from './relations';

/** How often each count is in a sum, on the other side less than 0: all of it together is 0. */
type Row = Map<number, number>;

/** With more sums than this, as of some hundred people under a rule that rounds, they are followed one after another only. */
const MOST_SUMS = 20_000;
/** Longer sums hardly ever become short enough again to tell anything. */
const LONGEST = 24;
/** A count that would be in a sum more often is left in the others. */
const MOST_TIMES = 2;
/** With more shown counts, each off by half a step, a sum tells nothing of a small one. */
const MOST_SHOWN = 4;

const addTo = (row: Row, node: number, times: number): void => {
  const sum = (row.get(node) ?? 0) + times;
  if (sum === 0) row.delete(node);
  else row.set(node, sum);
};

const rowsOf = ({ count, starts, members, isAtLeast }: Relations): Row[] => {
  const rows: Row[] = [];
  for (let relation = 0; relation < count; relation += 1) {
    const [from, to] = [starts[relation] as number, starts[relation + 1] as number];
    if (isAtLeast[relation] === 1 || to - from > LONGEST) continue;
    const row: Row = new Map();
    for (const gap of members.subarray(from, to)) addTo(row, nodeOf(gap), gap === aboveOf(nodeOf(gap)) ? 1 : -1);
    if (row.size > 0) rows.push(row);
  }
  return rows;
};

/** Sums, and for each hidden count those that it is in. */
interface System {
  readonly rows: (Row | null)[];
  readonly rowsWith: Map<number, Set<number>>;
  /** Marks sums by which a count was taken out of the others. */
  readonly isUsed: Uint8Array;
}

const systemOf = (rows: readonly Row[], isHidden: (node: number) => boolean): System => {
  const rowsWith = new Map<number, Set<number>>();
  rows.forEach((row, r) => {
    for (const node of row.keys()) if (isHidden(node)) rowsWith.set(node, (rowsWith.get(node) ?? new Set()).add(r));
  });
  return { rows: [...rows], rowsWith, isUsed: new Uint8Array(rows.length) };
};

const replace = ({ rows, rowsWith }: System, r: number, row: Row | null): void => {
  for (const node of rows[r]?.keys() ?? []) rowsWith.get(node)?.delete(r);
  rows[r] = row;
  for (const node of row?.keys() ?? []) rowsWith.get(node)?.add(r);
};

/** A sum without a count that another holds too; null where nothing is left, or too much. */
const without = (node: number, row: Row, other: Row): Row | null => {
  const times = (row.get(node) ?? 0) / (other.get(node) ?? 1);
  if (!Number.isInteger(times)) return null;
  const left = new Map(row);
  for (const [member, own] of other) addTo(left, member, -times * own);
  const isShort = left.size > 0 && left.size <= LONGEST;
  return isShort && [...left.values()].every((one) => Math.abs(one) <= MOST_TIMES) ? left : null;
};

/** The shortest of these sums by which no count was taken out yet; -1 where there is none. */
const shortest = ({ rows, isUsed }: System, among: ReadonlySet<number>): number => {
  let [best, length] = [-1, Number.POSITIVE_INFINITY];
  for (const r of among) {
    const size = rows[r]?.size ?? length;
    if (isUsed[r] === 0 && size < length) [best, length] = [r, size];
  }
  return best;
};

/** Takes a count out of all sums but one. Returns the new ones. */
const takeOut = (system: System, node: number): Row[] => {
  const among = system.rowsWith.get(node) ?? new Set();
  system.rowsWith.delete(node);
  const at = shortest(system, among);
  const by = system.rows[at];
  if (!by) return [];
  system.isUsed[at] = 1;
  const found: Row[] = [];
  for (const r of [...among]) {
    const row = system.rows[r];
    if (!row || r === at) continue;
    const left = without(node, row, by);
    replace(system, r, left);
    if (left) found.push(left);
  }
  return found;
};

/** The count in fewest sums: fewest change where it is taken out. */
const easiest = ({ rowsWith }: System): number | null => {
  let [best, fewest]: [number | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const [node, { size }] of rowsWith) {
    if (size < fewest) [best, fewest] = [node, size];
    if (fewest <= 1) break;
  }
  return best;
};

const keyOf = (row: Row): string => [...row].sort(([a], [b]) => a - b).join(';');

/**
 * Sums of a small cohort that follow from several at once, in which what is withheld falls out, as in the difference of two that hold the
 * same withheld count: withheld counts and those of views are taken out one after another (Gauss and Jordan, shortest sums first). They hold
 * whatever else is withheld. Null where there are none, or the cohort isn't small.
 */
export const combinedSums = ({ network, codes, published }: Publication): Relations | null => {
  const { relations, truth } = network;
  if (relations.count > MOST_SUMS) return null;
  const { widths, far } = published;
  const isHidden = (node: number) => (widths[aboveOf(node)] as number) + (widths[belowOf(node)] as number) >= far;
  const rows = rowsOf(relations);
  const seen = new Set(rows.map(keyOf));
  const system = systemOf(rows, isHidden);
  const writer = makeRelationWriter({ truth, isNothing: new Uint8Array(truth.length), published });
  const write = (row: Row): void => {
    const key = keyOf(row);
    const shown = [...row.keys()].filter((node) => node < codes.length && !isHidden(node)).length;
    if (shown > MOST_SHOWN || seen.has(key)) return;
    seen.add(key);
    for (const [node, times] of row)
      for (let i = 0; i < Math.abs(times); i += 1) (times > 0 ? writer.plus : writer.minus)(node);
    writer.end('equal');
  };
  for (let node = easiest(system); node !== null; node = easiest(system))
    for (const row of takeOut(system, node)) write(row);
  const found = writer.finish();
  return found.count === 0 ? null : found;
};
