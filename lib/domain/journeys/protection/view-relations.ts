import { offsetOf } from '@/lib/domain/journeys/shape-cube';
import { type Numbering, positionsIn } from './numbering';
import type { RelationWriter } from './relations';
import type { Contribution, View } from './views';

/** What is known of nodes while relations are written: views are filled in by the first table that gives them. */
export interface Truth {
  readonly truth: Int32Array;
  readonly isKnown: Uint8Array;
  /** Marks counts that readers know to be 0. */
  readonly isNothing: Uint8Array;
  /** The cell that a count of a view is, where it is one alone; else the node itself. */
  readonly sameAs: Int32Array;
}

/** One view in one table of one shape. */
interface Slab {
  /** Node of the view's first key. */
  readonly target: number;
  /** Node of the table's first cell. */
  readonly source: number;
  /** Only cells of this column of so many; null: all cells. */
  readonly only: { readonly column: number; readonly width: number } | null;
}

/** Cells of the table that may hold somebody. */
const membersIn = ({ source, only }: Slab, cells: readonly number[], { isNothing }: Truth): number[] => {
  const members: number[] = [];
  for (const cell of cells) {
    if (only !== null && cell % only.width !== only.column) continue;
    if (isNothing[source + cell] === 0) members.push(source + cell);
  }
  return members;
};

/** Fills in a count of a view. Returns whether it is no sum: nobody, or one cell alone. */
const fillIn = ({ truth, isKnown, isNothing, sameAs }: Truth, node: number, members: readonly number[]): boolean => {
  isKnown[node] = 1;
  truth[node] = members.reduce((sum, cell) => sum + (truth[cell] as number), 0);
  const [first] = members;
  if (first === undefined) isNothing[node] = 1;
  else if (members.length === 1) sameAs[node] = first;
  return members.length < 2;
};

const addSlab = (writer: RelationWriter, known: Truth, given: Contribution, slab: Slab): void => {
  for (const [key, certain] of given.sure.entries()) {
    const possible = given.perhaps[key] ?? [];
    const node = slab.target + key;
    const members = membersIn(slab, certain, known);
    if (known.isKnown[node] === 0) {
      if (possible.length > 0) continue;
      if (fillIn(known, node, members)) continue;
    }
    const whole = known.sameAs[node] as number;
    writer.plus(whole);
    for (const cell of members) writer.minus(cell);
    writer.end(possible.length === 0 ? 'equal' : 'at_least');
    if (possible.length === 0) continue;
    for (const cell of members) writer.plus(cell);
    for (const cell of possible) writer.plus(slab.source + cell);
    writer.minus(whole);
    writer.end('at_least');
  }
};

/** Where a view has counts: by plane and slot. */
type Presence = Uint8Array;

interface ViewInput {
  readonly numbering: Numbering;
  readonly known: Truth;
  readonly view: View;
  readonly first: number;
}

const addContribution = (
  writer: RelationWriter,
  { numbering, known, view, first }: ViewInput,
  given: Contribution,
  present: Presence,
): void => {
  const { cube, columnsAre } = given;
  const { planes, slots } = numbering;
  const start = numbering.cubes.find((one) => one.cube === cube)?.first ?? 0;
  const width = cube.columns.length;
  const add = (plane: number, slot: number, source: number, only: Slab['only']): void => {
    const at = plane * slots.length + slot;
    present[at] = 1;
    addSlab(writer, known, given, { target: first + at * view.keys, source, only });
  };
  const ownSlots = positionsIn(slots, cube.slots);
  const narrowed = columnsAre === null ? [] : cube.columns.map((value) => ({ by: columnsAre, value }));
  const narrowedSlots = positionsIn(slots, narrowed);
  for (const [p, plane] of positionsIn(planes, cube.planes).entries()) {
    for (const [s, slot] of ownSlots.entries()) add(plane, slot, start + offsetOf(cube, p, s), null);
    for (const [column, slot] of narrowedSlots.entries())
      add(plane, slot, start + offsetOf(cube, p, 0), { column, width });
  }
};

const nodeOf = ({ numbering, known, view, first }: ViewInput, plane: number, slot: number, key: number): number =>
  known.sameAs[first + (plane * numbering.slots.length + slot) * view.keys + key] as number;

const addSlotSums = (writer: RelationWriter, input: ViewInput, present: Presence): void => {
  const { planes, slots } = input.numbering;
  for (const by of new Set(slots.flatMap((slot) => (slot.by === null ? [] : [slot.by])))) {
    const values = slots.flatMap((slot, s) => (slot.by === by ? [s] : []));
    for (const plane of planes.keys()) {
      if (!values.some((slot) => present[plane * slots.length + slot])) continue;
      for (let key = 0; key < input.view.keys; key += 1) {
        if (!values.every((slot) => input.known.isKnown[nodeOf(input, plane, slot, key)])) continue;
        writer.plus(nodeOf(input, plane, 0, key));
        for (const slot of values) writer.minus(nodeOf(input, plane, slot, key));
        writer.end('equal');
      }
    }
  }
};

/** All years of a view are at least the sum of a clock's periods, and no less where `isWhole`. */
const addPeriodSums = (writer: RelationWriter, input: ViewInput, present: Presence, isEntryWhole: boolean): void => {
  const { planes, slots } = input.numbering;
  for (const clock of ['entry', 'foundation'] as const) {
    const periods = planes.flatMap((plane, p) => (plane.clock === clock ? [p] : []));
    for (const slot of slots.keys()) {
      if (!periods.some((plane) => present[plane * slots.length + slot])) continue;
      for (let key = 0; key < input.view.keys; key += 1) {
        if (![0, ...periods].every((plane) => input.known.isKnown[nodeOf(input, plane, slot, key)])) continue;
        writer.plus(nodeOf(input, 0, slot, key));
        for (const plane of periods) writer.minus(nodeOf(input, plane, slot, key));
        writer.end(clock === 'entry' && isEntryWhole ? 'equal' : 'at_least');
      }
    }
  }
};

/** Those that tell all of their cells for certain come first, and of them the smaller tables: their cells may be counts of the view. */
const byDetail = (a: Contribution, b: Contribution): number => {
  const doubts = ({ perhaps }: Contribution) => Number(perhaps.some((cells) => cells.length > 0));
  const cells = ({ cube }: Contribution) => offsetOf(cube, 0, 1);
  return doubts(a) - doubts(b) || cells(a) - cells(b);
};

/** What ties the tables of several shapes together. `isEntryWhole`: everybody entered in some period. */
export const addViewRelations = (
  writer: RelationWriter,
  numbering: Numbering,
  known: Truth,
  isEntryWhole: boolean,
): void => {
  for (const { view, first } of numbering.views) {
    const input = { numbering, known, view, first };
    const present = new Uint8Array(numbering.planes.length * numbering.slots.length);
    for (const contribution of view.contributions.toSorted(byDetail))
      addContribution(writer, input, contribution, present);
    addSlotSums(writer, input, present);
    addPeriodSums(writer, input, present, isEntryWhole);
  }
};
