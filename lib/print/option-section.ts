import type { ModelledOption, OptionResultRow } from '@/lib/contracts/briefing';
import type { Band, LeverSetting, RoundResult } from '@/lib/contracts/scenario';
import { nameList } from '@/lib/domain/briefing/name-list';
import type { Certainty } from '@/lib/domain/levers/lever';
import { formatCount, formatGbp, formatGbpShort, formatNumber, formatShare } from '@/lib/format/number';
import type { OptionInput } from './briefing-input';

const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  moderate: 'Moderate',
  low: 'Low',
  very_low: 'Very low',
  none: 'None: no evidence of an effect',
};

type Write = (value: number) => string;

const posts: Write = (value) => formatNumber(value, 1);
const rate: Write = (value) => formatShare(value);
const percentOf: Write = (share) => formatShare(share, 0);

const bandRow = (measure: string, band: Band, write: Write): OptionResultRow => ({
  measure,
  median: write(band.median),
  interval80: `${write(band.lower80)} to ${write(band.upper80)}`,
  interval95: band.lower95 === null || band.upper95 === null ? '–' : `${write(band.lower95)} to ${write(band.upper95)}`,
});

const costPerPostRow = (band: Band | null): OptionResultRow =>
  band === null
    ? {
        measure: 'Cost per extra filled post',
        median: 'Not given',
        interval80: 'Under half the draws fill one',
        interval95: '–',
      }
    : bandRow('Cost per extra filled post', band, formatGbpShort);

/** Medians of parts need not add up to the median of the whole: the note says so. */
const roundReading = (result: RoundResult): ModelledOption['readings'][number] => ({
  name: 'Round: choice among places',
  note: `Fill without the package: ${rate(result.fillRateBefore)}. Medians of parts need not add up to the median of the whole.`,
  rows: [
    bandRow('Fill rate', result.fillRateAfter, rate),
    bandRow('Extra filled posts', result.extraFilled, posts),
    bandRow('– from other modelled regions together', result.fromOtherRegions, posts),
    bandRow('– from elsewhere or nowhere', result.fromElsewhere, posts),
    bandRow('Cost, all years', result.costGbp, formatGbpShort),
    costPerPostRow(result.costPerExtraFilledGbp),
  ],
});

const fillOddsReading = ({ fillOdds }: RoundResult): ModelledOption['readings'][number] => ({
  name: 'Odds of fill: the cautious reading',
  note: 'The same effect on the scale on which it was observed, without rivals. Nothing loaded tells which reading is nearer.',
  rows: [
    bandRow('Fill rate', fillOdds.fillRateAfter, rate),
    bandRow('Extra filled posts', fillOdds.extraFilled, posts),
    bandRow('Cost, all years', fillOdds.costGbp, formatGbpShort),
    costPerPostRow(fillOdds.costPerExtraFilledGbp),
  ],
});

const shiftWords = (shift: number | null, median: number): string => {
  if (shift === null) return 'none, the region is full';
  return `a utility shift of ${formatNumber(shift, 3)}${median > 0 ? ` (${percentOf(shift / median)} of the median)` : ''}`;
};

const breakEvenWords = (result: RoundResult): string => {
  const median = result.deltaUtility.median;
  const round = shiftWords(result.breakEvenDeltaUtility, median);
  return `in the round, ${round}; as odds of fill, ${shiftWords(result.fillOdds.breakEvenDeltaUtility, median)}`;
};

const facts = (result: RoundResult): ModelledOption['facts'] => [
  {
    label: 'Chance of at least one extra filled post',
    value: `${percentOf(result.chanceOfOneExtraPost)} in the round, ${percentOf(result.fillOdds.chanceOfOneExtraPost)} as odds of fill`,
  },
  { label: 'Smallest effect that fills one extra post (break-even)', value: breakEvenWords(result) },
  {
    label: 'People who would choose a post here, for each post (excess demand)',
    value: `${formatNumber(result.excessDemandBefore, 2)} without the package, ${formatNumber(result.excessDemandAfter.median, 2)} with it`,
  },
];

const whoLoses = (result: RoundResult): string => {
  if (result.otherRegionsPosts === 0) {
    return `No other region is modelled. All ${posts(result.extraFilled.median)} extra filled posts show as drawn from elsewhere or nowhere: from other regions, other jobs or no job. What each other region loses is not known.`;
  }
  return `Of ${posts(result.extraFilled.median)} extra filled posts at the median of the round, ${posts(result.fromOtherRegions.median)} are taken from the other modelled regions together and ${posts(result.fromElsewhere.median)} from elsewhere or nowhere. No region is named a loser, because movements between regions have not been fitted.`;
};

const settingWords = (setting: LeverSetting, postCount: number): string =>
  `${percentOf(setting.coverage)} of ${formatCount(postCount)} posts; ${formatGbp(setting.costPerPlacePerYearGbp)} a place a year for ${formatNumber(setting.costYears, Number.isInteger(setting.costYears) ? 0 : 1)} ${setting.costYears === 1 ? 'year' : 'years'}`;

const warnings = ({ result }: OptionInput): string[] => [
  ...(result.atCeiling ? ['The round is at its ceiling: fill can’t rise further.'] : []),
  ...(result.outsideEvidence
    ? [
        'In some draws the package is stronger than anything studied (a utility shift above 1.0): read those results as outside the evidence.',
      ]
    : []),
];

const inputs = ({ receipt }: OptionInput): string[] => [
  ...receipt.inputs.regions.map(
    (region) =>
      `${region.areaName}: ${formatCount(region.posts)} posts, ${formatCount(region.accepts)} accepts (${region.origin === 'typed' ? 'typed in' : 'loaded'}; ${region.basis})`,
  ),
  `People per place: ${formatNumber(receipt.inputs.peoplePerPlace, 2)} (${receipt.inputs.peoplePerPlaceBasis})`,
  `Chance that a lever of very low or no certainty has no effect: ${percentOf(receipt.inputs.noEffectProbability)} (assumption)`,
];

const costWords = (result: RoundResult): string => {
  const [low, high] = [result.fillOdds.costGbp.median, result.costGbp.median].sort((a, b) => a - b).map(formatGbpShort);
  return low === high ? `${low}` : `${low} to ${high}`;
};

const headline = (option: OptionInput): string => {
  const { result, receipt } = option;
  const names = nameList(option.levers.map((lever) => lever.name));
  const range = (band: Band) => `${posts(band.median)} (80% interval ${posts(band.lower80)} to ${posts(band.upper80)})`;
  return `${names}: ${range(result.extraFilled)} extra ${receipt.inputs.level} posts filled in the round, ${range(result.fillOdds.extraFilled)} read as odds of fill, for ${costWords(result)}.`;
};

export const optionSection = (option: OptionInput | null): ModelledOption | null => {
  if (option === null) return null;
  const { receipt, result } = option;
  return {
    level: receipt.inputs.level,
    headline: option.headline ?? headline(option),
    levers: receipt.inputs.levers.map((setting) => {
      const lever = option.levers.find((entry) => entry.id === setting.leverId);
      const region = receipt.inputs.regions.find((entry) => entry.areaCode === receipt.inputs.targetAreaCode);
      return {
        name: lever?.name ?? setting.leverId,
        certainty: lever ? CERTAINTY_WORDS[lever.certainty] : 'Not stated',
        setting: settingWords(setting, region?.posts ?? 0),
        reason: setting.reason,
      };
    }),
    readings: [roundReading(result), fillOddsReading(result)],
    facts: facts(result),
    whoLoses: whoLoses(result),
    warnings: warnings(option),
    regime: option.regime,
    inputs: inputs(option),
    receipt: `Run ${receipt.runId}, engine ${receipt.engineVersion}, seed ${receipt.seed}, ${receipt.draws} draws`,
  };
};
