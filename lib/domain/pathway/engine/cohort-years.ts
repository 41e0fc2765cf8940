import type { PartYear } from './cohort-exits';
import { KIND_PHASES, ltftAfter } from './cohorts';

/** Those who have completed the first years of the part move on to the later rates. */
export const turnPhase = ({ compiled, part, cohorts, openingTotals, year }: PartYear): void => {
  const { earlyYears } = compiled.input.rates;
  const { regions } = compiled.grid;
  const entered = year - earlyYears;
  // At the start everybody is put where they belong.
  if (earlyYears === 0 || (year === 0 && entered < 0)) return;
  const width = 2 * regions;
  const opening = entered < 0 ? openingTotals[-entered - 1] : null;
  if (entered < 0 && !opening) return;
  const source = opening ?? cohorts.entrants;
  const at = entered < 0 ? 0 : entered * width;
  const since = at;
  const stride = (compiled.years + 1) * width;
  const openingLtft = entered < 0 ? ltftAfter(part, -entered) : 0;
  for (let cell = 0; cell < width; cell += 1) {
    const people = source[at + cell] ?? 0;
    const ltft = entered < 0 ? openingLtft : (cohorts.ltftShare[at + cell] ?? 0);
    for (let kind = 0; kind < 2; kind += 1) {
      const block = 2 * kind * stride;
      const survived =
        (cohorts.product[block + year * width + cell] ?? 1) / (cohorts.product[block + since + cell] ?? 1);
      const heads = people * (kind === 0 ? 1 - ltft : ltft) * survived;
      const early = 2 * kind * width + cell;
      cohorts.stock[early] = (cohorts.stock[early] ?? 0) - heads;
      cohorts.stock[early + width] = (cohorts.stock[early + width] ?? 0) + heads;
    }
  }
};

/** Puts this year's entrants into the stock; `cohorts.entrants` and `ltftShare` of the year are already written. */
export const enterStock = ({ compiled, cohorts, year }: PartYear): void => {
  const { regions } = compiled.grid;
  const width = 2 * regions;
  const phase = compiled.input.rates.earlyYears === 0 ? 1 : 0;
  for (let cell = 0; cell < width; cell += 1) {
    const people = cohorts.entrants[year * width + cell] ?? 0;
    const ltft = cohorts.ltftShare[year * width + cell] ?? 0;
    const fullTime = phase * width + cell;
    const lessThan = (2 + phase) * width + cell;
    cohorts.stock[fullTime] = (cohorts.stock[fullTime] ?? 0) + people * (1 - ltft);
    cohorts.stock[lessThan] = (cohorts.stock[lessThan] ?? 0) + people * ltft;
  }
};

/** A year of leaving. Adds leavers by region to `left`, returns those who stay on. */
export const leavePart = ({ compiled, cohorts, year }: PartYear, left: Float64Array): number => {
  const { regions, regionOf } = compiled.grid;
  const width = 2 * regions;
  const { product, survival, stock } = cohorts;
  let people = 0;
  for (let block = 0; block < KIND_PHASES; block += 1) {
    const from = (block * (compiled.years + 1) + year) * width;
    for (let cell = 0; cell < width; cell += 1) {
      const stays = survival[block * width + cell] ?? 0;
      product[from + width + cell] = (product[from + cell] ?? 0) * stays;
      const before = stock[block * width + cell] ?? 0;
      const after = before * stays;
      stock[block * width + cell] = after;
      const region = regionOf[cell] ?? 0;
      left[region] = (left[region] ?? 0) + before - after;
      people += after;
    }
  }
  return people;
};
