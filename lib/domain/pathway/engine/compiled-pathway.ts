import { type ClassGrid, classGrid } from './class-grid';
import {
  homeDistancesKm,
  leaverClasses,
  leaverHomes,
  openingHomes,
  type PlaceOf,
  placesOf,
  yearlyAt,
} from './compile-geography';
import { type CompiledOpening, compileOpening } from './compile-opening';
import { CAREER_KINDS, PATHWAY_NODES, type PathwayInput, type PathwayNode, type Yearly } from './pathway-input';
import { type ProgrammePart, programmeParts } from './programme-parts';

/** One node's numbers: options are group × region, at the foundation node region alone. */
export interface CompiledNode {
  readonly groups: number;
  /** `[option]` utility of a doctor without ties, home or years, with the region's deprivation; −∞ = no such programme. */
  readonly utility: Float64Array;
  /** `[year][option]` */
  readonly posts: Float64Array;
  /** `[year][option]` posts of the year ÷ those that the utility is of; null where all years have as many. */
  readonly size: Float64Array | null;
}

/** An input in the engine's arrays. Order: regions, programmes and years as in the input. */
export interface CompiledPathway {
  readonly input: PathwayInput;
  readonly grid: ClassGrid;
  readonly years: number;
  readonly groups: number;
  readonly parts: readonly ProgrammePart[];
  readonly nodes: Readonly<Record<PathwayNode, CompiledNode>>;
  readonly km: Float64Array;
  /** `[year][class]` */
  readonly leavers: Float64Array;
  /** `[year]` all of them. */
  readonly leaversOfYear: Float64Array;
  /** `[row]` tie × home of new doctors, adding to 1: what is assumed of those who come back. */
  readonly returnerMix: Float64Array;
  /** `[year]` people, and of higher entry `[year][group]`; share prioritised likewise, one number. */
  readonly externalEntry: Float64Array;
  readonly externalHigher: Float64Array;
  readonly prioritisedEntry: number;
  readonly prioritisedHigher: Float64Array;
  /** `[kind][region]` */
  readonly careerUtility: Float64Array;
  readonly deprivationSteps: Float64Array;
  readonly opening: CompiledOpening;
}

const WITHOUT_LIMIT = 1e15;

/** Posts of the first year that has any. */
const postsAtFirst = (posts: Yearly, years: number): number => {
  for (let year = 0; year < years; year += 1) {
    const places = yearlyAt(posts, year);
    if (places > 0) return places;
  }
  return 0;
};

const compileNode = (input: PathwayInput, node: PathwayNode, placeOf: PlaceOf): CompiledNode => {
  const { regions, programmes, years, switches, choice } = input;
  const size = regions.length;
  const groups = node === 'foundation' ? 1 : programmes.length;
  const groupOf = new Map(programmes.map(({ group }, i) => [group, i]));
  const optionOf = (group: PathwayInput['posts'][number]['group'], regionCode: string): number =>
    (group === null ? 0 : (groupOf.get(group) ?? 0)) * size + placeOf(regionCode);
  const utility = new Float64Array(groups * size).fill(Number.NEGATIVE_INFINITY);
  const posts = new Float64Array(years * groups * size);
  const sizes = new Float64Array(years * groups * size).fill(1);
  for (const entry of choice.attraction.filter((one) => one.node === node)) {
    const region = regions[placeOf(entry.regionCode)];
    utility[optionOf(entry.group, entry.regionCode)] =
      entry.utility + choice.deprivationPerStep.value * (region?.deprivationSteps ?? 0);
  }
  for (const entry of input.posts.filter((one) => one.node === node)) {
    const option = optionOf(entry.group, entry.regionCode);
    const first = postsAtFirst(entry.posts, years);
    for (let year = 0; year < years; year += 1) {
      const places = yearlyAt(entry.posts, year);
      sizes[year * groups * size + option] = first > 0 ? places / first : 1;
      posts[year * groups * size + option] = switches.ceiling === 'off' && places > 0 ? WITHOUT_LIMIT : places;
    }
  }
  return { groups, utility, posts, size: sizes.every((one) => one === 1) ? null : sizes };
};

const compileExternals = (input: PathwayInput) => {
  const { years, programmes, externals } = input;
  const groups = programmes.length;
  const entry = new Float64Array(years);
  const higher = new Float64Array(years * groups);
  const prioritisedHigher = new Float64Array(groups);
  let prioritisedEntry = 0;
  for (const { node, group, people, prioritisedShare } of externals) {
    const index = programmes.findIndex((programme) => programme.group === group);
    if (node === 'specialty_entry') prioritisedEntry = prioritisedShare.value;
    else prioritisedHigher[index] = prioritisedShare.value;
    for (let year = 0; year < years; year += 1) {
      if (node === 'specialty_entry') entry[year] = yearlyAt(people, year);
      else higher[year * groups + index] = yearlyAt(people, year);
    }
  }
  return { externalEntry: entry, externalHigher: higher, prioritisedEntry, prioritisedHigher };
};

const compileCareers = (input: PathwayInput, placeOf: PlaceOf): Float64Array => {
  const size = input.regions.length;
  const utility = new Float64Array(2 * size).fill(Number.NEGATIVE_INFINITY);
  for (const { kind, regionCode, utility: value } of input.choice.careerAttraction) {
    const steps = input.regions[placeOf(regionCode)]?.deprivationSteps ?? 0;
    utility[CAREER_KINDS.indexOf(kind) * size + placeOf(regionCode)] =
      value + input.choice.deprivationPerStep.value * steps;
  }
  return utility;
};

/** Turns a checked input into arrays, once for all draws. The input has passed `checkPathwayInput`. */
export const compilePathway = (input: PathwayInput): CompiledPathway => {
  const grid = classGrid(input.regions.length);
  const placeOf = placesOf(input);
  const km = homeDistancesKm(input);
  const parts = programmeParts(input);
  const homes = leaverHomes(input, placeOf);
  const leavers = leaverClasses(input, placeOf);
  const tied = input.rates.tieShare.value;
  const returnerMix = new Float64Array(grid.rows);
  homes.forEach((share, home) => {
    returnerMix[home] = share * (1 - tied);
    returnerMix[grid.places + home] = share * tied;
  });
  const nodeOf = (node: PathwayNode): CompiledNode => compileNode(input, node, placeOf);
  const [foundation, entry, higher] = PATHWAY_NODES;
  return {
    input,
    grid,
    years: input.years,
    groups: input.programmes.length,
    parts,
    nodes: { foundation: nodeOf(foundation), specialty_entry: nodeOf(entry), higher_entry: nodeOf(higher) },
    km,
    leavers,
    leaversOfYear: Float64Array.from({ length: input.years }, (_, year) =>
      leavers.subarray(year * grid.cells, (year + 1) * grid.cells).reduce((sum, people) => sum + people, 0),
    ),
    returnerMix,
    ...compileExternals(input),
    careerUtility: compileCareers(input, placeOf),
    deprivationSteps: Float64Array.from(input.regions, ({ deprivationSteps }) => deprivationSteps),
    opening: compileOpening({ input, parts, placeOf, homes: openingHomes(input, placeOf, km) }),
  };
};
