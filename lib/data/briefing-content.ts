import type { BriefingAsk, BriefingDocument } from '@/lib/contracts/briefing';
import type { Figure } from '@/lib/contracts/figure';
import type { IndicatorComparison } from '@/lib/contracts/region';
import { chooseFigures } from '@/lib/domain/briefing/figure-choice';
import type { Area } from '@/lib/domain/geography/area';
import { tileLabels } from '@/lib/domain/geography/area-label';
import { layOutTiles } from '@/lib/domain/geography/tile-layout';
import { comparatorOf } from '@/lib/domain/indicators/comparator';
import { compareWithValue } from '@/lib/domain/indicators/compare';
import { type FigureRef, latestWithValue } from '@/lib/domain/indicators/figure-input';
import { ALL } from '@/lib/domain/indicators/indicator';
import { byImportance, MOST_SHOWN } from '@/lib/domain/indicators/shown-breakdowns';
import { plotted } from '@/lib/domain/measure/measure';
import { type ActingRole, giftFor } from '@/lib/domain/recommendations/gift';
import type { Recommendation } from '@/lib/domain/recommendations/recommendation';
import { formatDate } from '@/lib/format/date';
import {
  ACTOR_WORDS,
  AREA_TYPE_WORDS,
  breakdownLabel,
  listInWords,
  ORIGIN_WORDS,
  STRENGTH_WORDS,
} from '@/lib/format/words';
import type { AreaFigures, BriefingInput, OptionInput, PositionInput } from '@/lib/print/briefing-input';
import { buildBriefing } from '@/lib/print/build-briefing';
import type { RegionReview } from './region-review';

export type BriefingMake = {
  review: RegionReview;
  areas: readonly Area[];
  comparisons: readonly IndicatorComparison[];
  asks: readonly BriefingAsk[];
  purpose: BriefingInput['purpose'];
  role: ActingRole;
  author: string;
  createdAt: string;
  option: OptionInput | null;
  affected: BriefingInput['affected'];
};

const refText = (figure: Figure | undefined): string => (figure ? `${figure.source.name}, ${figure.period.label}` : '');

/** On the area's page only: the overall score stands for its seven domains, the fifth for the tenth, moves for stability. */
const PAGE_ONLY = /^imd-(?!score)|^pop-most-deprived-tenth$|^placement-(?!site-moves)/;

/** Counts of posts or people can't be set beside a country's. */
const COUNTED = new Set(['count', 'people']);

function position({ profile }: RegionReview): PositionInput[] {
  return profile.indicators
    .filter(({ id, unit, display }) => display === 'profile' && !COUNTED.has(unit) && !PAGE_ONLY.test(id))
    .flatMap((indicator) => {
      const own = profile.figures.filter((f) => f.indicatorId === indicator.id);
      const breakdowns = byImportance(
        indicator.id,
        own.map(({ breakdown }) => breakdown),
      );
      return breakdowns.slice(0, MOST_SHOWN).flatMap((breakdown) => {
        const figure = latestWithValue(profile.figures, { indicatorId: indicator.id, breakdown });
        // Old figures stay on the area's page: a paper for decision shows what is current.
        if (!figure || figure.stale) return [];
        const comparator = comparatorOf(profile, figure);
        const comparison = compareWithValue(
          figure.measure,
          comparator && plotted(comparator.measure),
          indicator.polarity,
        );
        return [{ indicator, breakdownLabel: breakdownLabel(breakdown), figure, comparator, comparison }];
      });
    });
}

const toAreaFigures = (comparison: IndicatorComparison): AreaFigures => ({
  indicator: comparison.indicator,
  breakdownLabel: breakdownLabel(comparison.breakdown),
  periodLabel: comparison.periodLabel ?? '',
  figures: comparison.rows.flatMap(({ figure }) => (figure ? [figure] : [])),
  benchmark: comparison.comparator,
});

const key = ({ indicatorId, breakdown }: FigureRef): string => `${indicatorId} ${breakdown}`;

/** The map and the bars: current, best covered, and the briefing's own area among them. */
function chosenFigures({ review, areas, comparisons }: BriefingMake): Pick<BriefingInput, 'map' | 'bars'> {
  const own = review.profile.area.code;
  const refOf = (comparison: IndicatorComparison) =>
    key({ indicatorId: comparison.indicator.id, breakdown: comparison.breakdown });
  const choice = chooseFigures(
    comparisons.map((comparison) => {
      const loaded = comparison.rows.flatMap(({ figure }) => (figure?.measure.kind === 'value' ? [figure] : []));
      return {
        indicatorId: refOf(comparison),
        loaded: loaded.length,
        total: areas.length,
        stale: loaded.some(({ stale }) => stale),
        hasIntervals: loaded.some(({ measure }) => measure.kind === 'value' && measure.interval !== null),
        areaLoaded: loaded.some(({ areaCode }) => areaCode === own),
      };
    }),
  );
  const find = (ref: string | null) => comparisons.find((comparison) => refOf(comparison) === ref);
  const [map, bars] = [find(choice.mapId), find(choice.barsId)];
  return { map: map ? toAreaFigures(map) : null, bars: bars ? toAreaFigures(bars) : null };
}

const placed = (area: Area): { code: string; latitude: number; longitude: number }[] =>
  area.latitude === null || area.longitude === null
    ? []
    : [{ code: area.code, latitude: area.latitude, longitude: area.longitude }];

function places(areas: readonly Area[]): BriefingInput['places'] {
  const labels = tileLabels(areas);
  return layOutTiles(areas.flatMap(placed)).tiles.map(({ code, row, column }) => {
    const name = areas.find((area) => area.code === code)?.name ?? code;
    return { code, name, label: labels.get(code) ?? code, row, column };
  });
}

function recommendationRow(
  { id, title, actors, strength, origin }: Recommendation,
  {
    group,
    whyHere,
    role,
  }: { group: BriefingInput['recommendations'][number]['group']; whyHere: string; role: ActingRole },
): BriefingInput['recommendations'][number] {
  return {
    id,
    group,
    title,
    who: listInWords(actors.map((actor) => ACTOR_WORDS[actor])),
    strength: STRENGTH_WORDS[strength],
    origin: ORIGIN_WORDS[origin],
    whyHere,
    inYourGift: giftFor(actors, role) !== 'not_in_your_gift',
    usesProgramme: origin !== 'neighbouring_evidence',
  };
}

function recommendations({ review: { assessment }, role }: BriefingMake): BriefingInput['recommendations'] {
  const unmeasured = (group: 'applies_anywhere' | 'other_evidence', entries: typeof assessment.appliesAnywhere) =>
    entries.map(({ recommendation }) => recommendationRow(recommendation, { group, whyHere: '', role }));
  return [
    ...assessment.measuredHere.map(({ recommendation, sentence }) =>
      recommendationRow(recommendation, { group: 'measured_here', whyHere: sentence, role }),
    ),
    ...unmeasured('applies_anywhere', assessment.appliesAnywhere),
    ...unmeasured('other_evidence', assessment.otherEvidence),
  ];
}

/** The indicators that the map or the bars may show, in the order of preference. */
export const BRIEFING_FIGURES: readonly FigureRef[] = [
  { indicatorId: 'need-index-core', breakdown: ALL },
  { indicatorId: 'pop-most-deprived-fifth', breakdown: ALL },
  { indicatorId: 'specialty-fill-rate', breakdown: 'ST3' },
  { indicatorId: 'specialty-fill-rate', breakdown: 'ST4' },
  { indicatorId: 'imd-score', breakdown: ALL },
];

/** The frozen content of a briefing, from the same review that the region's page shows. */
export function briefingDocument(make: BriefingMake): BriefingDocument {
  const { profile, headlines } = make.review;
  const messages = headlines
    .filter(({ kind }) => kind === 'figure')
    .map(({ text, figure }) => {
      const source = latestWithValue(profile.figures, figure);
      return { text, ref: refText(source), stale: source?.stale ?? false };
    });
  return buildBriefing({
    area: profile.area,
    areaTypeLabel: AREA_TYPE_WORDS[profile.area.type],
    title: null,
    purpose: make.purpose,
    audience: 'Training managers, commissioners and medical schools',
    author: make.author,
    requester: make.author,
    createdAt: make.createdAt,
    dataTo: profile.dataTo ? formatDate(profile.dataTo) : 'not loaded',
    asks: make.asks,
    messages,
    position: position(make.review),
    places: places(make.areas),
    ...chosenFigures(make),
    recommendations: recommendations(make),
    option: make.option,
    affected: make.affected,
  });
}
