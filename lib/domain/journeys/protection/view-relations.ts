import { offsetOf } from '@/lib/domain/journeys/shape-cube';
import { type Numbering, positionsIn } from './numbering';
import type { RelationWriter } from './relations';
import type { Contribution, View } from './views';

/** What is known of nodes while relations are written: the true counts of views are filled in by the first table that gives them. */
export interface Truth {
  readonly truth: Int32Array;
  readonly isKnown: Uint8Array;
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

const isMember = ({ only }: Slab, cell: number): boolean => only === null || cell % only.width === only.column;

const addSlab = (writer: RelationWriter, { truth, isKnown }: Truth, given: Contribution, slab: Slab): void => {
  const { target, source } = slab;
  for (const [key, certain] of given.sure.entries()) {
    const possible = given.perhaps[key] ?? [];
    const node = target + key;
    const members = certain.filter((cell) => isMember(slab, cell));
    if (!isKnown[node]) {
      if (possible.length > 0) continue;
      isKnown[node] = 1;
      truth[node] = members.reduce((sum, cell) => sum + (truth[source + cell] ?? 0), 0);
    }
    writer.plus(node);
    for (const cell of members) writer.minus(source + cell);
    writer.end(possible.length === 0 ? 'equal' : 'at_least');
    if (possible.length === 0) continue;
    for (const cell of members) writer.plus(source + cell);
    for (const cell of possible) writer.plus(source + cell);
    writer.minus(node);
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

const nodeOf = ({ numbering, view, first }: ViewInput, plane: number, slot: number, key: number): number =>
  first + (plane * numbering.slots.length + slot) * view.keys + key;

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
    const isSure = ({ perhaps }: Contribution) => perhaps.every((cells) => cells.length === 0);
    const sureFirst = view.contributions.toSorted((a, b) => Number(isSure(b)) - Number(isSure(a)));
    for (const contribution of sureFirst) addContribution(writer, input, contribution, present);
    addSlotSums(writer, input, present);
    addPeriodSums(writer, input, present, isEntryWhole);
  }
};
