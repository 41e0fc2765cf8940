import type { ModelledOption, OptionResultRow } from '@/lib/contracts/briefing';
import type { Band, LeverSetting, RoundResult } from '@/lib/contracts/scenario';
import type { Certainty } from '@/lib/domain/levers/lever';
import { type BriefingFormat, listOf, percentOf } from './briefing-format';
import type { OptionInput } from './briefing-input';

const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  moderate: 'Moderate',
  low: 'Low',
  very_low: 'Very low',
  none: 'None: no evidence of an effect',
};

type Write = (value: number) => string;

const bandRow = (measure: string, band: Band, write: Write): OptionResultRow => ({
  measure,
  median: write(band.median),
  interval80: `${write(band.lower80)} to ${write(band.upper80)}`,
  interval95: band.lower95 === null || band.upper95 === null ? '–' : `${write(band.lower95)} to ${write(band.upper95)}`,
});

const costPerPostRow = (measure: string, band: Band | null, format: BriefingFormat): OptionResultRow =>
  band === null
    ? { measure, median: 'Not given', interval80: 'Under half the draws fill one', interval95: '–' }
    : bandRow(measure, band, format.money);

/** The same shift read as log-odds of fill: no rivals, no people per place. */
const SECOND = 'Second reading, odds of fill';

const resultRows = (result: RoundResult, format: BriefingFormat): OptionResultRow[] => {
  const posts: Write = (value) => format.number(value, 1);
  const rate: Write = (value) => `${format.number(100 * value, 1)}%`;
  return [
    bandRow(`Fill rate with the package (${rate(result.fillRateBefore)} without)`, result.fillRateAfter, rate),
    bandRow('Extra filled posts', result.extraFilled, posts),
    bandRow('of which from the other modelled regions together', result.fromOtherRegions, posts),
    bandRow('of which from elsewhere or nowhere', result.fromElsewhere, posts),
    bandRow('Cost, all years', result.costGbp, format.money),
    costPerPostRow('Cost per extra filled post', result.costPerExtraFilledGbp, format),
    bandRow(`${SECOND}: extra filled posts`, result.fillOdds.extraFilled, posts),
    costPerPostRow(`${SECOND}: cost per extra filled post`, result.fillOdds.costPerExtraFilledGbp, format),
  ];
};

const breakEvenWords = (result: RoundResult, format: BriefingFormat): string => {
  const { breakEvenDeltaUtility: shift, deltaUtility } = result;
  if (shift === null) return 'None: the round is full';
  const share = deltaUtility.median > 0 ? `, ${percentOf(shift / deltaUtility.median)} of the median assumed` : '';
  return `A utility shift of ${format.number(shift, 2)}${share}`;
};

const facts = (result: RoundResult, format: BriefingFormat): ModelledOption['facts'] => [
  { label: 'Chance of at least one extra filled post', value: percentOf(result.chanceOfOneExtraPost) },
  { label: 'Smallest effect that fills one extra post (break-even)', value: breakEvenWords(result, format) },
  {
    label: 'Applicants beyond the posts (excess demand)',
    value: `${format.number(result.excessDemandBefore, 0)} without the package, ${format.number(result.excessDemandAfter.median, 0)} with it`,
  },
];

const whoLoses = (result: RoundResult, format: BriefingFormat): string => {
  const posts: Write = (value) => format.number(value, 1);
  if (result.otherRegionsPosts === 0) {
    return `No other region is modelled. All ${posts(result.extraFilled.median)} extra filled posts show as drawn from elsewhere or nowhere: from other regions, other jobs or no job. What each other region loses is not known.`;
  }
  return `Of ${posts(result.extraFilled.median)} extra filled posts at the median, ${posts(result.fromOtherRegions.median)} are taken from the other modelled regions together and ${posts(result.fromElsewhere.median)} from elsewhere or nowhere. No region is named a loser, because movements between regions have not been fitted.`;
};

const settingWords = (setting: LeverSetting, posts: number, format: BriefingFormat): string =>
  `${percentOf(setting.coverage)} of ${format.number(posts, 0)} posts; ${format.money(setting.costPerPlacePerYearGbp)} a place a year for ${format.number(setting.costYears, Number.isInteger(setting.costYears) ? 0 : 1)} ${setting.costYears === 1 ? 'year' : 'years'}`;

const warnings = ({ result }: OptionInput): string[] => [
  ...(result.atCeiling ? ['The round is at its ceiling: fill can’t rise further.'] : []),
  ...(result.outsideEvidence
    ? [
        'In some draws the package is stronger than anything studied (a utility shift above 1.0): read those results as outside the evidence.',
      ]
    : []),
];

const inputs = ({ receipt }: OptionInput, format: BriefingFormat): string[] => [
  ...receipt.inputs.regions.map(
    (region) =>
      `${region.areaName}: ${format.number(region.posts, 0)} posts, ${format.number(region.accepts, 0)} accepts (${region.origin === 'typed' ? 'typed in' : 'loaded'}; ${region.basis})`,
  ),
  `People per place: ${format.number(receipt.inputs.peoplePerPlace, 2)} (${receipt.inputs.peoplePerPlaceBasis})`,
  `Chance that a lever of very low or no certainty has no effect: ${percentOf(receipt.inputs.noEffectProbability)} (assumption)`,
];

const headline = (option: OptionInput, format: BriefingFormat): string => {
  const { result, receipt } = option;
  const names = listOf(option.levers.map((lever) => lever.name));
  const { median, lower80, upper80 } = result.extraFilled;
  return `${names}: ${format.number(median, 1)} extra ${receipt.inputs.level} posts filled (80% interval ${format.number(lower80, 1)} to ${format.number(upper80, 1)}) for ${format.money(result.costGbp.median)}.`;
};

export const optionSection = (option: OptionInput | null, format: BriefingFormat): ModelledOption | null => {
  if (option === null) return null;
  const { receipt, result } = option;
  return {
    level: receipt.inputs.level,
    headline: option.headline ?? headline(option, format),
    levers: receipt.inputs.levers.map((setting) => {
      const lever = option.levers.find((entry) => entry.id === setting.leverId);
      const region = receipt.inputs.regions.find((entry) => entry.areaCode === receipt.inputs.targetAreaCode);
      return {
        name: lever?.name ?? setting.leverId,
        certainty: lever ? CERTAINTY_WORDS[lever.certainty] : 'Not stated',
        setting: settingWords(setting, region?.posts ?? 0, format),
        reason: setting.reason,
      };
    }),
    results: resultRows(result, format),
    facts: facts(result, format),
    whoLoses: whoLoses(result, format),
    warnings: warnings(option),
    regime: option.regime,
    inputs: inputs(option, format),
    receipt: `Run ${receipt.runId}, engine ${receipt.engineVersion}, seed ${receipt.seed}, ${receipt.draws} draws`,
  };
};
