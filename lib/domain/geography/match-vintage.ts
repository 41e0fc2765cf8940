import type { AreaVintage, Validity } from './validity';

interface CodedArea extends Validity {
  readonly code: string;
}

/**
 * `matched`: one vintage has every code. `ambiguous`: several have (the codes touch no change). `mixed`: every code is
 * known, but not at one time. `unknown_codes`: codes that no vintage has.
 */
export type VintageMatch<A extends CodedArea> =
  | { readonly kind: 'matched'; readonly vintage: AreaVintage<A>; readonly missing: readonly string[] }
  | { readonly kind: 'ambiguous'; readonly vintages: readonly AreaVintage<A>[] }
  | { readonly kind: 'refused'; readonly reason: 'mixed' | 'unknown_codes'; readonly codes: readonly string[] };

/** The vintage of areas that a file's codes belong to, and which areas of it the file lacks. */
export const matchVintage = <A extends CodedArea>(
  codes: readonly string[],
  vintages: readonly AreaVintage<A>[],
): VintageMatch<A> => {
  const known = new Set(vintages.flatMap(({ areas }) => areas.map(({ code }) => code)));
  const given = new Set(codes);
  const strangers = [...given].filter((code) => !known.has(code));
  if (strangers.length > 0) return { kind: 'refused', reason: 'unknown_codes', codes: strangers };
  const fitting = vintages.filter(({ areas }) => {
    const has = new Set(areas.map(({ code }) => code));
    return [...given].every((code) => has.has(code));
  });
  const [only] = fitting;
  if (!only) return { kind: 'refused', reason: 'mixed', codes: [...given] };
  if (fitting.length > 1) return { kind: 'ambiguous', vintages: fitting };
  return { kind: 'matched', vintage: only, missing: only.areas.map(({ code }) => code).filter((c) => !given.has(c)) };
};
