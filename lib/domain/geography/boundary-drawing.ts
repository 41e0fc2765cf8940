import { type LabelSpot, labelSpot, type Polygons, pathOf, type Ring } from './boundary-path';
import type { Place, Point } from './projection';

export type Boundary = { code: string; name: string; polygons: Polygons };
export type BoundaryShape = {
  code: string;
  name: string;
  /** SVG path in the drawing's units. */
  path: string;
  /** Where its own name has most room. */
  spot: LabelSpot | null;
  /** The same area in the inset; null where it isn't in there. */
  inset: { path: string; spot: LabelSpot | null } | null;
};
export type Frame = { x: number; y: number; width: number; height: number };
export type BoundaryDrawing = {
  width: number;
  height: number;
  shapes: BoundaryShape[];
  /** Frame of the enlarged part; null where no area lies within it. */
  inset: Frame | null;
  /** Where places lie in the drawing, in the order given. */
  places: Point[];
};

/** Across England, before the inset makes the drawing wider. */
const LAND_WIDTH = 1000;
const MARGIN = 6;
/** Between the coast and the inset. */
const GAP = 12;
/** Times as large. */
export const INSET_SCALE = 4;
/** Greater London. Its areas are drawn again, larger, in the empty sea of the north-east. */
const LONDON = { west: -0.52, east: 0.345, south: 51.28, north: 51.7 };

/** GSS codes of London boroughs; districts around them would lie in the frame like islands. */
const BOROUGH = /^E09/;

const RADIANS = Math.PI / 180;
const isInLondon = ([longitude = 0, latitude = 0]: readonly number[]): boolean =>
  longitude >= LONDON.west && longitude <= LONDON.east && latitude >= LONDON.south && latitude <= LONDON.north;

type Project = (position: readonly number[]) => Point;

/** Equirectangular about the middle latitude: over England shapes are off by under 5 %. */
function projectionOf(positions: readonly (readonly number[])[]) {
  const extent = positions.reduce(
    (box: { west: number; east: number; south: number; north: number }, [longitude = 0, latitude = 0]) => ({
      west: Math.min(box.west, longitude),
      east: Math.max(box.east, longitude),
      south: Math.min(box.south, latitude),
      north: Math.max(box.north, latitude),
    }),
    { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity },
  );
  const shrink = Math.cos(((extent.south + extent.north) / 2) * RADIANS);
  const scale = LAND_WIDTH / ((extent.east - extent.west) * shrink);
  const project: Project = ([longitude = 0, latitude = 0]) => ({
    x: MARGIN + (longitude - extent.west) * shrink * scale,
    y: MARGIN + (extent.north - latitude) * scale,
  });
  return { project, height: Math.ceil((extent.north - extent.south) * scale) + 2 * MARGIN };
}

/** The last point of a ring is its first again. */
const ringsOf = (polygons: Polygons, project: Project): Ring[] =>
  polygons.flatMap((rings) => rings.map((ring) => ring.slice(0, -1).map(project)));

/** London’s frame at the upper right, east of every coast beside it, and how to draw into it. */
function insetOf(project: Project, coast: readonly Point[]): { frame: Frame; enlarge: Project; width: number } {
  const corner = project([LONDON.west, LONDON.north]);
  const opposite = project([LONDON.east, LONDON.south]);
  const width = Math.round((opposite.x - corner.x) * INSET_SCALE);
  const height = Math.round((opposite.y - corner.y) * INSET_SCALE);
  const beside = coast.filter(({ y }) => y < MARGIN + height + GAP).map(({ x }) => x);
  const left = Math.ceil(beside.reduce((most, x) => Math.max(most, x), 0)) + GAP;
  const frame = { x: left, y: MARGIN, width, height };
  const enlarge: Project = (position) => {
    const { x, y } = project(position);
    return { x: frame.x + (x - corner.x) * INSET_SCALE, y: frame.y + (y - corner.y) * INSET_SCALE };
  };
  return { frame, enlarge, width: Math.max(left + width, LAND_WIDTH + MARGIN) + MARGIN };
}

function londonOf(boundaries: readonly Boundary[]): Boundary[] {
  const within = boundaries.filter(({ polygons }) => polygons.flat(2).every(isInLondon));
  const boroughs = within.filter(({ code }) => BOROUGH.test(code));
  return boroughs.length > 0 ? boroughs : within;
}

/**
 * Boundaries as short SVG paths: England fitted to its width, and London’s areas once more, four times as large.
 */
export function drawBoundaries(boundaries: readonly Boundary[], places: readonly Place[] = []): BoundaryDrawing {
  const positions = boundaries.flatMap(({ polygons }) => polygons.flat(2));
  if (positions.length === 0) return { width: 0, height: 0, shapes: [], inset: null, places: [] };
  const { project, height } = projectionOf(positions);
  const london = insetOf(project, positions.map(project));
  const inLondon = new Set(londonOf(boundaries).map(({ code }) => code));
  return {
    width: inLondon.size > 0 ? london.width : LAND_WIDTH + 2 * MARGIN,
    height,
    inset: inLondon.size > 0 ? london.frame : null,
    places: places.map(({ latitude, longitude }) => project([longitude, latitude])),
    shapes: boundaries.map(({ code, name, polygons }) => {
      const rings = ringsOf(polygons, project);
      const larger = inLondon.has(code) ? ringsOf(polygons, london.enlarge) : null;
      return {
        code,
        name,
        path: pathOf(rings),
        spot: labelSpot(rings),
        inset: larger && { path: pathOf(larger), spot: labelSpot(larger) },
      };
    }),
  };
}
