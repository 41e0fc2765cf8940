import { absentCell, type ChartCell, type ChartTableData } from '@/components/charts/chart-cell';
import { leversOf } from '@/components/pathway/builder-state';
import { leverName } from '@/lib/domain/levers/catalogue/lever-name';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import type { Reach, VacancyAnswer } from '@/lib/domain/pathway-questions/vacancy-question';
import { formatNumber } from '@/lib/format/number';
import { bandWords } from '@/lib/format/pathway-words';
import { formatPosts } from '@/lib/format/round-words';
import { type AskedRun, costNotes, costUnknownOf, regionName, sumWords } from './asked-run';

const pct = (value: number): string => `${formatNumber(value, 1)}%`;

const nameOf = ({ leverId }: Reach): string =>
  leverId === null ? 'All levers of this run together' : leverName(leverId);

const sizeOf = ({ leverId, intensity }: Reach): string => {
  if (leverId === null) return `${formatNumber(100 * intensity)}% of the most that each can be`;
  const unit = PATHWAY_LEVERS.find(({ id }) => id === leverId)?.intensity.unit ?? 'unit';
  return `${formatNumber(intensity, Number.isInteger(intensity) ? 0 : 2)} (${unit})`;
};

/** What it takes, or that it can’t be had within the caps; the posts that others lose are never left out. */
export function vacancySentence(run: AskedRun, { question, today, isAlready, reaches }: VacancyAnswer): string {
  const where = regionName(run, question.regionCode);
  const now = `With nothing offered, ${pct(today.median)} of the specialty posts of ${where} in ${question.year} stay empty at the median`;
  if (isAlready) return `${now}: it is so already, and nothing has to be offered for it.`;
  const reached = reaches.filter(({ kind }) => kind === 'reached');
  if (reached.length === 0) {
    const best = Math.min(...reaches.map(({ vacancyPct }) => vacancyPct.median));
    return `${now}. ${pct(question.vacancyPct)} can’t be reached: even the most that these levers can be, alone or together, leaves ${pct(best)}.`;
  }
  const ways = reached.map(
    (reach) =>
      `${nameOf(reach).toLowerCase()} at ${sizeOf(reach)}, while other regions lose ${formatPosts(reach.lostByOthers.median)} posts over the run`,
  );
  const not = reaches.length - reached.length;
  return `${now}. To bring that to ${pct(question.vacancyPct)} it takes ${ways.join('; or ')}.${
    not > 0
      ? ` ${not === 1 ? 'One other way isn’t enough at the most it can be.' : `${not} other ways aren’t enough at the most they can be.`}`
      : ''
  }`;
}

const COLUMNS = [
  { label: 'Lever' },
  { label: 'Answer' },
  { label: 'Size' },
  { label: 'Vacancy then, median', numeric: true },
  { label: 'Vacancy then, 80% interval', numeric: true },
  { label: 'Posts lost by other regions over the run, median', numeric: true },
  { label: '80% interval', numeric: true },
  { label: 'Whole cost, discounted, median', numeric: true },
];

const costOf = (scenario: AskedRun['scenario'], regionCode: string, { leverId, costGbp }: Reach): ChartCell => {
  const here = scenario.offers.filter((offer) => offer.regionCode === regionCode);
  const levers = leverId === null ? leversOf({ ...scenario, offers: here }) : [leverId];
  const text = sumWords(costGbp.median, levers, costUnknownOf(scenario));
  // A sum that lacks something is no number to reckon with.
  return levers.some((id) => costUnknownOf(scenario).has(id))
    ? absentCell('not_loaded', text)
    : { value: costGbp.median, text };
};

export const vacancyTable = ({ scenario }: AskedRun, { question, reaches }: VacancyAnswer): ChartTableData => ({
  columns: COLUMNS,
  rows: reaches.map((reach) => [
    nameOf(reach),
    reach.kind === 'reached' ? 'enough at' : 'not enough even at',
    sizeOf(reach),
    { value: reach.vacancyPct.median, text: pct(reach.vacancyPct.median) },
    `${pct(reach.vacancyPct.lower80)} to ${pct(reach.vacancyPct.upper80)}`,
    { value: reach.lostByOthers.median, text: formatPosts(reach.lostByOthers.median) },
    `${formatPosts(reach.lostByOthers.lower80)} to ${formatPosts(reach.lostByOthers.upper80)}`,
    costOf(scenario, question.regionCode, reach),
  ]),
});

export const vacancyNotes = ({ scenario }: AskedRun, { question, draws, today, evaluated }: VacancyAnswer) => [
  `Vacancy here: posts recruited to in the year and not filled, not posts of the establishment without a doctor. With nothing offered: ${bandWords(today, pct)}.`,
  `“Enough” means that the median of ${draws} draws gets there: in about half of them it doesn’t. The smallest size on the lever’s dial that does it, found by halving (${evaluated} runs).`,
  `An uncertain lever does nothing at all in ${formatNumber(100 * scenario.noEffectProbability)}% of draws (an assumption of this run), so that alone it may never move the median.`,
  `Each lever is offered without the others, where and to whom this run offers it in the region, and kept up to the intake of ${question.year}; the most is what was studied, else the end of its dial.`,
  ...costNotes(scenario),
];
