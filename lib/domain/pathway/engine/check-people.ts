import type { PathwayInput, Yearly } from './pathway-input';
import { isCount, isShare, type PathwayRefusal, when } from './pathway-refusal';

/** Not a count for all years, nor one for each. */
export const yearlyProblem = (yearly: Yearly, years: number): boolean =>
  typeof yearly === 'number' ? !isCount(yearly) : yearly.length !== years || !yearly.every(isCount);

/** Doctors, regions and need are counts and shares in their ranges. */
export const checkPeople = (input: PathwayInput): PathwayRefusal[] => {
  const { opening, years } = input;
  const flows = [...input.leavers.map(({ people }) => people), ...input.externals.map(({ people }) => people)];
  const stocks = [
    ...opening.foundation,
    ...opening.gap,
    ...opening.training,
    ...opening.higherPool,
    ...opening.careers,
    ...opening.settling,
  ];
  return [
    ...when(
      flows.some((flow) => yearlyProblem(flow, years)) ||
        stocks.some(({ people }) => !isCount(people)) ||
        opening.careers.some(({ fte }) => !isCount(fte)) ||
        !isCount(opening.left),
      'out_of_range',
      'Numbers of doctors are 0 or more, one for all years or one for each.',
    ),
    ...when(!(opening.homes ?? []).every(({ share }) => isShare(share)), 'out_of_range', 'Shares of homes are 0 to 1.'),
    ...when(
      !input.regions.every(({ needShares, targetFte }) =>
        [...Object.values(needShares), ...Object.values(targetFte ?? { either: 1 })].every(
          (value) => value > 0 && Number.isFinite(value),
        ),
      ),
      'out_of_range',
      'A region has shares of need, and FTE wanted, above 0.',
    ),
    ...when(
      input.regions.some(({ population }) => !(population > 0 && Number.isFinite(population))),
      'out_of_range',
      'A region has a population above 0.',
    ),
    ...when(
      input.regions.some(({ deprivationSteps }) => !(deprivationSteps >= 0 && deprivationSteps <= 4)),
      'out_of_range',
      'Deprivation is 0 to 4 steps above the least deprived fifth.',
    ),
    ...when(
      input.regions.some(({ latitude, longitude }) => !(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)),
      'out_of_range',
      'A region has a latitude of −90 to 90 and a longitude of −180 to 180.',
    ),
  ];
};
