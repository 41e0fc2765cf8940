import 'server-only';
import type { Figure } from '@/lib/contracts/figure';
import type { AreaProfile, ComparedType, IndicatorComparison } from '@/lib/contracts/region';
import { Membership } from '@/lib/contracts/region';
import { Area, ENGLAND, UNITED_KINGDOM } from '@/lib/domain/geography/area';
import { ALL, Indicator } from '@/lib/domain/indicators/indicator';
import { today } from './clock';
import { NotFound } from './errors';
import { selectArea, selectAreasOfType, selectParents } from './queries/areas';
import { selectFiguresForProfile, selectFiguresOfIndicator, selectIndicators, selectReleases } from './queries/figures';
import { toFigure } from './to-figure';
import { asViewer, authorise } from './viewer';

const NATIONAL = [ENGLAND, UNITED_KINGDOM];

/** Every indicator with its definition, in catalogue order. */
export async function listIndicators(): Promise<Indicator[]> {
  const viewer = await authorise('figures:read');
  const rows = await asViewer(viewer, selectIndicators);
  return rows.map((row) => Indicator.parse(row));
}

export async function listReleases() {
  const viewer = await authorise('figures:read');
  return asViewer(viewer, selectReleases);
}

/** One indicator with all its figures; @throws NotFound for an unknown one. */
export async function getIndicator(id: string): Promise<{ indicator: Indicator; figures: Figure[] }> {
  const viewer = await authorise('figures:read');
  return asViewer(viewer, async (tx) => {
    const indicator = (await selectIndicators(tx)).find((row) => row.id === id);
    if (!indicator) throw new NotFound(`There is no indicator ${id}.`);
    const now = today();
    const figures = (await selectFiguresOfIndicator(tx, id)).map((row) => toFigure(row, now));
    return { indicator: Indicator.parse(indicator), figures };
  });
}

export type ComparisonQuery = {
  type: ComparedType;
  indicatorId: string;
  breakdown: string | null;
  comparatorCode: string;
};

/** The latest figure of one indicator for every area of a type, and the comparator's for the same period. */
export async function compareAreas(query: ComparisonQuery): Promise<IndicatorComparison> {
  const { indicator, figures } = await getIndicator(query.indicatorId);
  const viewer = await authorise('figures:read');
  const areas = await asViewer(viewer, (tx) => selectAreasOfType(tx, 'england', [query.type]));
  const codes = new Set(areas.map(({ code }) => code));
  const ofType = figures.filter(({ areaCode }) => codes.has(areaCode));
  const breakdowns = [...new Set((ofType.length > 0 ? ofType : figures).map(({ breakdown }) => breakdown))].sort();
  const wanted = query.breakdown ?? ALL;
  const breakdown = breakdowns.includes(wanted) ? wanted : (breakdowns[0] ?? ALL);
  const shown = ofType.filter((figure) => figure.breakdown === breakdown);
  // One period for all areas: areas of different years can't be set side by side.
  const latest = shown.reduce<Figure | null>((last, f) => (last && last.period.end >= f.period.end ? last : f), null);
  const inPeriod = shown.filter((figure) => figure.period.end === latest?.period.end);
  const national = (code: string) =>
    figures.find((f) => f.areaCode === code && f.breakdown === breakdown && f.period.end === latest?.period.end);
  return {
    indicator,
    breakdown,
    breakdowns,
    periodLabel: latest?.period.label ?? null,
    rows: areas.map((row) => ({
      area: Area.parse(row),
      figure: inPeriod.find(({ areaCode }) => areaCode === row.code) ?? null,
    })),
    comparator: national(query.comparatorCode) ?? national(ENGLAND) ?? national(UNITED_KINGDOM) ?? null,
  };
}

/** Everything a region's page shows from published figures; @throws NotFound for an unknown area. */
export async function getAreaProfile(code: string, comparatorCode: string | null): Promise<AreaProfile> {
  const viewer = await authorise('figures:read');
  return asViewer(viewer, async (tx) => {
    const [row] = await selectArea(tx, code);
    if (!row) throw new NotFound(`There is no area with the code ${code}.`);
    const area = Area.parse(row);
    const indicators = (await selectIndicators(tx)).map((indicator) => Indicator.parse(indicator));
    const parents = (await selectParents(tx, code)).map((parent) => Membership.parse(parent));
    const national = NATIONAL.filter((national) => national !== code);
    const rows = await selectFiguresForProfile(tx, { areaCode: code, national, root: area.root, type: area.type });
    const now = today();
    const figures = rows.map((observation) => toFigure(observation, now));
    const comparator = figures.find(({ areaCode }) => areaCode === (comparatorCode ?? ENGLAND));
    const own = figures.filter(({ areaCode }) => areaCode === code);
    return {
      area,
      partOf: parents,
      indicators,
      figures: own,
      national: figures.filter(({ areaCode }) => national.includes(areaCode)),
      peers: figures.filter(({ areaCode }) => areaCode !== code && !national.includes(areaCode)),
      comparatorCode: comparator?.areaCode ?? ENGLAND,
      comparatorName: comparator?.areaName ?? 'England',
      dataTo: own.reduce<string | null>((last, f) => (last && last >= f.period.end ? last : f.period.end), null),
      releaseIds: [...new Set(own.map(({ releaseId }) => releaseId))].sort(),
    };
  });
}

const POPULATION = 'population';

/** People by area code, for the size of a bubble; areas without a figure are absent. */
export async function getPopulations(): Promise<ReadonlyMap<string, number>> {
  const { figures } = await getIndicator(POPULATION);
  return new Map(
    figures.flatMap(({ areaCode, measure }) => (measure.kind === 'value' ? [[areaCode, measure.value] as const] : [])),
  );
}
