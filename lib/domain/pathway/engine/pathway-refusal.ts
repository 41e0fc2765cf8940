/** Why a scenario can't be run; `message` is for the reader. */
export interface PathwayRefusal {
  readonly kind: 'refused';
  readonly code:
    | 'unknown_region'
    | 'unknown_group'
    | 'unknown_lever'
    | 'duplicate'
    | 'negative_money'
    | 'intensity_out_of_range'
    | 'out_of_range'
    | 'infeasible_capacity'
    | 'contradictory_switches'
    | 'missing'
    | 'too_large';
  readonly message: string;
}

export const refuse = (code: PathwayRefusal['code'], message: string): PathwayRefusal => ({
  kind: 'refused',
  code,
  message,
});

/** The refusal where the condition holds, as a list to be joined. */
export const when = (isWrong: boolean, code: PathwayRefusal['code'], message: string): PathwayRefusal[] =>
  isWrong ? [refuse(code, message)] : [];

export const isShare = (value: number): boolean => value >= 0 && value <= 1;

export const isCount = (value: number): boolean => value >= 0 && Number.isFinite(value);

/** What occurs more than once, each named once. */
export const repeated = (keys: readonly string[]): string[] => [
  ...new Set(keys.filter((key, i) => keys.indexOf(key) !== i)),
];
