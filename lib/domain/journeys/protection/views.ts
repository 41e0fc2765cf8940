import { CHARACTERISTICS, type Characteristic } from '@/lib/domain/journeys/journey-shapes';
import type { ShapeCube } from '@/lib/domain/journeys/shape-cube';
import { type Facet, type FacetContext, type FacetId, facetsOf, jointFacets } from './facets';

/** How the cells of one table of a shape make up a view: for each key the cells that belong to it, and those that may. */
export interface Contribution {
  readonly cube: ShapeCube;
  /** Which of the characteristics its columns are; null: its slots are what it is narrowed by. */
  readonly columnsAre: Characteristic | null;
  /** By key; for columns that are a characteristic, by column and key. */
  readonly sure: readonly (readonly number[])[];
  readonly perhaps: readonly (readonly number[])[];
}

/** Counts that several shapes have in common, such as people by school, or by school and capital relation. Never published as such. */
export interface View {
  readonly id: string;
  readonly keys: number;
  readonly contributions: readonly Contribution[];
}

const ROW = 1;
const COLUMN = 2;
interface SidedFacet extends Facet {
  /** Which side of the table tells it. */
  readonly side: number;
}

export const characteristicOf = ({ shape }: ShapeCube): Characteristic | null =>
  CHARACTERISTICS.find((one) => one === shape.columns) ?? null;

const facetsOfCell = (
  context: FacetContext,
  { shape }: ShapeCube,
  row: string,
  column: string | null,
): SidedFacet[] => {
  const sided: SidedFacet[] = facetsOf(context, shape.rows, row).map((facet) => ({ ...facet, side: ROW }));
  if (column === null) return sided;
  const found = new Set(sided.map(({ id }) => id));
  for (const facet of facetsOf(context, shape.columns, column)) {
    if (!found.has(facet.id)) sided.push({ ...facet, side: COLUMN });
  }
  const told = new Map(sided.map((facet) => [facet.id, facet]));
  const labelOf = (axis: FacetId): string | null => told.get(axis)?.labels[0] ?? null;
  for (const facet of jointFacets(context, labelOf)) {
    if (!told.has(facet.id)) sided.push({ ...facet, side: ROW + COLUMN });
  }
  return sided;
};

/** What a view is of, with its labels for one cell. */
interface Mention {
  readonly view: string;
  readonly labels: readonly string[];
}

const mentionsOf = (facets: readonly SidedFacet[]): Mention[] => {
  const mentions: Mention[] = [{ view: '', labels: [''] }];
  facets.forEach((one, i) => {
    mentions.push({ view: one.id, labels: one.labels });
    for (const other of facets.slice(i + 1)) {
      if (one.side === other.side) continue;
      const [first, second] = one.id < other.id ? [one, other] : [other, one];
      const labels = first.labels.flatMap((a) => second.labels.map((b) => `${a}|${b}`));
      mentions.push({ view: `${first.id}|${second.id}`, labels });
    }
  });
  return mentions;
};

/** A view while it is put together. */
interface Draft {
  readonly id: string;
  readonly keys: Map<string, number>;
  readonly parts: Map<string, { cube: ShapeCube; sure: number[][]; perhaps: number[][] }>;
}

const draftOf = (drafts: Map<string, Draft>, id: string): Draft => {
  const draft = drafts.get(id) ?? { id, keys: new Map(), parts: new Map() };
  drafts.set(id, draft);
  return draft;
};

const place = (draft: Draft, cube: ShapeCube, cell: number, labels: readonly string[]): void => {
  const part = draft.parts.get(cube.shape.id) ?? { cube, sure: [], perhaps: [] };
  draft.parts.set(cube.shape.id, part);
  const lists = labels.length === 1 ? part.sure : part.perhaps;
  for (const label of labels) {
    const key = draft.keys.get(label) ?? draft.keys.size;
    draft.keys.set(label, key);
    const list = lists[key] ?? [];
    lists[key] = list;
    list.push(cell);
  }
};

const addShape = (drafts: Map<string, Draft>, context: FacetContext, cube: ShapeCube): void => {
  const isNarrowing = characteristicOf(cube) !== null;
  const width = cube.columns.length;
  cube.rows.forEach((row, r) => {
    cube.columns.forEach((column, c) => {
      const facets = facetsOfCell(context, cube, row, isNarrowing ? null : column);
      for (const { view, labels } of mentionsOf(facets)) {
        place(draftOf(drafts, `${cube.shape.fromStage} ${view}`), cube, r * width + c, labels);
      }
    });
  });
};

const filled = (lists: readonly (readonly number[])[], keys: number): readonly (readonly number[])[] =>
  Array.from({ length: keys }, (_, key) => lists[key] ?? []);

/** Every view that at least two shapes share. Work on labels alone: a few thousand cells, whatever the cohort. */
export const viewsOf = (cubes: readonly ShapeCube[], context: FacetContext): View[] => {
  const drafts = new Map<string, Draft>();
  for (const cube of cubes) addShape(drafts, context, cube);
  return [...drafts.values()]
    .filter(({ parts }) => parts.size > 1)
    .map(({ id, keys, parts }) => ({
      id,
      keys: keys.size,
      contributions: [...parts.values()].map(({ cube, sure, perhaps }) => ({
        cube,
        columnsAre: characteristicOf(cube),
        sure: filled(sure, keys.size),
        perhaps: filled(perhaps, keys.size),
      })),
    }));
};
