import type { PathwayInput, Sourced } from './pathway-input';
import { isShare, type PathwayRefusal, when } from './pathway-refusal';

const shares = ({ rates, programmes, externals }: PathwayInput): Sourced[] => [
  rates.tieShare,
  rates.foundationLeaving,
  ...Object.values(rates.applying),
  rates.gapLeaving,
  rates.higherPoolLeaving,
  rates.returning,
  ...rates.settling.consultant,
  ...rates.settling.gp,
  rates.careerLeaving.consultant,
  rates.careerLeaving.gp,
  ...programmes.flatMap(({ annualAttrition, ltftShare }) => [annualAttrition, ltftShare]),
  ...externals.map(({ prioritisedShare }) => prioritisedShare),
];

/** Annual leaving is below 1: a hazard of certainty has no end. */
const leaving = ({ rates, programmes }: PathwayInput): Sourced[] => [
  rates.foundationLeaving,
  rates.gapLeaving,
  rates.careerLeaving.consultant,
  rates.careerLeaving.gp,
  ...programmes.map(({ annualAttrition }) => annualAttrition),
];

const ratios = ({ rates }: PathwayInput): Sourced[] => [
  rates.earlyHazardRatio,
  rates.ltftHazardRatio,
  rates.deprivationHazardRatio,
];

/** Rates, ratios and choice parameters are in their ranges. */
export const checkRates = (input: PathwayInput): PathwayRefusal[] => {
  const { choice, rates, programmes } = input;
  const isFte = (fte: number): boolean => fte > 0 && fte <= 1;
  const parameters = [
    choice.stayConstant,
    choice.distancePer100Km,
    choice.homeConstant,
    choice.deprivationPerStep,
    choice.stayPerYear,
  ];
  return [
    ...when(!shares(input).every(({ value }) => isShare(value)), 'out_of_range', 'Rates and shares are 0 to 1.'),
    ...when(!leaving(input).every(({ value }) => value < 1), 'out_of_range', 'A rate of leaving is below 1.'),
    ...when(
      !ratios(input).every(({ value }) => value > 0 && Number.isFinite(value)),
      'out_of_range',
      'Hazard ratios are above 0.',
    ),
    ...when(
      ![rates.ltftFte, rates.fteOnJoining.consultant, rates.fteOnJoining.gp].every(({ value }) => isFte(value)),
      'out_of_range',
      'A whole-time equivalent is above 0 and at most 1.',
    ),
    ...when(
      !programmes.every(({ dilation }) => dilation.value >= 1 && dilation.value <= 3),
      'out_of_range',
      'Training takes 1 to 3 times its nominal length.',
    ),
    ...when(
      ![...parameters, ...choice.attraction.map(({ utility }) => ({ value: utility }))].every(
        ({ value }) => Math.abs(value) <= 50,
      ),
      'out_of_range',
      'Utilities are within ±50.',
    ),
    ...when(!(choice.tieFactor.value >= 1), 'out_of_range', 'The tie factor is 1 or more.'),
    ...when(
      !(choice.nestDissimilarity.value > 0 && choice.nestDissimilarity.value <= 1),
      'out_of_range',
      'The dissimilarity of a nest is above 0 and at most 1.',
    ),
  ];
};
