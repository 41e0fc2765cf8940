import { BriefingDocument, type Challenge, type RecommendationSection } from '@/lib/contracts/briefing';
import { type ChallengeData, notLookedAt, weakestData, wouldFlip } from '@/lib/domain/briefing/challenge';
import { findingTitle, footerTitle } from '@/lib/domain/briefing/finding-title';
import { selectKeyMessages } from '@/lib/domain/briefing/key-messages';
import {
  MAX_BESIDE_OPTION,
  MAX_RECOMMENDATIONS,
  selectRecommendations,
} from '@/lib/domain/briefing/recommendation-limit';
import { PROGRAMME } from '@/lib/domain/recommendations/programme';
import { caveatText } from '@/lib/format/caveat';
import { formatDateTime } from '@/lib/format/date';
import { barsSection } from './bars-section';
import type { BriefingInput } from './briefing-input';
import { equalityBlock } from './equality-block';
import { mapSection } from './map-section';
import { optionSection } from './option-section';
import { chosenPosition, positionSection } from './position-section';
import { figuresShown, releaseLabel, sourcesSection } from './sources-section';

const STATUS = 'Management information, not official statistics';
const ROOT_LABELS = { england: 'England', demonstration: 'Demonstration country: every figure is invented' } as const;

const SECTIONS = [
  {
    id: 'measured_here',
    heading: 'Measured here',
    note: 'A current local figure measures what it addresses. An association is not a cause.',
  },
  {
    id: 'applies_anywhere',
    heading: 'Applies anywhere, no local measure',
    note: 'From interviews and policy reviews; nothing loaded measures it in this area.',
  },
  { id: 'other_evidence', heading: 'Other evidence', note: 'From neighbouring studies, not from the interviews.' },
] as const;

type RecommendationRows = RecommendationSection['rows'];

const toRecommendationRows = (rows: BriefingInput['recommendations']): RecommendationRows =>
  rows.map(({ id, title, who, strength, origin, whyHere, inYourGift }) => {
    return { id, title, who, strength, origin, whyHere, inYourGift };
  });

const leftOutNote = (leftOut: number): string => {
  if (leftOut === 0) return '';
  return leftOut === 1 ? ' One more is in Stead’s register.' : ` ${leftOut} more are in Stead’s register.`;
};

const recommendationSections = (input: BriefingInput): RecommendationSection[] => {
  const chosen = selectRecommendations(
    input.option === null
      ? input.recommendations
      : input.recommendations.filter(({ group }) => group !== 'other_evidence'),
    input.option === null ? MAX_RECOMMENDATIONS : MAX_BESIDE_OPTION,
  );
  return SECTIONS.flatMap((section) => {
    const rows = toRecommendationRows(chosen.filter((entry) => entry.group === section.id));
    const all = input.recommendations.filter((entry) => entry.group === section.id).length;
    const note = section.note + leftOutNote(all - rows.length);
    return rows.length === 0 ? [] : [{ id: section.id, heading: section.heading, note, rows }];
  });
};

const rowName = ({ indicator, breakdownLabel }: BriefingInput['position'][number]): string =>
  breakdownLabel === '' ? indicator.shortName : `${indicator.shortName} ${breakdownLabel}`;

const challengeData = (input: BriefingInput): ChallengeData => {
  const rows = chosenPosition(input);
  const current = rows.filter((row) => !row.figure.stale);
  const regions = input.option?.receipt.inputs.regions ?? [];
  return {
    staleNames: rows.filter((row) => row.figure.stale).map(rowName),
    // Only where sampling error exists: an index score or a full count has no interval to miss.
    withoutInterval: current
      .filter(
        (row) =>
          row.indicator.intervalMethod === 'wilson' &&
          row.figure.measure.kind === 'value' &&
          row.figure.measure.interval === null,
      )
      .map(rowName),
    derivedNames: current.filter((row) => row.figure.provenance === 'derived').map(rowName),
    loadedGroups: [...new Set(current.map((row) => row.indicator.group))],
    partial:
      input.bars === null
        ? null
        : {
            name: [input.bars.indicator.shortName, input.bars.breakdownLabel].filter((part) => part !== '').join(' '),
            loaded: input.bars.figures.filter((figure) => figure.measure.kind === 'value').length,
            total: input.places.length,
          },
    typedAreas: regions.filter((region) => region.origin === 'typed').map((region) => region.areaName),
    weakLevers: (input.option?.levers ?? [])
      .filter((lever) => lever.certainty === 'very_low' || lever.certainty === 'none')
      .map((lever) => lever.name),
  };
};

const challengeSection = (input: BriefingInput): Challenge => {
  const data = challengeData(input);
  const result = input.option?.result ?? null;
  return {
    weakest: [...weakestData(data)],
    wouldFlip: [
      ...wouldFlip(
        result === null
          ? null
          : {
              breakEvenDeltaUtility: result.breakEvenDeltaUtility,
              medianDeltaUtility: result.deltaUtility.median,
              breakEvenOnFillOdds: result.fillOdds.breakEvenDeltaUtility,
              atCeiling: result.atCeiling,
              otherRegionsModelled: result.otherRegionsPosts > 0,
            },
      ),
    ],
    notLookedAt: [...notLookedAt(data, result !== null)],
  };
};

/** Paper has room for the first two, or one beside a modelled option; the definition's page has them all. */
const firstSentences = (text: string, count: number): string =>
  text
    .split(/(?<=\.)\s+/u)
    .slice(0, count)
    .join(' ');

const caveats = (input: BriefingInput): string[] => [
  ...new Set(
    chosenPosition(input).flatMap(({ indicator, figure }) => {
      const caveat = firstSentences(caveatText(indicator, figure.provenance), input.option ? 1 : 2);
      return caveat === '' ? [] : [`${indicator.shortName}: ${caveat}`];
    }),
  ),
];

const releasesOf = (affected: BriefingInput['affected']): string[] =>
  affected?.kind === 'given' ? [affected.source.releaseId] : [];

/**
 * Freezes a briefing: every string that the web page and the PDF show is made here. Throws a
 * `ZodError` where a figure lacks its papers, so that an unsourced number never leaves.
 */
export const buildBriefing = (input: BriefingInput): BriefingDocument => {
  const keyMessages = selectKeyMessages(input.messages).map(({ text, ref }) => ({ text, ref }));
  const title = input.title ?? findingTitle(input.area.name, keyMessages.at(0)?.text ?? null);
  const figures = figuresShown(input);
  const receipt = input.option?.receipt ?? null;
  const releaseIds = [
    ...new Set([
      ...figures.map((figure) => figure.releaseId),
      ...(receipt?.releaseIds ?? []),
      ...releasesOf(input.affected),
    ]),
  ].sort();
  return BriefingDocument.parse({
    format: 'stead-briefing/1',
    title,
    footerTitle: footerTitle(input.area.name, title),
    area: { code: input.area.code, name: input.area.name, typeLabel: input.areaTypeLabel },
    root: input.area.root,
    rootLabel: ROOT_LABELS[input.area.root],
    purpose: `For ${input.purpose}`,
    audience: input.audience,
    status: STATUS,
    author: input.author,
    requester: input.requester,
    createdAt: input.createdAt,
    createdLabel: formatDateTime(input.createdAt),
    dataTo: input.dataTo,
    releaseIds,
    runId: receipt?.runId ?? null,
    runLabel: receipt === null ? 'No model run' : `Run ${receipt.runId}`,
    releaseLabel: releaseLabel(releaseIds),
    asks: input.asks,
    keyMessages,
    noMessages:
      'No current figure loaded for this area supports a key message. What is not loaded, and who publishes it, is listed under the position table.',
    position: positionSection(input),
    map: mapSection(input),
    bars: barsSection(input),
    recommendations: recommendationSections(input),
    option: optionSection(input.option),
    noOption: 'No option has been modelled for this briefing.',
    affected: input.affected && equalityBlock(input.affected),
    sources: sourcesSection(figures),
    caveats: caveats(input),
    disclaimer: input.recommendations.some((entry) => entry.usesProgramme) ? PROGRAMME.disclaimer : null,
    challenge: challengeSection(input),
    otherFormats:
      'The same content is on a web page in Stead, under Briefings. Ask its author if you need it in another form.',
  });
};
