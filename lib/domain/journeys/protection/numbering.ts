import type { Clock } from '@/lib/domain/journeys/journey-places';
import type { Characteristic } from '@/lib/domain/journeys/journey-shapes';
import type { ShapeCube } from '@/lib/domain/journeys/shape-cube';
import { characteristicOf, type View } from './views';

/** Numbers for every cell of every table, and after them for every count of every view. */
export interface Numbering {
  readonly cells: number;
  readonly nodes: number;
  readonly cubes: readonly { readonly cube: ShapeCube; readonly first: number }[];
  readonly views: readonly { readonly view: View; readonly first: number }[];
  /** Periods of all clocks after all years; values of all characteristics after everybody. */
  readonly planes: readonly { readonly clock: Clock | null; readonly label: string | null }[];
  readonly slots: readonly { readonly by: Characteristic | null; readonly value: string | null }[];
}

/** The planes, or slots, of all cubes, each once, all years or everybody first. */
const union = <T extends object>(lists: readonly (readonly T[])[]): T[] => {
  const found = new Map(lists.flat().map((one) => [JSON.stringify(Object.values(one)), one]));
  return [...found.values()];
};

const narrowedSlots = (cube: ShapeCube) => {
  const by = characteristicOf(cube);
  return by === null ? [] : cube.columns.map((value) => ({ by, value }));
};

export const numberingOf = (cubes: readonly ShapeCube[], views: readonly View[]): Numbering => {
  const planes = union(cubes.map((cube) => cube.planes));
  const slots = union(cubes.map((cube) => [...cube.slots, ...narrowedSlots(cube)]));
  let next = 0;
  const numbered = <T>(size: number, one: T): T & { first: number } => {
    const first = next;
    next += size;
    return { ...one, first };
  };
  const ofCubes = cubes.map((cube) => numbered(cube.counts.length, { cube }));
  const cells = next;
  const ofViews = views.map((view) => numbered(planes.length * slots.length * view.keys, { view }));
  return { cells, nodes: next, cubes: ofCubes, views: ofViews, planes, slots };
};

/** Where each of a cube's planes, or slots, is among all. */
export const positionsIn = <T extends object>(all: readonly T[], own: readonly T[]): readonly number[] => {
  const keys = all.map((one) => JSON.stringify(Object.values(one)));
  return own.map((one) => keys.indexOf(JSON.stringify(Object.values(one))));
};
