import 'server-only';
import type { Figure, Period } from '@/lib/contracts/figure';
import type { PlacementStability, StabilityRow } from '@/lib/contracts/placement-stability';
import { countryOf } from '@/lib/domain/geography/area';
import { NOTICE_STEPS, type NoticeWeeks } from '@/lib/domain/placements/notice-rule';
import {
  breakdownFor,
  bySpecialty,
  NOTICE_MET,
  publishedBreakdown,
  RATE_INDICATORS,
  STABILITY_INDICATORS,
  splitBreakdown,
} from '@/lib/domain/placements/stability-indicators';
import { getArea } from './areas';
import { publishedStore } from './published-store';
import { authorise } from './viewer';

export type StabilityChoice = {
  specialty: string | null;
  level: string | null;
  /** Last day of the earlier year; null for the year before the latest. */
  before: string | null;
};

const YEARS_OF = RATE_INDICATORS.site_moves;

/** Periods of figures, newest first. */
function yearsIn(figures: readonly Figure[]): Period[] {
  const years = new Map(figures.map(({ period }) => [period.end, period]));
  return [...years.values()].toSorted((a, b) => (a.end < b.end ? 1 : -1));
}

type StabilityMeasure = { id: string; weeks: NoticeWeeks | null };

const MEASURES: readonly StabilityMeasure[] = STABILITY_INDICATORS.flatMap((id): StabilityMeasure[] =>
  id === NOTICE_MET ? NOTICE_STEPS.map(({ weeks }) => ({ id, weeks })) : [{ id, weeks: null }],
);

/** What a region's placements were like in the latest year and in an earlier one, beside the country: no cause is meant. */
export async function getPlacementStability(code: string, choice: StabilityChoice): Promise<PlacementStability> {
  await authorise('figures:read');
  const area = await getArea(code);
  const { figuresByArea, indicators } = await publishedStore();
  const country = countryOf(area.root);
  const own = figuresByArea.get(code) ?? [];
  const whole = figuresByArea.get(country.code) ?? [];
  const years = yearsIn(own.filter(({ indicatorId }) => indicatorId === YEARS_OF));
  const [latest = null, previous = null] = years;
  const before = years.find(({ end }) => end === choice.before && end !== latest?.end) ?? previous;
  const groups = own
    .filter(({ indicatorId }) => indicatorId === bySpecialty(YEARS_OF))
    .map(({ breakdown }) => splitBreakdown(breakdown));
  const specialty = choice.specialty || null;
  const level = specialty === null ? null : choice.level || null;
  const rowOf = ({ id, weeks }: StabilityMeasure): StabilityRow[] => {
    const indicator = indicators.find((one) => one.id === id);
    if (!indicator) return [];
    const shownId = specialty === null ? id : bySpecialty(id);
    const breakdown = publishedBreakdown(breakdownFor(specialty, level), weeks);
    const find = (figures: readonly Figure[], period: Period | null): Figure | null =>
      figures.find(
        (figure) =>
          figure.indicatorId === shownId && figure.breakdown === breakdown && figure.period.end === period?.end,
      ) ?? null;
    const both = (figures: readonly Figure[]) => ({ before: find(figures, before), latest: find(figures, latest) });
    return [{ indicator, noticeWeeks: weeks, own: both(own), country: both(whole) }];
  };
  return {
    areaName: area.name,
    countryName: country.name,
    years,
    latest,
    before,
    specialties: [...new Set(groups.map((group) => group.specialty))].sort(),
    levels: [
      ...new Set(groups.flatMap((group) => (group.specialty === specialty && group.level ? [group.level] : []))),
    ].sort(),
    specialty,
    level,
    rows: years.length === 0 ? [] : MEASURES.flatMap(rowOf),
  };
}
