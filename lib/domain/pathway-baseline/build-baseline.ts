import type { ChoiceParameters, GroupProgramme, PathwayInput } from '@/lib/domain/pathway/engine/pathway-input';
import type { PathwaySwitches } from '@/lib/domain/pathway/engine/pathway-switches';
import { sum } from '@/lib/domain/statistics/sum';
import { type FirstGuess, guessAttraction } from './first-guess';
import { type Competition, externalsOf, leaversOf } from './joining';
import type { LoadedPathway } from './loaded-pathway';
import { type RoundTotals, roundTotals } from './node-posts';
import { OUTSIDE_AT_CCT, openingStocks } from './opening';
import { programmeLengths } from './programmes';
import { groupOfSpecialty } from './specialty-groups';

/** Rates of a programme that no file of posts holds. */
export type ProgrammeRates = Pick<GroupProgramme, 'dilation' | 'annualAttrition' | 'ltftShare'>;

export interface BaselineRequest extends Competition {
  readonly loaded: LoadedPathway;
  readonly ratesOf: (group: GroupProgramme['group']) => ProgrammeRates;
  readonly choice: Omit<ChoiceParameters, 'attraction' | 'careerAttraction'>;
  readonly switches: PathwaySwitches;
  readonly years: number;
}

export type Baseline =
  | {
      readonly kind: 'built';
      /** Attractions are a first guess: `calibrateBaseline` settles them. */
      readonly input: PathwayInput;
      readonly totals: readonly RoundTotals[];
      readonly notes: readonly string[];
    }
  /** What has to be loaded first, in words. */
  | { readonly kind: 'not_loaded'; readonly missing: readonly string[] };

const missingOf = ({ posts, rounds, leavers, regions }: LoadedPathway): string[] => [
  ...(regions.length < 2 ? ['at least two training regions with residents and need'] : []),
  ...(posts.length === 0 ? ['posts by region, specialty and level (establishment.csv)'] : []),
  ...(rounds.length === 0 ? ['posts and accepts of recruitment by region and specialty (fill.csv)'] : []),
  ...(leavers.length === 0 ? ['graduates by the regions of home and school (cohort.csv)'] : []),
];

const careerAttraction = ({ opening }: Pick<PathwayInput, 'opening'>): ChoiceParameters['careerAttraction'] =>
  opening.careers.flatMap(({ kind, regionCode, people }) => {
    const all = sum(opening.careers.filter((one) => one.kind === kind).map((one) => one.people));
    if (people <= 0) return [];
    return [{ kind, regionCode, utility: Math.log(((1 - OUTSIDE_AT_CCT) / OUTSIDE_AT_CCT) * (people / all)) }];
  });

const unknownSpecialties = ({ posts, rounds }: LoadedPathway): string[] => {
  const names = new Set([...posts, ...rounds].map(({ specialty }) => specialty));
  const unknown = [...names].filter((name) => groupOfSpecialty(name) === null).sort();
  return unknown.length === 0 ? [] : [`Specialties of no known group take no part: ${unknown.join(', ')}.`];
};

const MOST_PASSES = 100;
const STEADY_BELOW = 1e-9;

/**
 * Who waits for a post depends on who finds one, and that on who waits: the stocks with which a year like the last leaves as many
 * waiting as there were.
 */
const steady = (
  inputWith: (guess: FirstGuess | null) => { readonly input: PathwayInput; readonly notes: readonly string[] },
  totals: readonly RoundTotals[],
) => {
  let before: FirstGuess | null = null;
  for (let pass = 1; ; pass += 1) {
    const built = inputWith(before);
    const guess = guessAttraction(built.input, totals);
    const known = before?.success.entry;
    const isSteady = [...guess.success.entry].every(
      ([code, share]) => Math.abs(share - (known?.get(code) ?? 0)) < STEADY_BELOW,
    );
    if (isSteady || pass === MOST_PASSES) return { ...built, attraction: guess.attraction };
    before = guess;
  }
};

/**
 * The pathway as it is now, from what is loaded: regions without posts and accepts take no part, and every number that no
 * file holds comes from the rates or from taking what is loaded as steady. The start year is that of the latest recruitment.
 */
export const buildBaseline = (request: BaselineRequest): Baseline => {
  const { loaded, rates, ratesOf, choice, switches, years, peoplePerPlace } = request;
  const missing = missingOf(loaded);
  if (missing.length > 0) return { kind: 'not_loaded', missing };
  const lengths = programmeLengths(loaded.posts, loaded.rounds);
  const everywhere = roundTotals(loaded, lengths);
  const placed = new Set(everywhere.filter(({ accepts }) => accepts > 0).map(({ regionCode }) => regionCode));
  const regions = loaded.regions.filter(({ code }) => placed.has(code));
  const codes = new Set(regions.map(({ code }) => code));
  const isHere = ({ regionCode }: { readonly regionCode: string }): boolean => codes.has(regionCode);
  const here: LoadedPathway = {
    ...loaded,
    regions,
    posts: loaded.posts.filter(isHere),
    careers: loaded.careers.filter(isHere),
  };
  const totals = everywhere.filter(isHere);
  const programmes = lengths.map((length) => ({
    ...length,
    ...ratesOf(length.group),
    career: length.group === 'general_practice' ? ('gp' as const) : ('consultant' as const),
  }));
  const known = { loaded: here, programmes, totals, rates, peoplePerPlace: peoplePerPlace.value };
  const orElsewhere = (code: string | null): string | null => (code !== null && codes.has(code) ? code : null);
  const newDoctors = leaversOf(loaded, totals, orElsewhere);
  const inputWith = (guess: FirstGuess | null) => {
    const { stocks, notes } = openingStocks({ ...known, success: guess?.success ?? null });
    const opening = guess ? { ...stocks, homes: guess.homes } : stocks;
    const input: PathwayInput = {
      regions,
      programmes,
      startYear: Math.max(...loaded.rounds.map(({ year }) => year)),
      years,
      leavers: newDoctors.leavers,
      opening,
      posts: totals.map(({ node, regionCode, group, posts }) => ({ node, regionCode, group, posts })),
      externals: externalsOf(request, programmes, totals, opening),
      choice: { ...choice, attraction: [], careerAttraction: careerAttraction({ opening }) },
      rates,
      switches,
    };
    return { input, notes };
  };
  const { input, notes, attraction } = steady(inputWith, totals);
  const left = loaded.regions.filter(({ code }) => !codes.has(code)).map(({ name }) => name);
  return {
    kind: 'built',
    totals,
    notes: [
      ...notes,
      ...newDoctors.notes,
      ...unknownSpecialties(loaded),
      ...(left.length > 0 ? [`Without posts and accepts, and so without a part: ${left.join(', ')}.`] : []),
    ],
    input: { ...input, choice: { ...input.choice, attraction } },
  };
};
