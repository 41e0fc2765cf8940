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

type Placements = {
  /** Newest first. */
  readonly years: readonly Period[];
  readonly groups: readonly ReturnType<typeof splitBreakdown>[];
  readonly byKey: ReadonlyMap<string, Figure>;
};

const keyOf = (indicatorId: string, breakdown: string, end: string): string => `${indicatorId} ${breakdown} ${end}`;

function readPlacements(figures: readonly Figure[]): Placements {
  const of = (id: string) => figures.filter(({ indicatorId }) => indicatorId === id);
  const years = new Map(of(YEARS_OF).map(({ period }) => [period.end, period]));
  const ids = new Set(STABILITY_INDICATORS.flatMap((id) => [id, bySpecialty(id)]));
  const shown = figures.filter(({ indicatorId }) => ids.has(indicatorId));
  return {
    years: [...years.values()].toSorted((a, b) => (a.end < b.end ? 1 : -1)),
    groups: of(bySpecialty(YEARS_OF)).map(({ breakdown }) => splitBreakdown(breakdown)),
    // The first of a key counts, as wherever figures are looked up: the last one set.
    byKey: new Map(
      shown.toReversed().map((figure) => [keyOf(figure.indicatorId, figure.breakdown, figure.period.end), figure]),
    ),
  };
}

/** Of an area's figures of one publication: there are thousands, and every view of its page asks for them. */
const known = new WeakMap<readonly Figure[], Placements>();
const NONE: readonly Figure[] = [];

function placementsOf(figures: readonly Figure[] = NONE): Placements {
  const placements = known.get(figures) ?? readPlacements(figures);
  known.set(figures, placements);
  return placements;
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
  const own = placementsOf(figuresByArea.get(code));
  const whole = placementsOf(figuresByArea.get(country.code));
  const { years, groups } = own;
  const [latest = null, previous = null] = years;
  const before = years.find(({ end }) => end === choice.before && end !== latest?.end) ?? previous;
  const specialty = choice.specialty || null;
  const level = specialty === null ? null : choice.level || null;
  const rowOf = ({ id, weeks }: StabilityMeasure): StabilityRow[] => {
    const indicator = indicators.find((one) => one.id === id);
    if (!indicator) return [];
    const shownId = specialty === null ? id : bySpecialty(id);
    const breakdown = publishedBreakdown(breakdownFor(specialty, level), weeks);
    const find = ({ byKey }: Placements, period: Period | null): Figure | null =>
      (period && byKey.get(keyOf(shownId, breakdown, period.end))) ?? null;
    const both = (of: Placements) => ({ before: find(of, before), latest: find(of, latest) });
    return [{ indicator, noticeWeeks: weeks, own: both(own), country: both(whole) }];
  };
  return {
    areaName: area.name,
    countryName: country.name,
    years: [...years],
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
