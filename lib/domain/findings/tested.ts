import type { Sourced } from './evidence-input';
import type { FindingPart, Underlying } from './finding';
import { together } from './part';

/** What came of the test of one claim. */
export interface Tested {
  readonly data: string;
  readonly periodEnd: string | null;
  readonly parts: readonly FindingPart[];
  readonly underlying: Underlying;
}

/** Runs a test on data that may not be loaded. */
export const testedOf = <T>(
  source: Sourced<T>,
  partsOf: (loaded: NonNullable<Sourced<T>>) => readonly FindingPart[],
  decide: (parts: readonly FindingPart[]) => Underlying = together,
): Tested => {
  if (source === null) return { data: '', periodEnd: null, parts: [], underlying: 'not_loaded' };
  const parts = partsOf(source);
  return { data: source.data, periodEnd: source.periodEnd ?? null, parts, underlying: decide(parts) };
};
