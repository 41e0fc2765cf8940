/** How far a number may be off. Without it a number must be equal. */
export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

export const EXACT = 'exact';

/** Tolerance at a place in the expected answer, such as `units.3.lower95`. */
export type ToleranceAt = (path: string) => Tolerance | typeof EXACT;

export interface Mismatch {
  readonly path: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** For values that are 0 or near it. */
const FLOOR = 1e-12;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isNear = (got: number, want: number, tolerance: Tolerance | typeof EXACT): boolean => {
  if (tolerance === EXACT) return got === want;
  return Math.abs(got - want) <= Math.max(tolerance.relative * Math.abs(want), tolerance.absolute, FLOOR);
};

const below = (path: string, key: string | number): string => (path === '' ? `${key}` : `${path}.${key}`);

/**
 * Every place where an answer misses the expected one. Numbers pass within the tolerance; null matches null alone; text,
 * booleans and lengths are exact; keys that are not expected are not looked at.
 */
export const compare = (got: unknown, want: unknown, toleranceAt: ToleranceAt, path = ''): readonly Mismatch[] => {
  const mismatch = [{ path, expected: want, got }];
  if (typeof want === 'number') {
    return typeof got === 'number' && isNear(got, want, toleranceAt(path)) ? [] : mismatch;
  }
  if (Array.isArray(want)) {
    if (!Array.isArray(got) || got.length !== want.length) return mismatch;
    return want.flatMap((item, i) => compare(got[i], item, toleranceAt, below(path, i)));
  }
  if (isRecord(want)) {
    if (!isRecord(got)) return mismatch;
    return Object.entries(want).flatMap(([key, item]) => compare(got[key], item, toleranceAt, below(path, key)));
  }
  return got === want ? [] : mismatch;
};
