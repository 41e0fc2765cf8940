import type { UsedRelease } from '@/lib/contracts/pathway-records';
import type { PathwayModelled } from '@/lib/contracts/pathway-result';
import { RunBriefing } from '@/lib/contracts/run-briefing';
import { leverName } from '@/lib/domain/levers/catalogue/lever-name';
import { hasNoCeiling, PLACES_NOT_LIMITED } from '@/lib/domain/pathway-scenario/place-limit';
import { formatNumber } from '@/lib/format/number';
import { assumptionLines, bandWords, costPerWords, costWords, pathwaySentence } from '@/lib/format/pathway-words';
import { formatChance } from '@/lib/format/round-words';
import { listInWords } from '@/lib/format/words';
import { equalityBlock } from './equality-block';
import { type RunBriefingInput, readFor } from './run-input';
import { printedLevers } from './run-levers';
import { careersPurpose, needPurpose, postsFan } from './run-purposes';
import { foundationTable, gainsTable, regionsTable, yearsTable } from './run-tables';
import { releaseLabel } from './sources-section';

const STATUS = 'Management information, not official statistics';
const ROOT_LABELS = {
  england: 'England',
  demonstration: 'DEMONSTRATION. Invented country: every figure is made up',
} as const;
const NOT_A_FORECAST = 'A result of this model is for comparing options and for deciding what to try, not a forecast.';

const withReason = ({ title, withdrawnReason }: UsedRelease): string =>
  withdrawnReason ? `${title} (${withdrawnReason})` : title;

function banners(releases: readonly UsedRelease[]): string[] {
  const withdrawn = releases.filter(({ status }) => status === 'withdrawn');
  const superseded = releases.filter(({ status }) => status === 'superseded');
  return [
    ...(withdrawn.length > 0
      ? [
          `Made from data withdrawn since: ${withdrawn.map(withReason).join('; ')}. The numbers are kept so that a decision can be audited. Don’t use them for a new one.`,
        ]
      : []),
    ...(superseded.length > 0
      ? [`Newer data have been published since: ${superseded.map(({ title }) => title).join('; ')}.`]
      : []),
  ];
}

const gainFacts = ({ summary, scenario }: PathwayModelled): RunBriefing['facts'] => {
  const [chance, gain] = hasNoCeiling(scenario)
    ? ['Chance that at least one more would come', 'People who would come more, whole run']
    : ['Chance of at least one more post filled', 'Specialty posts filled more, whole run'];
  return [
    { label: chance, value: formatChance(summary.chanceOfOneExtraPost) },
    { label: gain, value: bandWords(summary.extraPostsFilled) },
  ];
};

const facts = (result: PathwayModelled): RunBriefing['facts'] => {
  const {
    costKnown,
    summary: { totals },
  } = result;
  return [
    ...gainFacts(result),
    { label: 'Whole cost, discounted at 3.5%', value: costWords(totals.costGbp, costKnown) },
    { label: 'Cost for each CCT-FTE more', value: costPerWords(totals.costPerAdditionalCctFteGbp, result) },
    {
      label: 'The same, weighted by need',
      value: costPerWords(totals.costPerAdditionalNeedWeightedCctFteGbp, result),
    },
  ];
};

const rests = ({ notes, fit }: PathwayModelled): string[] => [
  ...notes,
  `In the first year the model gives back every loaded accept to within ${formatNumber(fit.largestResidual, 3)} doctors (${fit.options} places of training).`,
  fit.movementsFitted
    ? 'Staying and distance are fitted to the moves that are loaded.'
    : 'No moves between regions are loaded, so that no region is named as losing.',
];

const receiptFacts = ({ receipt }: PathwayModelled): RunBriefing['receipt'] => [
  { label: 'Receipt', value: receipt.id },
  { label: 'Engine', value: receipt.engineVersion },
  { label: 'Hash of the data', value: receipt.dataHash },
  { label: 'Releases', value: receipt.releaseIds.join(', ') || 'none' },
  { label: 'Seed', value: String(receipt.seed) },
  { label: 'Draws', value: String(receipt.draws) },
];

/** Whether the run's release is still shown, in a word. */
const STATUS_WORDS: Readonly<Record<UsedRelease['status'], string>> = {
  published: 'Published',
  superseded: 'Superseded by a newer one',
  withdrawn: 'Withdrawn',
};

/** A run of the pathway for paper: every string of it is made here, from the result that the screen shows. */
export function buildRunBriefing(input: RunBriefingInput): RunBriefing {
  const { result, releases, affected } = input;
  const { scenario, receipt, summary } = result;
  const { name } = readFor(input);
  const isOffered = scenario.offers.length > 0;
  const levers =
    listInWords([...new Set(scenario.offers.map(({ leverId }) => leverName(leverId)))]) || 'Nothing offered';
  const last = summary.startYear + scenario.years - 1;
  return RunBriefing.parse({
    format: 'stead-run-briefing/1',
    root: scenario.country,
    rootLabel: ROOT_LABELS[scenario.country],
    kicker: `Stead, run of the pathway · ${name}`,
    title: `${levers}, ${name}: ${summary.startYear} to ${last}`,
    footerTitle: `Run of the pathway, ${name}`,
    status: STATUS,
    runLabel: `Receipt ${receipt.id}`,
    releaseLabel: releaseLabel(receipt.releaseIds),
    banners: [...(hasNoCeiling(scenario) ? [PLACES_NOT_LIMITED] : []), ...banners(releases)],
    headline: pathwaySentence(result, name),
    cautions: [
      `${result.regime} ${NOT_A_FORECAST}`,
      ...(result.outsideEvidence > 0
        ? [
            `Partly outside the evidence: in ${formatChance(result.outsideEvidence)} draws the package is stronger than anything that has been studied (a utility above 1.0).`,
          ]
        : []),
    ],
    facts: isOffered ? facts(result) : [],
    fan: isOffered ? postsFan(input) : null,
    gains: isOffered ? gainsTable(input) : null,
    foundation: foundationTable(input),
    years: isOffered ? yearsTable(input) : null,
    regions: isOffered ? regionsTable(input) : null,
    need: needPurpose(input),
    careers: careersPurpose(input),
    levers: printedLevers(input),
    equality: affected && equalityBlock(affected),
    assumptions: assumptionLines(scenario),
    rests: rests(result),
    receipt: receiptFacts(result),
    sources: releases.map(({ id, title, status }) => [title, id, STATUS_WORDS[status]]),
  });
}
