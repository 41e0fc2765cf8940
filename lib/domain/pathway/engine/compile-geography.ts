import { haversine } from '@/lib/domain/statistics/haversine';
import { classGrid } from './class-grid';
import type { PathwayInput, Yearly } from './pathway-input';

export const yearlyAt = (yearly: Yearly, year: number): number =>
  typeof yearly === 'number' ? yearly : (yearly[year] ?? 0);

/** Place of a region code among the regions; elsewhere is last. */
export type PlaceOf = (code: string | null) => number;

export const placesOf = ({ regions }: PathwayInput): PlaceOf => {
  const places = new Map(regions.map(({ code }, i) => [code, i]));
  return (code) => (code === null ? regions.length : (places.get(code) ?? regions.length));
};

/**
 * `[home][region]` km, great circle. A home elsewhere is at the mean distance between homes and regions, so that it
 * prefers no region and pays what others pay on average.
 */
export const homeDistancesKm = ({ regions }: PathwayInput): Float64Array => {
  const size = regions.length;
  const km = new Float64Array((size + 1) * size);
  let sum = 0;
  regions.forEach((home, h) => {
    regions.forEach((region, r) => {
      const apart = haversine(home, region);
      // Positions are checked before: a pair without a distance can't come here.
      const distance = h === r || apart.kind === 'refused' ? 0 : apart.km;
      km[h * size + r] = distance;
      sum += distance;
    });
  });
  km.fill(size > 0 ? sum / (size * size) : 0, size * size);
  return km;
};

/** `[year][class]` new doctors who look for an F1 post, by tie, home and medical-school region. */
export const leaverClasses = (input: PathwayInput, placeOf: PlaceOf): Float64Array => {
  const { cells, places } = classGrid(input.regions.length);
  const classes = new Float64Array(input.years * cells);
  const tied = input.rates.tieShare.value;
  for (const { schoolRegionCode, homeRegionCode, people } of input.leavers) {
    const cell = placeOf(homeRegionCode) * places + placeOf(schoolRegionCode);
    for (let year = 0; year < input.years; year += 1) {
      const heads = yearlyAt(people, year);
      const from = year * cells;
      classes[from + cell] = (classes[from + cell] ?? 0) + heads * (1 - tied);
      const withTie = from + places * places + cell;
      classes[withTie] = (classes[withTie] ?? 0) + heads * tied;
    }
  }
  return classes;
};

/** `[home]` homes of new doctors, adding to 1; elsewhere alone where nobody is expected. */
export const leaverHomes = (input: PathwayInput, placeOf: PlaceOf): Float64Array => {
  const homes = new Float64Array(input.regions.length + 1);
  let total = 0;
  for (const { homeRegionCode, people } of input.leavers) {
    const heads = yearlyAt(people, 0);
    const home = placeOf(homeRegionCode);
    homes[home] = (homes[home] ?? 0) + heads;
    total += heads;
  }
  if (total === 0) homes[input.regions.length] = 1;
  else for (let home = 0; home < homes.length; home += 1) homes[home] = (homes[home] ?? 0) / total;
  return homes;
};

/** `[place][home]` homes of those in post at the start: as loaded, else new doctors' homes × draw of the region. */
export const openingHomes = (input: PathwayInput, placeOf: PlaceOf, km: Float64Array): Float64Array => {
  const size = input.regions.length;
  const { distancePer100Km, homeConstant } = input.choice;
  const leavers = leaverHomes(input, placeOf);
  const homes = new Float64Array((size + 1) * (size + 1));
  for (let place = 0; place <= size; place += 1) {
    const from = place * (size + 1);
    for (let home = 0; home <= size; home += 1) {
      const draw =
        place === size
          ? 1
          : Math.exp(
              (distancePer100Km.value * (km[home * size + place] ?? 0)) / 100 +
                (home === place ? homeConstant.value : 0),
            );
      homes[from + home] = (leavers[home] ?? 0) * draw;
    }
    const loaded = input.opening.homes?.filter(({ regionCode }) => placeOf(regionCode) === place && place < size) ?? [];
    if (loaded.length > 0) {
      homes.fill(0, from, from + size + 1);
      for (const { homeRegionCode, share } of loaded) homes[from + placeOf(homeRegionCode)] = share;
    }
    let sum = 0;
    for (let home = 0; home <= size; home += 1) sum += homes[from + home] ?? 0;
    for (let home = 0; home <= size; home += 1) homes[from + home] = (homes[from + home] ?? 0) / sum;
  }
  return homes;
};
