import type { PathwayInput } from './pathway-input';
import type { PathwayDraw, PathwayOption } from './pathway-option';
import { isShare, type PathwayRefusal, refuse, when } from './pathway-refusal';

interface Named {
  readonly regionCode: string;
  readonly group?: string | null;
  readonly fromYear: number;
  readonly toYear: number;
  readonly leverIds: readonly string[];
  readonly intensity?: number;
}

const checkScope = (
  scope: Named,
  groups: readonly string[],
  input: PathwayInput,
  levers: ReadonlySet<string>,
): PathwayRefusal[] => {
  const lever = scope.leverIds.find((id) => !levers.has(id));
  const last = input.startYear + input.years - 1;
  const group = scope.group ?? null;
  return [
    ...when(
      !input.regions.some(({ code }) => code === scope.regionCode),
      'unknown_region',
      `There is no region “${scope.regionCode}” in the scenario.`,
    ),
    ...when(
      group !== null && !groups.includes(group),
      'unknown_group',
      `There is no programme for “${group}” in the scenario.`,
    ),
    ...when(lever !== undefined, 'unknown_lever', `There is no lever “${lever}”.`),
    ...when(scope.leverIds.length === 0, 'unknown_lever', 'A change names no lever.'),
    ...when(
      !isShare(scope.intensity ?? 1),
      'intensity_out_of_range',
      `An intensity is 0 to 1, not ${scope.intensity}.`,
    ),
    ...when(
      !(scope.fromYear >= input.startYear && scope.fromYear <= scope.toYear && scope.fromYear <= last),
      'out_of_range',
      `A lever starts within the run (${input.startYear} to ${last}) and doesn’t end before it starts.`,
    ),
  ];
};

const checkCosts = ({ costs }: PathwayOption): PathwayRefusal[] =>
  costs.flatMap((cost) => [
    ...when(
      !(cost.perEntrantPerYearGbp >= 0 && cost.fixedPerYearGbp >= 0),
      'negative_money',
      'A lever costs £0 or more.',
    ),
    ...when(!isShare(cost.coverage), 'out_of_range', 'A lever is on 0 to 100 % of the posts.'),
    ...when(
      !(Number.isInteger(cost.yearsPaid) && cost.yearsPaid >= 0 && cost.yearsPaid <= 20),
      'out_of_range',
      'A lever is paid for 0 to 20 years.',
    ),
  ]);

const checkRunThrough = (input: PathwayInput, { runThrough }: PathwayOption): PathwayRefusal[] =>
  runThrough.flatMap(({ group }) =>
    input.programmes.some((programme) => programme.group === group && programme.coreYears === null)
      ? [refuse('contradictory_switches', `${group} is run-through already: there is no competition to take away.`)]
      : [],
  );

/** Every reason why an option can't be run on an input; none = it can. `levers`: the ids that exist. */
export const checkPathwayOption = (
  input: PathwayInput,
  option: PathwayOption,
  levers: ReadonlySet<string>,
): PathwayRefusal[] => {
  const { hazards, ...others } = option;
  const scopes: readonly Named[] = Object.values(others).flat();
  const groups = input.programmes.map(({ group }) => group);
  return [
    ...scopes.flatMap((scope) => checkScope(scope, groups, input, levers)),
    ...hazards.flatMap((scope) => checkScope(scope, [...groups, 'foundation'], input, levers)),
    ...checkCosts(option),
    ...checkRunThrough(input, option),
    ...when(
      !option.ltft.every(({ shareAdded }) => shareAdded >= -1 && shareAdded <= 1),
      'out_of_range',
      'The share who train less than full time changes by −100 to 100 points.',
    ),
  ];
};

/** A draw fits its option: a size for every change, finite, ratios above 0. */
export const checkPathwayDraw = (option: PathwayOption, draw: PathwayDraw): PathwayRefusal[] => {
  const isComplete =
    draw.shifts.length === option.shifts.length &&
    draw.hazardRatios.length === option.hazards.length &&
    draw.careerShifts.length === option.careerShifts.length &&
    draw.careerHazardRatios.length === option.careerHazards.length;
  const { nestDissimilarity: lambda = 1, ltftHazardRatio = 1, deprivationHazardRatio = 1 } = draw.parameters;
  const { attritionFactor = 1, gapLeavingFactor = 1, careerLeavingFactor = 1 } = draw.parameters;
  return [
    ...when(!isComplete, 'missing', 'A draw has one size for every change of the option.'),
    ...when(
      ![...draw.shifts, ...draw.careerShifts, ...Object.values(draw.parameters)].every(Number.isFinite),
      'out_of_range',
      'A draw is made of finite numbers.',
    ),
    ...when(
      ![...draw.hazardRatios, ...draw.careerHazardRatios, ltftHazardRatio, deprivationHazardRatio].every(
        (ratio) => ratio > 0 && Number.isFinite(ratio),
      ),
      'out_of_range',
      'Hazard ratios are above 0.',
    ),
    ...when(
      ![attritionFactor, gapLeavingFactor, careerLeavingFactor].every((factor) => factor >= 0),
      'out_of_range',
      'Factors on leaving are 0 or more.',
    ),
    ...when(!(lambda > 0 && lambda <= 1), 'out_of_range', 'The dissimilarity of a nest is above 0 and at most 1.'),
  ];
};
