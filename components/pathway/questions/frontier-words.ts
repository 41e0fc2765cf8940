import type { FrontierMark } from '@/components/charts/frontier';
import { leverName } from '@/lib/domain/levers/catalogue/lever-name';
import type { Mix, RunFrontier } from '@/lib/domain/pathway-questions/run-frontier';
import { formatGbpShort, formatNumber, formatSigned } from '@/lib/format/number';
import { groupWords } from '@/lib/format/pathway-words';
import { formatChance, formatPosts } from '@/lib/format/round-words';
import { listInWords } from '@/lib/format/words';
import { type AskedRun, costNotes, costUnknownOf, regionName, sumWords } from './asked-run';

export const mixName = (at: number): string => String.fromCharCode(65 + at);

/** So many decimals that two digits of the largest number are seen, 1 to 6. */
export const decimalsFor = (values: readonly number[]): number => {
  const most = Math.max(...values.map(Math.abs), 0);
  return most === 0 ? 1 : Math.min(6, Math.max(1, 2 - Math.floor(Math.log10(most))));
};

type Written = { readonly need: (value: number) => string; readonly careers: (value: number) => string };

/** How need and careers are written: alike in drawing, table and words. */
export function writtenAs({ mixes, option }: RunFrontier) {
  const all = [...mixes, option];
  const decimals = {
    need: decimalsFor(all.map(({ need }) => need.mean)),
    careers: decimalsFor(all.map(({ careers }) => careers.mean)),
  };
  return {
    decimals,
    need: (value: number) => formatSigned(value, decimals.need),
    careers: (value: number) => formatSigned(value, decimals.careers),
  };
}

/** `Golden hello, Kelvarrow: 20,000 (£ once)`; what isn't made is left out. */
export function mixWords({ scenario, regions }: AskedRun, { intensities }: Mix): string {
  const parts = scenario.offers.flatMap(({ leverId, regionCode, group }, at) => {
    const intensity = intensities[at] ?? null;
    if (intensity === null) return [];
    const where = [regionName({ regions }, regionCode), ...(group ? [groupWords(group)] : [])].join(', ');
    return [`${leverName(leverId)} (${where}) at ${formatNumber(intensity, Number.isInteger(intensity) ? 0 : 2)}`];
  });
  return listInWords(parts) || 'nothing offered';
}

/** What a mix costs, as far as it is known. */
export function mixCost({ scenario }: AskedRun, { intensities, costGbp }: Mix): { text: string; isWhole: boolean } {
  const levers = scenario.offers.flatMap(({ leverId }, at) => ((intensities[at] ?? null) === null ? [] : [leverId]));
  const unknown = costUnknownOf(scenario);
  return {
    text: sumWords(costGbp, [...new Set(levers)], unknown),
    isWhole: !levers.some((leverId) => unknown.has(leverId)),
  };
}

const NOTHING = { mean: 0, median: 0, lower80: 0, upper80: 0, lower95: null, upper95: null };

/** Today's policy: nothing of it offered. */
export const TODAY: Mix = {
  ...{ intensities: [], costGbp: 0, need: NOTHING, careers: NOTHING, worstOff: NOTHING },
  ...{ extraPosts: NOTHING, lostByOthers: NOTHING },
};

export const frontierMarks = ({ mixes, option }: RunFrontier): FrontierMark[] => [
  ...mixes.map(({ need, careers }, at) => ({ label: mixName(at), kind: 'mix' as const, need, careers })),
  { label: 'today', kind: 'today', need: TODAY.need, careers: TODAY.careers },
  { label: 'this run', kind: 'option', need: option.need, careers: option.careers },
];

/** What a step from one mix to the next gains and gives up. */
export function stepWords(
  run: AskedRun,
  [from, to]: readonly [Mix, Mix],
  names: readonly [string, string],
  shareOfDraws: number,
  { need, careers }: Written,
): string {
  const money = to.costGbp - from.costGbp;
  const isWhole = mixCost(run, from).isWhole && mixCost(run, to).isWhole;
  const cost =
    Math.abs(money) < 1_000
      ? `${isWhole ? 'It' : 'What is costed'} costs about the same.`
      : `${isWhole ? 'It' : 'What is costed'} costs ${formatGbpShort(Math.abs(money))} ${money > 0 ? 'more' : 'less'}.`;
  const lost = to.lostByOthers.mean - from.lostByOthers.mean;
  const others =
    Math.abs(lost) < 0.05
      ? 'Other regions lose as many posts.'
      : `Other regions lose ${formatPosts(Math.abs(lost))} posts ${lost > 0 ? 'more' : 'fewer'}.`;
  return `From ${names[0]} to ${names[1]}: careers go from ${careers(from.careers.mean)} to ${careers(to.careers.mean)}; given up is need, from ${need(from.need.mean)} to ${need(to.need.mean)} (so in ${formatChance(shareOfDraws)} draws). ${others} ${cost}`;
}

/** What the frontier says, in one or two sentences; never which mix to take. */
export function frontierSentence(answer: RunFrontier): string {
  const { mixes, budgetGbp, option } = answer;
  const within = `Within ${formatGbpShort(budgetGbp)}`;
  const { need, careers } = writtenAs(answer);
  const [first] = mixes;
  const last = mixes.at(-1);
  if (!first || !last) return `${within} nothing can be offered.`;
  const run = `This run: need ${need(option.need.mean)}, careers ${careers(option.careers.mean)}; today 0 and 0.`;
  return mixes.length === 1
    ? `${within} these levers don’t trade need against careers: one mix reaches the most of both. What it gives up is money, and posts of other regions. ${run}`
    : `${within} ${mixes.length} mixes are left that no other beats: need goes from ${need(first.need.mean)} to ${need(last.need.mean)} percentage points while careers go from ${careers(first.careers.mean)} to ${careers(last.careers.mean)}. ${run}`;
}

/** Said plainly where another mix is no worse in either and better in one. */
export function beatenWords(run: AskedRun, answer: RunFrontier): string | null {
  const { optionBeaten, option, budgetGbp } = answer;
  if (!optionBeaten) {
    return option.costGbp > budgetGbp
      ? `This run costs ${formatGbpShort(option.costGbp)}, more than that budget: it isn’t one of the mixes within it.`
      : null;
  }
  const { by, shareOfDraws } = optionBeaten;
  const { need, careers } = writtenAs(answer);
  return `Another mix does no worse than this run on need and on careers, better on at least one, and for no more money: ${mixWords(run, by)}. Need ${need(by.need.mean)} against ${need(option.need.mean)}, careers ${careers(by.careers.mean)} against ${careers(option.careers.mean)}, ${mixCost(run, by).text} against ${mixCost(run, option).text}. It does no worse in either in ${formatChance(shareOfDraws)} draws.`;
}

const percentOf = (share: number): string => `${formatNumber(100 * share, share < 0.1 ? 1 : 0)}%`;

/** How it was worked out: what a reader has to know before using it. */
export function frontierNotes({ scenario }: AskedRun, answer: RunFrontier): string[] {
  const { combinations, evaluated, addedUp, draws, levels, option } = answer;
  const tried = scenario.offers.map(
    ({ leverId }, at) =>
      `${leverName(leverId)} ${(levels[at] ?? []).map((level) => formatNumber(level, Number.isInteger(level) ? 0 : 2)).join(', ')}`,
  );
  return [
    'Need: points of the need-weighted shortfall of consultants and GPs that go, mean of all years. Careers: change of what choosing a post is worth to a doctor at CT1/ST1 (utility), mean of all years; 0.026 is worth about 1% of basic pay. The two are never added up.',
    `Every point is a mean of ${draws} draws of the whole model, all its levers run together; whiskers are 80% of draws${option.need.lower95 === null ? '' : ', and 95% of them are in the table'}. All mixes are run on the same draws: whiskers that overlap may still be in one order in nearly every draw, and each step below says in how many.`,
    addedUp === null
      ? `All ${formatNumber(combinations)} mixes of the sizes tried were run. The line between them only guides the eye: nothing between was run.`
      : `Of ${formatNumber(combinations)} mixes ${evaluated} were run: each size alone, then those that the effects added up speak for, then those one size away. Added up, need is off by up to ${percentOf(addedUp.need)} and careers by up to ${percentOf(addedUp.careers)} of the range of what was run within the budget, so that a good mix may be missed; those shown were run together.`,
    `Sizes tried: ${[...new Set(tried)].join('; ')}. Everything else as in this run.`,
    ...costNotes(scenario),
  ];
}
