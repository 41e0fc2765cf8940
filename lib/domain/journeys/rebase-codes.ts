import type { RebaseRefusal } from '@/lib/domain/geography/combine-parts';
import { elsewhereInUk, FORMER_AUTHORITIES } from '@/lib/domain/geography/former-authorities';
import { changeDates, type Successor, weightsAddUp } from '@/lib/domain/geography/successor';

/**
 * Why the people of an area stay under its old code. `split`: it went to several areas, and who went to which isn't known
 * (counts could be shared out by residents, people can't); `circular`: its successors lead back to it.
 */
export type CodeRefusal = Extract<RebaseRefusal, 'no_weight' | 'weights_do_not_add'> | 'split' | 'circular';

export interface RebasedCodes {
  /** The area that a code stands for on the day; the code itself where nothing took it over. */
  readonly current: (code: string) => string;
  /** Old codes that no single area took over. */
  readonly refusals: ReadonlyMap<string, CodeRefusal>;
}

const refusalOf = (successors: readonly Successor[]): CodeRefusal | null => {
  if (successors.some(({ weight }) => weight === null)) return 'no_weight';
  if (!weightsAddUp(successors)) return 'weights_do_not_add';
  return successors.length > 1 ? 'split' : null;
};

/**
 * Codes on the areas of a later day, for people rather than figures: `rebaseSeries` may share a figure out, but a person lives
 * in one place. Mergers and renamings up to and including `on` are followed, one after another; a code that was split, at any
 * step, is left where it is known for certain and reported.
 */
export const rebaseCodes = (successors: readonly Successor[], on: string): RebasedCodes => {
  const next = new Map<string, string>();
  const refusals = new Map<string, CodeRefusal>();
  for (const date of changeDates(successors, on)) {
    const ofDay = successors.filter(({ onDate }) => onDate === date);
    for (const fromCode of new Set(ofDay.map((one) => one.fromCode))) {
      const own = ofDay.filter((one) => one.fromCode === fromCode);
      const refusal = refusalOf(own);
      if (refusal) refusals.set(fromCode, refusal);
      else next.set(fromCode, own[0]?.toCode ?? fromCode);
    }
  }
  const current = (code: string): string => {
    const passed = new Set<string>();
    let at = code;
    while (next.has(at) && !passed.has(at)) {
      passed.add(at);
      at = next.get(at) ?? at;
    }
    return passed.has(at) ? code : at;
  };
  for (const code of next.keys()) if (current(code) === code) refusals.set(code, 'circular');
  return { current, refusals };
};

/**
 * The same for homes as they are given: authorities that were merged before the lists of areas begin are followed too, and those of
 * Wales, Scotland and Northern Ireland stand for their country. `successors` that say something else of an authority come first.
 */
export const rebaseHomes = (successors: readonly Successor[], on: string): RebasedCodes => {
  const known = new Set(successors.map(({ fromCode }) => fromCode));
  const former = FORMER_AUTHORITIES.filter(({ fromCode }) => !known.has(fromCode));
  const { current, refusals } = rebaseCodes([...successors, ...former], on);
  return { current: (code) => elsewhereInUk(code) ?? current(code), refusals };
};
