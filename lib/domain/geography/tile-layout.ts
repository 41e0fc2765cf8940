import { assignLeastCost } from './assignment';
import { type Place, type Point, projectPlaces } from './projection';

export type TilePlace = Place & { code: string };
/** Row 0 is the north, column 0 the west. */
export type Tile = { code: string; row: number; column: number };
export type TileLayout = { tiles: Tile[]; rows: number; columns: number };

/** Cells to an area: with none to spare, areas at the edge are pushed far from their place. */
const CELLS = { few: 1.9, many: 1.45, fewest: 12 };
/** Tiles are wider than high: a grid of the country's proportions needs more columns. */
const WIDEN = 1.3;
/** Share of rank in the position: rank alone loses the shape, place alone piles London up. */
const RANK_SHARE = 0.5;

/**
 * One tile to an area, on a grid, at the least total squared distance from the areas' places.
 * Deterministic: areas are taken in the order of their codes, so the order of the input and of
 * equal places doesn't matter.
 */
export function layOutTiles(places: readonly TilePlace[]): TileLayout {
  const sorted = places.toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  if (sorted.length === 0) return { tiles: [], rows: 0, columns: 0 };
  const points = projectPlaces(sorted);
  const grid = gridFor(points);
  const across = spread(points.map(({ x }) => x)).map((share) => share * (grid.columns - 1));
  const down = spread(points.map(({ y }) => y)).map((share) => share * (grid.rows - 1));
  const cells = Array.from({ length: grid.rows * grid.columns }, (_, cell) => ({
    row: Math.floor(cell / grid.columns),
    column: cell % grid.columns,
  }));
  const costs = sorted.map((_, area) =>
    cells.map(({ row, column }) => (row - (down[area] ?? 0)) ** 2 + (column - (across[area] ?? 0)) ** 2),
  );
  const chosen = assignLeastCost(costs);
  const tiles = sorted.map(({ code }, area) => ({ code, ...(cells[chosen[area] ?? 0] ?? { row: 0, column: 0 }) }));
  return trim(tiles);
}

/** A grid with the extent's proportions. */
function gridFor(points: readonly Point[]): { rows: number; columns: number } {
  const extent = (values: number[]) => Math.max(...values) - Math.min(...values);
  const wide = Math.max(extent(points.map(({ x }) => x)), 0.1);
  const high = Math.max(extent(points.map(({ y }) => y)), 0.1);
  const ratio = Math.min(Math.max((WIDEN * wide) / high, 0.5), 2);
  const cells = points.length * (points.length <= CELLS.fewest ? CELLS.few : CELLS.many);
  const columns = Math.max(1, Math.round(Math.sqrt(cells * ratio)));
  return { columns, rows: Math.max(1, Math.ceil(cells / columns)) };
}

/** Shares from 0 to 1: half by place, half by rank, so that crowded places get room. */
function spread(values: readonly number[]): number[] {
  const low = Math.min(...values);
  const extent = Math.max(...values) - low;
  const order = values.toSorted((a, b) => a - b);
  return values.map((value) => {
    const rank = order.length > 1 ? (order.indexOf(value) + order.lastIndexOf(value)) / 2 / (order.length - 1) : 0.5;
    const place = extent > 0 ? (value - low) / extent : 0.5;
    return RANK_SHARE * rank + (1 - RANK_SHARE) * place;
  });
}

function trim(tiles: readonly Tile[]): TileLayout {
  const top = Math.min(...tiles.map(({ row }) => row));
  const left = Math.min(...tiles.map(({ column }) => column));
  const moved = tiles.map(({ code, row, column }) => ({ code, row: row - top, column: column - left }));
  return {
    tiles: moved,
    rows: Math.max(...moved.map(({ row }) => row)) + 1,
    columns: Math.max(...moved.map(({ column }) => column)) + 1,
  };
}
