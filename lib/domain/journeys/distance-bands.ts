/** Upper ends of the bands in km, each inside its band; beyond the last is a band without an end. First end: Hitchings et al. 2024. */
export const DISTANCE_BANDS_KM: readonly number[] = [50, 100, 200];

/** "0-50", "50-100", "100-200", "200+". */
export const bandLabels = (upperKm: readonly number[]): string[] => [
  ...upperKm.map((upper, i) => `${upperKm[i - 1] ?? 0}-${upper}`),
  `${upperKm.at(-1) ?? 0}+`,
];

/** Index in `bandLabels`. */
export const bandOf = (km: number, upperKm: readonly number[]): number => {
  const band = upperKm.findIndex((upper) => km <= upper);
  return band === -1 ? upperKm.length : band;
};

/** Throws `RangeError` unless the ends are above 0 and rise. */
export const checkBands = (upperKm: readonly number[]): void => {
  if (upperKm.some((upper, i) => !(upper > (upperKm[i - 1] ?? 0)))) throw new RangeError('Distance bands must rise');
};
