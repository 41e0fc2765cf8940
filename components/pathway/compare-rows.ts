import type { PathwayRun } from '@/lib/contracts/pathway-records';
import type { PairedBands, PathwayModelled } from '@/lib/contracts/pathway-result';
import { leverName } from '@/lib/domain/levers/catalogue/lever-name';
import type { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { hasNoCeiling } from '@/lib/domain/pathway-scenario/place-limit';
import { offersFoundation } from '@/lib/format/foundation-series';
import { formatSigned } from '@/lib/format/number';
import {
  AREA_WORDS,
  areaSeries,
  COUNTRY_WORDS,
  countrySeries,
  lastOfferedYear,
  type MeasureWords,
  scaled,
} from '@/lib/format/pathway-series';
import {
  bandWords,
  costPerWords,
  costWords,
  groupWords,
  nodesWords,
  offerWords,
  onCostWords,
  WEIGHTING_WORDS,
} from '@/lib/format/pathway-words';
import { formatChance } from '@/lib/format/round-words';
import { foundationRows } from './compare-foundation';

/** A run with a result, and how it is named in the comparison. */
export type ComparedRun = { readonly name: string; readonly run: PathwayRun; readonly result: PathwayModelled };
export type ComparedRow = { readonly label: string; readonly cells: readonly string[] };

type Read = (compared: ComparedRun) => string;

const targetOf = ({ run }: ComparedRun): string => run.scenario.offers[0]?.regionCode ?? run.areaCode;

type When = (result: PathwayModelled) => { readonly at: number; readonly words: string };
const inLastYear: When = () => ({ at: -1, words: '' });
/** Runs may end their offers in different years: each cell says its own. */
const whileOffered: When = (result) => {
  const { at, year } = lastOfferedYear(result);
  return { at, words: `${year}: ` };
};

const changeWords = (
  years: readonly PairedBands[],
  { at, words }: ReturnType<When>,
  { decimals, scale }: MeasureWords,
): string => {
  const year = years.at(at);
  if (!year) return 'not given';
  return `${words}${bandWords(scaled(year.difference, scale), (value) => formatSigned(value, decimals))}`;
};

const ofArea =
  (measure: 'ftePer100kNeed' | 'yearsToCct', when: When): Read =>
  (compared) =>
    changeWords(
      areaSeries(compared.result.summary, targetOf(compared), measure),
      when(compared.result),
      AREA_WORDS[measure],
    );

const ofCountry =
  (measure: 'needWeightedShortfall' | 'worstInclusiveValue' | 'forcedMoves' | 'firstChoicesMet', when: When): Read =>
  ({ result }) =>
    changeWords(countrySeries(result.summary, measure), when(result), COUNTRY_WORDS[measure]);

/** People who would come are not posts filled: a run without limit says so in its cell. */
const extraWords: Read = ({ result: { summary, scenario } }) =>
  `${bandWords(summary.extraPostsFilled)}${hasNoCeiling(scenario) ? '; people who would come, as places are not limited' : ''}`;

const MEASURES: readonly (readonly [string, Read])[] = [
  ['Specialty posts filled more, whole run', extraWords],
  ['Chance of at least one more', ({ result }) => formatChance(result.summary.chanceOfOneExtraPost)],
  ['Lost by other regions', ({ result }) => bandWords(result.summary.totals.lostByOtherRegions)],
  ['From doctors without a post, or elsewhere', ({ result }) => bandWords(result.summary.totals.fromOutside)],
  [
    'Whole cost, discounted',
    (compared) => costWords(compared.result.summary.totals.costGbp, compared.result.costKnown),
  ],
  [
    'Cost for each CCT-FTE more',
    ({ result }) => costPerWords(result.summary.totals.costPerAdditionalCctFteGbp, result),
  ],
  ['Need: FTE per 100,000 need-weighted, last year', ofArea('ftePer100kNeed', inLastYear)],
  ['Need: shortfall in the country, %, last year', ofCountry('needWeightedShortfall', inLastYear)],
  [
    'Careers: worth to the class worst off (thousandths of utility), last year offered',
    ofCountry('worstInclusiveValue', whileOffered),
  ],
  ['Careers: forced moves, last year offered', ofCountry('forcedMoves', whileOffered)],
  ['Careers: first choices met, %, last year offered', ofCountry('firstChoicesMet', whileOffered)],
  ['Careers: years to CCT, last year offered', ofArea('yearsToCct', whileOffered)],
];

/**
 * Every outcome of each run, median and 80 % interval: gains beside losses, need beside careers. Foundation posts where any of
 * the runs offers something there.
 */
export const outcomeRows = (runs: readonly ComparedRun[]): ComparedRow[] => {
  const atFoundation = runs.some(({ result }) => offersFoundation(result.scenario));
  const [posts, ...others] = MEASURES.map(([label, read]) => ({ label, cells: runs.map(read) }));
  return [
    ...(posts ? [posts] : []),
    ...(atFoundation ? foundationRows(runs.map(({ result }) => result)) : []),
    ...others,
  ];
};

type NameOf = (code: string) => string;

const offerKey = ({ leverId, regionCode, group, nodes, fromYear }: PathwayScenario['offers'][number], nameOf: NameOf) =>
  [
    leverName(leverId),
    nameOf(regionCode),
    nodesWords(nodes),
    group === null ? '' : groupWords(group),
    `from ${fromYear}`,
  ]
    .filter(Boolean)
    .join(', ');

const inputsOf = (scenario: PathwayScenario, nameOf: NameOf): ReadonlyMap<string, string> => {
  const { offers, switches, years, noEffectProbability, needWeighting, employerOnCost, draws, seed } = scenario;
  return new Map([
    ...offers.map((offer) => [offerKey(offer, nameOf), offerWords(offer, nameOf(offer.regionCode))] as const),
    ['Years', String(years)],
    ['Chance that an uncertain lever does nothing', `${Math.round(100 * noEffectProbability)}%`],
    ['Need weighed by', WEIGHTING_WORDS[needWeighting]],
    ['Employer’s costs', onCostWords(employerOnCost)],
    ...Object.entries(switches).map(([key, value]) => [`Structure: ${key}`, value.replace('_', ' ')] as const),
    ['Draws', String(draws)],
    ['Seed', String(seed)],
  ]);
};

/** Only what differs between the runs; a lever that a run doesn't have is `not offered`. */
export const changedInputs = (runs: readonly Pick<PathwayRun, 'scenario'>[], nameOf: NameOf): ComparedRow[] => {
  const inputs = runs.map(({ scenario }) => inputsOf(scenario, nameOf));
  const labels = [...new Set(inputs.flatMap((one) => [...one.keys()]))];
  return labels.flatMap((label) => {
    const cells = inputs.map((one) => one.get(label) ?? 'not offered');
    return new Set(cells).size > 1 ? [{ label, cells }] : [];
  });
};

/** Runs on the same country and draws differ by what was offered alone; others by the draw of luck or the data too. */
export const sharesDraws = (runs: readonly ComparedRun[]): boolean =>
  new Set(runs.map(({ result }) => `${result.receipt.dataHash} ${result.receipt.seed} ${result.receipt.engineVersion}`))
    .size <= 1;

type RuledRun = Pick<ComparedRun, 'name'> & {
  readonly result: Pick<PathwayModelled, 'regime'> & {
    readonly summary: Pick<PathwayModelled['summary'], 'startYear'>;
    readonly scenario: Pick<PathwayModelled['scenario'], 'years'>;
  };
};

const yearsAndRules = ({ result: { summary, scenario, regime } }: RuledRun): string =>
  `${summary.startYear} to ${summary.startYear + scenario.years - 1}, counted from the recruitment of ${summary.startYear}. ${regime}`;

/** The years and the recruitment rules that the runs are of: once where all share them, else each with its name. */
export const regimeLines = (runs: readonly RuledRun[]): { readonly lines: string[]; readonly isOne: boolean } => {
  const said = runs.map(yearsAndRules);
  const isOne = new Set(said).size <= 1;
  return { isOne, lines: isOne ? said.slice(0, 1) : runs.map(({ name }, at) => `${name}: ${said[at]}`) };
};
