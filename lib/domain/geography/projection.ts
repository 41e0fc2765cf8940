export type Place = { latitude: number; longitude: number };
export type Point = { x: number; y: number };

const RADIANS = Math.PI / 180;

/**
 * Equirectangular projection about the middle latitude: x grows eastwards, y southwards, in degrees
 * of latitude. Over England's extent shapes are off by under 5 %, which a map of tiles or bubbles
 * can't show.
 */
export function projectPlaces(places: readonly Place[]): Point[] {
  if (places.length === 0) return [];
  const latitudes = places.map(({ latitude }) => latitude);
  const middle = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  const shrink = Math.cos(middle * RADIANS);
  return places.map(({ latitude, longitude }) => ({ x: longitude * shrink, y: -latitude }));
}

/** Points moved and scaled, the same in both directions, into a box with a margin. */
export function fitPoints(points: readonly Point[], box: { width: number; height: number; margin: number }): Point[] {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const wide = Math.max(...xs) - left;
  const high = Math.max(...ys) - top;
  const inner = { width: box.width - 2 * box.margin, height: box.height - 2 * box.margin };
  const scale = Math.min(wide > 0 ? inner.width / wide : Infinity, high > 0 ? inner.height / high : Infinity);
  const factor = Number.isFinite(scale) ? scale : 0;
  return points.map(({ x, y }) => ({
    x: box.margin + (inner.width - wide * factor) / 2 + (x - left) * factor,
    y: box.margin + (inner.height - high * factor) / 2 + (y - top) * factor,
  }));
}
