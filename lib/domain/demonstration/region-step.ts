import type { Country } from './country';
import { cumulative, type Draw, isHit, pick, share, standardised } from './draw';
import type { RegionSlopes, RegionStep } from './effects';

/** What a step needs to know of each training region. Lists by region. */
export interface RegionTable {
  /** Funded posts, relative. */
  readonly posts: readonly number[];
  readonly running: Float64Array;
  /** Deprivation, z over the training regions. */
  readonly deprivation: readonly number[];
  readonly isCapital: readonly boolean[];
}

export const regionTable = (country: Country, effects: RegionSlopes): RegionTable => {
  const deprivation = country.regions.map((one) => standardised(one.deprivationScore, country.regionDeprivation));
  const posts = country.regions.map(
    ({ residents, isCapital }, i) =>
      residents * Math.exp(effects.deprivation * (deprivation[i] ?? 0) + (isCapital ? effects.capital : 0)),
  );
  return { posts, running: cumulative(posts), deprivation, isCapital: country.regions.map((one) => one.isCapital) };
};

export interface Mover {
  readonly homeRegion: number;
  readonly isFemale: boolean;
  readonly isNonWhite: boolean;
  /** 1 (most deprived) to 5. */
  readonly fifth: number;
}

const returnChance = (step: RegionStep, mover: Mover): number =>
  share(
    step.home +
      (mover.isFemale ? step.homeFemale : 0) +
      (mover.isNonWhite ? step.homeNonWhite : 0) +
      step.homePerFifth * (3 - mover.fifth),
  );

const stayChance = (step: RegionStep, table: RegionTable, here: number): number =>
  share(
    step.stay +
      step.stayDeprivation * (table.deprivation[here] ?? 0) +
      (table.isCapital[here] === true ? step.stayCapital : 0),
  );

/** Region of the next step. Three draws in turn: home for those away from it, else where they are, else elsewhere by posts. */
export const nextRegion = (
  draw: Draw,
  table: RegionTable,
  step: RegionStep | null,
  { mover, here }: { readonly mover: Mover; readonly here: number },
): number => {
  if (step === null) return pick(draw, table.running);
  const home = mover.homeRegion;
  if (here !== home && isHit(draw, returnChance(step, mover))) return home;
  if (isHit(draw, stayChance(step, table, here))) return here;
  let elsewhere = pick(draw, table.running);
  while (elsewhere === here || elsewhere === home) elsewhere = pick(draw, table.running);
  return elsewhere;
};
