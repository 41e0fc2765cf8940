import type { FeatureCollection, Geometry, MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import type { Objects, Topology } from 'topojson-specification';
import type { BoundarySource, Rings } from './boundaries';

/** What an SVG map of England draws without strain. */
export const VERTEX_BUDGET = 4_000;
/** About 10 m: points closer than that are one. */
const QUANTISATION = 1e5;
const DIGITS = 4;
const HALVINGS = 18;

/** Twice the signed area of a ring in degrees: positive where it runs anticlockwise. */
const signedArea = (ring: readonly (readonly number[])[]): number =>
  ring.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);

const rounded = (ring: readonly (readonly number[])[]): number[][] => {
  const points = ring.map((point) => point.map((value) => Number(value.toFixed(DIGITS))));
  return points.filter(([x, y], index) => index === 0 || x !== points[index - 1]?.[0] || y !== points[index - 1]?.[1]);
};

/** Outer rings clockwise, holes anticlockwise: what spherical projections of d3 draw. */
const wound = (ring: number[][], isOuter: boolean): number[][] =>
  signedArea(ring) > 0 === isOuter ? [...ring].reverse() : ring;

const isDrawable = (ring: readonly (readonly number[])[]): boolean => ring.length >= 4 && signedArea(ring) !== 0;

/** Rings that shrank to a line go; the largest polygon of an area always stays. */
const tidy = (polygons: Rings): Rings =>
  polygons.flatMap((polygon) => {
    const [outer = [], ...holes] = polygon.map(rounded);
    if (!isDrawable(outer)) return [];
    return [[wound(outer, true), ...holes.filter(isDrawable).map((hole) => wound(hole, false))]];
  });

const verticesOf = (polygons: Rings): number =>
  polygons.reduce((sum, rings) => sum + rings.reduce((all, ring) => all + ring.length, 0), 0);

export interface SimplifiedBoundary {
  readonly code: string;
  readonly name: string;
  readonly polygons: Rings;
}

const toCollection = (areas: readonly BoundarySource[]): FeatureCollection<MultiPolygon, { index: number }> => ({
  type: 'FeatureCollection',
  features: areas.map(({ polygons }, index) => ({
    type: 'Feature',
    properties: { index },
    geometry: { type: 'MultiPolygon', coordinates: polygons },
  })),
});

const polygonsIn = (geometry: Geometry | null | undefined): Rings => {
  if (geometry?.type === 'MultiPolygon') return tidy(geometry.coordinates);
  return geometry?.type === 'Polygon' ? tidy([geometry.coordinates]) : [];
};

type WithProperties = Topology<Objects<object>>;

/** Every area above has properties; the types of the library allow for none. */
const hasProperties = (made: Topology): made is WithProperties => made.objects.areas?.type === 'GeometryCollection';

/**
 * Simplifies the borders as areas share them, so that no gap opens between neighbours. The function takes the share of
 * points to keep, 0 to 1, those that matter most for the shape.
 */
const createSimplifier = (areas: readonly BoundarySource[]): ((share: number) => readonly SimplifiedBoundary[]) => {
  const made = topology({ areas: toCollection(areas) }, QUANTISATION);
  if (!hasProperties(made)) throw new Error('A collection of areas gave no collection of shapes.');
  const weighted = presimplify(made);
  return (share) => {
    const simple = simplify(weighted, quantile(weighted, share));
    const object = simple.objects.areas;
    const collection = object ? feature(simple, object) : null;
    const features = collection?.type === 'FeatureCollection' ? collection.features : [];
    return areas.map(({ code, name }, index) => ({ code, name, polygons: polygonsIn(features[index]?.geometry) }));
  };
};

const total = (areas: readonly SimplifiedBoundary[]): number =>
  areas.reduce((sum, { polygons }) => sum + verticesOf(polygons), 0);

/** An area that shrank to nothing keeps its largest polygon as it was: none may be missing from the map. */
const largestOf = (polygons: Rings): Rings => {
  const bySize = [...polygons].sort((a, b) => Math.abs(signedArea(b[0] ?? [])) - Math.abs(signedArea(a[0] ?? [])));
  return bySize.slice(0, 1);
};

/**
 * Boundaries within a number of vertices, for the map; files within it keep every point. Outer rings are wound clockwise.
 * The least simplification that fits is found by halving.
 */
export const simplifyBoundaries = (
  areas: readonly BoundarySource[],
  budget: number = VERTEX_BUDGET,
): readonly SimplifiedBoundary[] => {
  const whole = areas.map(({ code, name, polygons }) => ({ code, name, polygons: tidy(polygons) }));
  if (total(whole) <= budget) return whole;
  const simplified = createSimplifier(areas);
  const at = (share: number): readonly SimplifiedBoundary[] =>
    simplified(share).map((area, index) =>
      area.polygons.length > 0 ? area : { ...area, polygons: largestOf(whole[index]?.polygons ?? []) },
    );
  let [low, high] = [0, 1];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    if (total(at(middle)) <= budget) low = middle;
    else high = middle;
  }
  return at(low);
};
