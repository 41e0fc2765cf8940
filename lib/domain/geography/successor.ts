import { z } from 'zod';

/**
 * What took over an area, or part of it. `weight` is the share (0 to 1] of the area that went to the successor, measured in
 * residents; null where it isn't known. `basis` says in words how it is known, to be printed beside what rests on it.
 */
export const Successor = z.strictObject({
  fromCode: z.string(),
  toCode: z.string(),
  onDate: z.iso.date(),
  weight: z.number().gt(0).max(1).nullable(),
  basis: z.string().nullable(),
});
export type Successor = z.infer<typeof Successor>;

/** An area's share that goes into another one. */
export interface Part {
  readonly areaCode: string;
  /** 0 to 1; null where it isn't known. */
  readonly weight: number | null;
}

const ROUNDING = 1e-9;

/** The shares of one area that went elsewhere add up to all of it: then totals are conserved. */
export const weightsAddUp = (successors: readonly Successor[]): boolean =>
  successors.every(({ weight }) => weight !== null) &&
  Math.abs(successors.reduce((sum, { weight }) => sum + (weight ?? 0), 0) - 1) <= ROUNDING;

/** Dates of change up to and including `on`, oldest first. */
export const changeDates = (successors: readonly Successor[], on: string): string[] =>
  [...new Set(successors.map(({ onDate }) => onDate).filter((date) => date <= on))].sort();
