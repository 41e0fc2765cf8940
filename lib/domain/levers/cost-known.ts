interface Costed {
  readonly costPerPlacePerYearGbp: number | null;
}

/** Whether the cost of a package is known: of all its levers, of some of them, or of none. */
export const costKnown = (levers: readonly Costed[]): 'whole' | 'part' | 'none' => {
  const known = levers.filter(({ costPerPlacePerYearGbp }) => costPerPlacePerYearGbp !== null).length;
  if (known === levers.length) return 'whole';
  return known > 0 ? 'part' : 'none';
};
