import { checkPeople, yearlyProblem } from './check-people';
import { checkRates } from './check-rates';
import { checkSwitches } from './check-switches';
import type { PathwayInput } from './pathway-input';
import { type PathwayRefusal, refuse, repeated, when } from './pathway-refusal';
import { programmeParts } from './programme-parts';

const MOST_REGIONS = 60;
const MOST_YEARS = 30;
/** Longest programme anybody may take, years; a slip in an FTE or a length shows as more. */
const LONGEST_PART_YEARS = 25;

const checkNames = (input: PathwayInput): PathwayRefusal[] => {
  const codes = new Set(input.regions.map(({ code }) => code));
  const groups = new Set<string>(input.programmes.map(({ group }) => group));
  const { opening, choice } = input;
  const named = [
    ...input.leavers.flatMap(({ schoolRegionCode, homeRegionCode }) => [schoolRegionCode, homeRegionCode]),
    ...(opening.homes ?? []).map(({ homeRegionCode }) => homeRegionCode),
    ...[...input.posts, ...choice.attraction, ...choice.careerAttraction].map(({ regionCode }) => regionCode),
    ...Object.values(opening).flatMap((list) => (Array.isArray(list) ? list.map((one) => one.regionCode) : [])),
  ];
  const grouped = [
    ...input.posts,
    ...choice.attraction,
    ...input.externals,
    ...opening.training,
    ...opening.higherPool,
  ];
  const unknown = named.find((code) => code !== null && !codes.has(code));
  const stray = grouped.find(({ group }) => group !== null && !groups.has(group));
  return [
    ...when(unknown !== undefined, 'unknown_region', `There is no region “${unknown}” in the scenario.`),
    ...when(stray !== undefined, 'unknown_group', `There is no programme for “${stray?.group}” in the scenario.`),
    ...repeated(input.regions.map(({ code }) => code)).map((code) => refuse('duplicate', `${code} is there twice.`)),
    ...repeated(input.programmes.map(({ group }) => group)).map((g) => refuse('duplicate', `${g} is there twice.`)),
    ...repeated(input.posts.map(({ node, regionCode, group }) => `${node} ${regionCode} ${group}`)).map((key) =>
      refuse('duplicate', `Posts are given twice: ${key}.`),
    ),
  ];
};

/** Posts nobody could take, or choices without a single post. */
const checkPosts = (input: PathwayInput): PathwayRefusal[] => {
  const { posts, years, choice, programmes } = input;
  const attractive = new Set(choice.attraction.map(({ node, regionCode, group }) => `${node} ${regionCode} ${group}`));
  const uncoupled = new Set<string>(programmes.flatMap(({ group, coreYears }) => (coreYears === null ? [] : [group])));
  const without = posts.find(({ node, regionCode, group }) => !attractive.has(`${node} ${regionCode} ${group}`));
  const misplaced = posts.find(({ node, group }) =>
    node === 'foundation' ? group !== null : group === null || (node === 'higher_entry' && !uncoupled.has(group)),
  );
  return [
    ...when(
      posts.some((post) => yearlyProblem(post.posts, years)),
      'infeasible_capacity',
      'Posts are 0 or more, one number for all years or one for each.',
    ),
    ...when(
      without !== undefined,
      'missing',
      `Posts of ${without?.regionCode} (${without?.node}) have no attraction, so nobody could choose them: calibrate first.`,
    ),
    ...when(
      misplaced !== undefined,
      'infeasible_capacity',
      `Posts of ${misplaced?.regionCode} are at a node that ${misplaced?.group ?? 'no programme'} doesn’t have.`,
    ),
    ...when(
      !posts.some(({ node }) => node === 'specialty_entry'),
      'infeasible_capacity',
      'There are no CT1/ST1 posts: nobody could begin specialty training.',
    ),
  ];
};

const checkLengths = (input: PathwayInput): PathwayRefusal[] => {
  const parts = programmeParts(input);
  const longest = Math.max(...parts.map((part) => part.lengths.at(-1) ?? 0));
  const shortest = Math.min(...parts.map((part) => part.lengths[0] ?? 0));
  const late = input.opening.training.find(({ group, part, year }) => {
    const own = parts.find((one) => input.programmes[one.group]?.group === group && one.isFinal === (part === 'final'));
    return !(Number.isInteger(year) && year >= 1 && year <= (own?.lengths.at(-1) ?? 0));
  });
  return [
    ...when(!(longest <= LONGEST_PART_YEARS), 'too_large', `A part of training takes ${longest} years: 25 at most.`),
    ...when(!(shortest >= 1), 'out_of_range', 'A part of training takes a year or more.'),
    ...when(
      !(Number.isInteger(input.rates.earlyYears) && input.rates.earlyYears >= 0 && input.rates.earlyYears <= shortest),
      'out_of_range',
      'The first years with their own rate are no longer than the shortest part of training.',
    ),
    ...when(
      late !== undefined,
      'out_of_range',
      `${late?.group} has trainees in year ${late?.year}, which nobody in that part reaches.`,
    ),
  ];
};

/** Every reason why the engine can't run an input; none = it can. Names, ranges, posts, lengths and switches. */
export const checkPathwayInput = (input: PathwayInput): PathwayRefusal[] => {
  const { regions, years, startYear, programmes } = input;
  const size = [
    ...when(regions.length === 0 || programmes.length === 0, 'missing', 'A scenario has a region and a programme.'),
    ...when(regions.length > MOST_REGIONS, 'too_large', `At most ${MOST_REGIONS} regions.`),
    ...when(!(Number.isInteger(years) && years >= 1 && years <= MOST_YEARS), 'out_of_range', 'A run is 1 to 30 years.'),
    ...when(!(Number.isInteger(startYear) && startYear >= 2000), 'out_of_range', 'A run starts in a calendar year.'),
  ];
  if (size.length > 0) return size;
  const ranges = [...checkNames(input), ...checkRates(input), ...checkPeople(input), ...checkSwitches(input)];
  return ranges.length > 0 ? ranges : [...checkPosts(input), ...checkLengths(input)];
};
