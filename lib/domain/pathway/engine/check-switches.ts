import type { PathwayInput } from './pathway-input';
import { type PathwayRefusal, refuse, when } from './pathway-refusal';

/** First recruitment under the Medical Training (Prioritisation) Act 2026. */
const ACT_YEAR = 2026;

/** Switches that can't hold together, and feedbacks that are out of range. */
export const checkSwitches = ({ switches, choice, startYear, regions }: PathwayInput): PathwayRefusal[] => {
  const { vacancyBurnout, nurseRetention, supervisorCap } = switches.feedbacks;
  const contradictory = (isWrong: boolean, message: string) => when(isWrong, 'contradictory_switches', message);
  const stranger = nurseRetention?.changes.find(({ regionCode }) => !regions.some(({ code }) => code === regionCode));
  return [
    ...contradictory(
      switches.choice === 'plain' && choice.nestDissimilarity.value !== 1,
      'The nest is off but its dissimilarity isn’t 1.',
    ),
    ...contradictory(
      switches.regime === 'after_act' && startYear < ACT_YEAR,
      `Prioritisation began in ${ACT_YEAR}, and the rounds that are loaded are of ${startYear}: choose the rules before the Act, or load rounds of ${ACT_YEAR} or later.`,
    ),
    ...contradictory(
      switches.ceiling === 'off' && (vacancyBurnout !== null || supervisorCap !== null),
      'Without a ceiling there is no vacancy and no cap: switch those feedbacks off.',
    ),
    ...when(
      vacancyBurnout !== null &&
        !(
          vacancyBurnout.prevalence >= 0 &&
          vacancyBurnout.prevalence <= 1 &&
          vacancyBurnout.burnoutPer10Points >= 0 &&
          vacancyBurnout.hazardRatio > 0
        ),
      'out_of_range',
      'Burnout is a share of 0 to 1, with a hazard ratio above 0.',
    ),
    ...(stranger ? [refuse('unknown_region', `There is no region “${stranger.regionCode}” in the scenario.`)] : []),
    ...when(
      nurseRetention !== null && !nurseRetention.changes.every(({ change }) => change > -1 && change <= 1),
      'out_of_range',
      'Nurse retention changes by −100 % to 100 %.',
    ),
    ...when(
      supervisorCap !== null && !(supervisorCap.traineesPerFte > 0),
      'out_of_range',
      'Trainees per supervisor are above 0.',
    ),
  ];
};
