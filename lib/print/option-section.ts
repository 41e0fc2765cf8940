import type { ModelledOption, OptionResultRow } from '@/lib/contracts/briefing';
import type { Band, LeverSetting, RoundResult } from '@/lib/contracts/scenario';
import { nameList } from '@/lib/domain/briefing/name-list';
import { costKnown } from '@/lib/domain/levers/cost-known';
import type { Certainty } from '@/lib/domain/levers/lever';
import { formatCount, formatGbp, formatGbpShort, formatNumber, formatShare } from '@/lib/format/number';
import { costRange, costRemark, formatChance } from '@/lib/format/round-words';
import type { OptionInput } from './briefing-input';

const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  moderate: 'Moderate',
  low: 'Low',
  very_low: 'Very low',
  none: 'None: no evidence of an effect',
};

type Write = (value: number) => string;

type Known = ReturnType<typeof costKnown>;
type Reading = { readonly known: Known; readonly atCeiling: boolean };

const posts: Write = (value) => formatNumber(value, 1);
const rate: Write = (value) => formatShare(value);
const percentOf: Write = (share) => formatShare(share, 0);

const bandRow = (measure: string, band: Band, write: Write): OptionResultRow => ({
  measure,
  median: write(band.median),
  interval80: `${write(band.lower80)} to ${write(band.upper80)}`,
  interval95: band.lower95 === null || band.upper95 === null ? '–' : `${write(band.lower95)} to ${write(band.upper95)}`,
});

const UNKNOWN = { median: 'Not known', interval80: 'No cost entered', interval95: '–' };

const costRow = (band: Band, known: Known): OptionResultRow =>
  known === 'none' ? { measure: 'Cost, all years', ...UNKNOWN } : bandRow('Cost, all years', band, formatGbpShort);

const costPerPostRow = (band: Band | null, { known, atCeiling }: Reading): OptionResultRow => {
  const measure = 'Cost per extra filled post';
  if (atCeiling) return { measure, median: 'None', interval80: 'The region is full', interval95: '–' };
  if (known === 'none') return { measure, ...UNKNOWN };
  if (band) return bandRow(measure, band, formatGbpShort);
  return { measure, median: 'Not given', interval80: 'Under half the draws fill one', interval95: '–' };
};

/** Medians of parts need not add up to the median of the whole: the note says so. */
const roundReading = (result: RoundResult, reading: Reading): ModelledOption['readings'][number] => ({
  name: 'Round: choice among places',
  note: `Fill without the package: ${rate(result.fillRateBefore)}. Medians of parts need not add up to the median of the whole.`,
  rows: [
    bandRow('Fill rate', result.fillRateAfter, rate),
    bandRow('Extra filled posts', result.extraFilled, posts),
    bandRow('– from other modelled regions together', result.fromOtherRegions, posts),
    bandRow('– from elsewhere or nowhere', result.fromElsewhere, posts),
    costRow(result.costGbp, reading.known),
    costPerPostRow(result.costPerExtraFilledGbp, reading),
  ],
});

const fillOddsReading = ({ fillOdds }: RoundResult, reading: Reading): ModelledOption['readings'][number] => ({
  name: 'Odds of fill: the cautious reading',
  note: 'The same effect on the scale on which it was observed, without rivals. Nothing loaded tells which reading is nearer.',
  rows: [
    bandRow('Fill rate', fillOdds.fillRateAfter, rate),
    bandRow('Extra filled posts', fillOdds.extraFilled, posts),
    costRow(fillOdds.costGbp, reading.known),
    costPerPostRow(fillOdds.costPerExtraFilledGbp, reading),
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
    value: `${formatChance(result.chanceOfOneExtraPost)} in the round, ${formatChance(result.fillOdds.chanceOfOneExtraPost)} as odds of fill`,
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

const paidWords = ({ costPerPlacePerYearGbp, costYears }: LeverSetting): string =>
  costPerPlacePerYearGbp === null
    ? 'no cost entered'
    : `${formatGbp(costPerPlacePerYearGbp)} a place a year for ${formatNumber(costYears, Number.isInteger(costYears) ? 0 : 1)} ${costYears === 1 ? 'year' : 'years'}`;

const settingWords = (setting: LeverSetting, postCount: number): string =>
  `${percentOf(setting.coverage)} of ${formatCount(postCount)} posts; ${paidWords(setting)}`;

const warnings = ({ result }: OptionInput): string[] => [
  ...(result.atCeiling ? ['The round is at its ceiling: fill can’t rise further.'] : []),
  ...(result.outsideEvidence
    ? [
        'In some draws the package is stronger than anything studied (a utility shift above 1.0): read those results as outside the evidence.',
      ]
    : []),
];

type RegionRounds = OptionInput['receipt']['inputs']['regions'];

/** Regions with the same origin and basis in one line. */
function roundLines(regions: RegionRounds): string[] {
  const bases = new Map<string, RegionRounds[number][]>();
  for (const region of regions) {
    const basis = `${region.origin === 'typed' ? 'typed in' : 'loaded'}; ${region.basis}`;
    bases.set(basis, [...(bases.get(basis) ?? []), region]);
  }
  const counts = ({ areaName, accepts, posts }: RegionRounds[number]) =>
    `${areaName} ${formatCount(accepts)} of ${formatCount(posts)}`;
  return [...bases].map(([basis, same]) => `Accepts of posts (${basis}): ${same.map(counts).join(', ')}`);
}

const inputs = ({ receipt }: OptionInput): string[] => [
  ...roundLines(receipt.inputs.regions),
  `People per place: ${formatNumber(receipt.inputs.peoplePerPlace, 2)} (${receipt.inputs.peoplePerPlaceBasis})`,
  `Chance that a lever of very low or no certainty has no effect: ${percentOf(receipt.inputs.noEffectProbability)} (assumption)`,
];

const headline = (option: OptionInput): string => {
  const { result, receipt } = option;
  const known = costKnown(receipt.inputs.levers);
  const names = nameList(option.levers.map((lever) => lever.name));
  const range = (band: Band) => `${posts(band.median)} (80% interval ${posts(band.lower80)} to ${posts(band.upper80)})`;
  return `${names}: ${range(result.extraFilled)} extra ${receipt.inputs.level} posts filled in the round, ${range(result.fillOdds.extraFilled)} read as odds of fill; cost ${[costRange(result.fillOdds.costGbp.median, result.costGbp.median, known), costRemark(known)].filter(Boolean).join(' ')}.`;
};

export const optionSection = (option: OptionInput | null): ModelledOption | null => {
  if (option === null) return null;
  const { receipt, result } = option;
  const reading = { known: costKnown(receipt.inputs.levers), atCeiling: result.atCeiling };
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
    readings: [roundReading(result, reading), fillOddsReading(result, reading)],
    facts: facts(result),
    whoLoses: whoLoses(result),
    warnings: warnings(option),
    regime: option.regime,
    inputs: inputs(option),
    receipt: `Run ${receipt.runId}, engine ${receipt.engineVersion}, seed ${receipt.seed}, ${receipt.draws} draws`,
  };
};
