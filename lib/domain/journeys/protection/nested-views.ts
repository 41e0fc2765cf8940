import { offsetOf, type ShapeCube } from '@/lib/domain/journeys/shape-cube';
import { type Numbering, positionsIn } from './numbering';
import type { RelationWriter } from './relations';
import type { Truth } from './view-relations';

/** A count of a view as a set of cells of one shape. */
interface KeyedSet {
  readonly first: number;
  readonly keys: number;
  /** By key; empty where some cells only may belong to it, and for single cells. */
  readonly cells: readonly (readonly number[])[];
  readonly keyOf: Int32Array;
}

const NO_KEY = -1;

const setsIn = ({ views }: Numbering, cube: ShapeCube): KeyedSet[] =>
  views.flatMap(({ view, first }) => {
    const given = view.contributions.find((one) => one.cube === cube);
    if (!given || given.columnsAre !== null) return [];
    const cells = given.sure.map((own, key) => (own.length > 1 && given.perhaps[key]?.length === 0 ? own : []));
    const keyOf = new Int32Array(offsetOf(cube, 0, 1)).fill(NO_KEY);
    cells.forEach((own, key) => {
      for (const cell of own) keyOf[cell] = key;
    });
    return [{ first, keys: view.keys, cells, keyOf }];
  });

/** One count of a view as counts of another view that lie within it, and cells that are left over. */
interface Split {
  readonly whole: KeyedSet;
  readonly key: number;
  readonly parts: KeyedSet;
  readonly partKeys: readonly number[];
  readonly cells: readonly number[];
}

const splitOf = (whole: KeyedSet, key: number, parts: KeyedSet, isFirst: boolean): Split | null => {
  const cells = whole.cells[key] ?? [];
  const found = new Map<number, number>();
  for (const cell of cells) {
    const part = parts.keyOf[cell] ?? NO_KEY;
    if (part !== NO_KEY) found.set(part, (found.get(part) ?? 0) + 1);
  }
  const partKeys = [...found].flatMap(([part, count]) => (count === parts.cells[part]?.length ? [part] : []));
  const isSame = partKeys.length === 1 && parts.cells[partKeys[0] ?? 0]?.length === cells.length;
  if (partKeys.length === 0 || (isSame && !isFirst)) return null;
  const within = new Set(partKeys);
  return { whole, key, parts, partKeys, cells: cells.filter((cell) => !within.has(parts.keyOf[cell] ?? NO_KEY)) };
};

const splitsIn = (sets: readonly KeyedSet[]): Split[] =>
  sets.flatMap((whole, w) =>
    sets.flatMap((parts, p) => {
      if (whole === parts) return [];
      return whole.cells.flatMap((cells, key) => {
        const split = cells.length > 0 ? splitOf(whole, key, parts, w < p) : null;
        return split ? [split] : [];
      });
    }),
  );

/**
 * What follows for views that lie within each other, such as people who went beyond 200 km within people who went elsewhere: told of the
 * two sums, a reader knows their difference. Of views whose true counts are filled in.
 */
export const addNestedRelations = (writer: RelationWriter, numbering: Numbering, { isKnown, sameAs }: Truth): void => {
  const { planes, slots } = numbering;
  for (const { cube, first } of numbering.cubes) {
    const splits = splitsIn(setsIn(numbering, cube));
    const [ownPlanes, ownSlots] = [positionsIn(planes, cube.planes), positionsIn(slots, cube.slots)];
    for (const [p, plane] of ownPlanes.entries()) {
      for (const [s, slot] of ownSlots.entries()) {
        const [at, source] = [plane * slots.length + slot, first + offsetOf(cube, p, s)];
        for (const { whole, key, parts, partKeys, cells } of splits) {
          const node = whole.first + at * whole.keys + key;
          if (isKnown[node] === 0) continue;
          writer.plus(sameAs[node] as number);
          for (const part of partKeys) writer.minus(sameAs[parts.first + at * parts.keys + part] as number);
          for (const cell of cells) writer.minus(source + cell);
          writer.end('equal');
        }
      }
    }
  }
};
