import { classGrid } from './class-grid';
import type { PlaceOf } from './compile-geography';
import { CAREER_KINDS, type PathwayInput } from './pathway-input';
import type { ProgrammePart } from './programme-parts';

/** Doctors at the start, in class arrays. */
export interface CompiledOpening {
  readonly f1: Float64Array;
  readonly f2: Float64Array;
  /** By age 1, 2, 3 or more. */
  readonly gap: readonly [Float64Array, Float64Array, Float64Array];
  /** `[part][years done − 1]` class arrays of those in training; null where there is nobody. */
  readonly training: readonly (readonly (Float64Array | null)[])[];
  /** `[group]` class arrays of those who wait for ST3/ST4. */
  readonly higherPool: readonly Float64Array[];
  /** `[group]` all of them. */
  readonly higherPoolPeople: readonly number[];
  /** `[kind][region]` */
  readonly careerHeads: Float64Array;
  readonly careerFte: Float64Array;
  readonly settling: Float64Array;
  readonly left: number;
}

interface OpeningRequest {
  readonly input: PathwayInput;
  readonly parts: readonly ProgrammePart[];
  readonly placeOf: PlaceOf;
  /** `[place][home]` */
  readonly homes: Float64Array;
}

/** Spreads people of a place over homes and ties. */
const spreader = ({ input, placeOf, homes }: OpeningRequest) => {
  const { places } = classGrid(input.regions.length);
  const tied = input.rates.tieShare.value;
  return (into: Float64Array, regionCode: string | null, people: number): void => {
    const place = placeOf(regionCode);
    for (let home = 0; home < places; home += 1) {
      const heads = people * (homes[place * places + home] ?? 0);
      const cell = home * places + place;
      into[cell] = (into[cell] ?? 0) + heads * (1 - tied);
      const withTie = places * places + cell;
      into[withTie] = (into[withTie] ?? 0) + heads * tied;
    }
  };
};

const compileTraining = (request: OpeningRequest): (Float64Array | null)[][] => {
  const { input, parts } = request;
  const { cells } = classGrid(input.regions.length);
  const spread = spreader(request);
  return parts.map((part) => {
    const programme = input.programmes[part.group];
    const longest = part.lengths.at(-1) ?? 1;
    const byYear: (Float64Array | null)[] = Array.from({ length: longest }, () => null);
    for (const { group, part: name, year, regionCode, people } of input.opening.training) {
      if (group !== programme?.group || (name === 'final') !== part.isFinal || people === 0) continue;
      const into = byYear[year - 1] ?? new Float64Array(cells);
      spread(into, regionCode, people);
      byYear[year - 1] = into;
    }
    return byYear;
  });
};

export const compileOpening = (request: OpeningRequest): CompiledOpening => {
  const { input, placeOf } = request;
  const { cells, regions } = classGrid(input.regions.length);
  const spread = spreader(request);
  const empty = (): Float64Array => new Float64Array(cells);
  const [f1, f2] = [empty(), empty()];
  const gap = [empty(), empty(), empty()] as const;
  for (const { regionCode, year, people } of input.opening.foundation) spread(year === 1 ? f1 : f2, regionCode, people);
  for (const { regionCode, age, people } of input.opening.gap) spread(gap[age - 1] ?? gap[2], regionCode, people);
  const higherPool = input.programmes.map(({ group }) => {
    const pool = empty();
    for (const entry of input.opening.higherPool)
      if (entry.group === group) spread(pool, entry.regionCode, entry.people);
    return pool;
  });
  const [careerHeads, careerFte, settling] = [2 * regions, 2 * regions, 2 * regions].map((n) => new Float64Array(n));
  const add = (into: Float64Array | undefined, cell: number, amount: number): void => {
    if (into) into[cell] = (into[cell] ?? 0) + amount;
  };
  for (const { kind, regionCode, people, fte } of input.opening.careers) {
    const cell = CAREER_KINDS.indexOf(kind) * regions + placeOf(regionCode);
    add(careerHeads, cell, people);
    add(careerFte, cell, fte);
  }
  for (const { kind, regionCode, people } of input.opening.settling) {
    add(settling, CAREER_KINDS.indexOf(kind) * regions + placeOf(regionCode), people);
  }
  return {
    f1,
    f2,
    gap,
    training: compileTraining(request),
    higherPool,
    higherPoolPeople: higherPool.map((classes) => classes.reduce((sum, people) => sum + people, 0)),
    careerHeads: careerHeads ?? empty(),
    careerFte: careerFte ?? empty(),
    settling: settling ?? empty(),
    left: input.opening.left,
  };
};
