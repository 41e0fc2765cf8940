import { EXACT, type Tolerance, type ToleranceAt } from './compare';
import type { OracleCase } from './oracle-set';

/** Tolerances may depend on the case: on who published it, or on the width of an expected interval. */
export type ToleranceOf = (oracleCase: OracleCase) => ToleranceAt;

export const relative = (share: number): Tolerance => ({ relative: share, absolute: 0 });
export const absolute = (distance: number): Tolerance => ({ relative: 0, absolute: distance });

/** One tolerance for all numbers, except those under the keys of `except` (the first part of the path). */
export const within =
  (tolerance: Tolerance | typeof EXACT, except: Readonly<Record<string, Tolerance | typeof EXACT>> = {}): ToleranceOf =>
  () =>
  (path) =>
    except[path.split('.')[0] ?? ''] ?? tolerance;

export const exactly = (...keys: readonly string[]): Record<string, typeof EXACT> =>
  Object.fromEntries(keys.map((key) => [key, EXACT]));

const numberAt = (record: Readonly<Record<string, unknown>>, key: string): number => {
  const value = record[key];
  return typeof value === 'number' ? value : Number.NaN;
};

/** Simulated limits (`mc_…`) pass within 2 % of the width of their interval; the rest within 1e-8. */
export const withinSimulation: ToleranceOf = (oracleCase) => (path) => {
  if (!path.startsWith('mc_')) return relative(1e-8);
  const lower = numberAt(oracleCase.expected, path.replace('_upper', '_lower'));
  const upper = numberAt(oracleCase.expected, path.replace('_lower', '_upper'));
  return absolute(0.02 * (upper - lower));
};

/** The reference's bisection is off by up to 4.7e-5 at one event; the x-axis is exact. */
export const withinBisection: ToleranceOf = (oracleCase) => (path) => {
  const [column, row] = path.split('.');
  if (column === 'Population' || column === 'Events') return EXACT;
  const events = oracleCase.expected.Events;
  const isOneEvent = Array.isArray(events) && events[Number(row)] === 1;
  return { relative: isOneEvent ? 1e-4 : 1e-5, absolute: 1e-5 };
};

/** Published differences carry four decimals. */
export const withinPublication: ToleranceOf = (oracleCase) => () =>
  oracleCase.origin === 'published' ? absolute(5e-5) : relative(1e-10);
