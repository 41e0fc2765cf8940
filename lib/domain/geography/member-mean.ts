import type { Part } from './successor';

/** How far the residents of the members may be from those of the whole: members are joined by best fit. */
const FITS_WITHIN = 0.01;

interface Members {
  readonly members: readonly Part[];
  readonly values: ReadonlyMap<string, number>;
  readonly residents: ReadonlyMap<string, number>;
  /** Residents of the whole, to see that the members are all of it. */
  readonly wholeResidents: number;
}

/**
 * The mean of a rate about residents over the smaller areas that make up a larger one, weighted by residents: exact where
 * they do so without rest. Null where one has no value or no residents, or where together they aren't the whole to 1 %.
 */
export const memberMean = ({ members, values, residents, wholeResidents }: Members): number | null => {
  let [people, total] = [0, 0];
  for (const { areaCode, weight } of members) {
    const [value, own] = [values.get(areaCode), residents.get(areaCode)];
    if (value === undefined || own === undefined || weight === null) return null;
    people += weight * own;
    total += weight * own * value;
  }
  const fits = people > 0 && Math.abs(people - wholeResidents) <= FITS_WITHIN * wholeResidents;
  return fits ? total / people : null;
};
