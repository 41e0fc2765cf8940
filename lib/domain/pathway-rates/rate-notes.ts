import type { PathwayInput, Sourced } from '@/lib/domain/pathway/engine/pathway-input';
import { RATE_PARAMETERS, type RateParameterId } from './rate-parameters';

type Rate = readonly [name: string, unit: string, rate: Sourced];

const named = (id: RateParameterId, rate: Sourced): Rate => [RATE_PARAMETERS[id].name, RATE_PARAMETERS[id].unit, rate];

/** Attrition of a specialty without a figure of its own is that of all: told once. */
const programmeRates = ({ programmes }: PathwayInput): Rate[] =>
  programmes.flatMap(({ group, dilation, annualAttrition, ltftShare }) => [
    named('dilation', dilation),
    named('ltft_share', ltftShare),
    named(group === 'paediatrics' || group === 'surgery' ? `attrition_${group}` : 'train_attrition', annualAttrition),
  ]);

const choiceRates = ({ choice, switches }: PathwayInput): Rate[] => [
  named('stay_constant', choice.stayConstant),
  named('distance_per_100km', choice.distancePer100Km),
  named('home_constant', choice.homeConstant),
  named('deprivation_per_step', choice.deprivationPerStep),
  named('tie_factor', choice.tieFactor),
  ...(switches.choice === 'nested' ? [named('nest_dissimilarity', choice.nestDissimilarity)] : []),
  named('stay_per_year', choice.stayPerYear),
];

const stageRates = ({ rates }: PathwayInput): Rate[] => [
  named('tie_share', rates.tieShare),
  named('foundation_leaving', rates.foundationLeaving),
  named('applying_f2', rates.applying.f2),
  named('applying_gap1', rates.applying.gap1),
  named('applying_gap2', rates.applying.gap2),
  named('applying_gap3', rates.applying.gap3),
  named('gap_leaving', rates.gapLeaving),
  named('higher_pool_leaving', rates.higherPoolLeaving),
  named('returning', rates.returning),
  named('early_hazard', rates.earlyHazardRatio),
  named('ltft_fte', rates.ltftFte),
  ['Leaving of those less than full time', 'hazard ratio', rates.ltftHazardRatio],
  named('hr_imd_q5_vs_q1', rates.deprivationHazardRatio),
  named('consultant_first_year', rates.settling.consultant[0]),
  named('consultant_second_year', rates.settling.consultant[1]),
  named('gp_first_year', rates.settling.gp[0]),
  named('gp_second_year', rates.settling.gp[1]),
  named('consultant_leaving', rates.careerLeaving.consultant),
  named('gp_leaving', rates.careerLeaving.gp),
  named('consultant_fte', rates.fteOnJoining.consultant),
  named('gp_fte', rates.fteOnJoining.gp),
];

const outsideRates = ({ externals }: PathwayInput): Rate[] =>
  externals.map(({ prioritisedShare }) => ['Applicants from elsewhere who are prioritised', 'share', prioritisedShare]);

const valueWords = (value: number, unit: string): string => {
  const of = (number: number): string => String(Number(number.toPrecision(3))).replace('-', '−');
  if (unit === 'share') return `${of(100 * value)}%`;
  return unit === 'probability a year' ? `${of(100 * value)}% a year` : of(value);
};

/** What it is, without the codes of its papers and what is said of its spread. */
const shortSource = (source: string): string => source.split(/[:;] |\.? \((?=[A-Z]\w*\d)|\.$/)[0] ?? source;

const JUDGEMENT = 'A judgement';

const isJudgement = ([, , { source }]: Rate): boolean => shortSource(source) === JUDGEMENT;

const figure = ([name, unit, { value }]: Rate): string => `${name} ${valueWords(value, unit)}`;
const withSource = (rate: Rate): string => `${figure(rate)}: ${shortSource(rate[2].source)}`;

/** What several programmes share is told once. */
const sentence = (start: string, parts: readonly string[]): string[] =>
  parts.length > 0 ? [`${start} ${[...new Set(parts)].join('; ')}.`] : [];

/** What of the baseline is national, or assumed: a sentence for each kind, with central values and sources. */
export const rateNotes = (input: PathwayInput): string[] => {
  const all = [...stageRates(input), ...programmeRates(input), ...choiceRates(input), ...outsideRates(input)];
  const assumed = all.filter(([, , { provenance }]) => provenance === 'assumption');
  const national = all.filter(([, , { provenance, nationalOnly }]) => nationalOnly && provenance !== 'assumption');
  return [
    ...sentence('Only national rates.', national.map(withSource)),
    ...sentence('Assumed or not checked.', assumed.filter((rate) => !isJudgement(rate)).map(withSource)),
    ...sentence('Assumed with nothing measured, a judgement.', assumed.filter(isJudgement).map(figure)),
  ];
};
