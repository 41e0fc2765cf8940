import 'server-only';
import type { Figure } from '@/lib/contracts/figure';
import type { AreaProfile, ComparedType, IndicatorComparison } from '@/lib/contracts/region';
import { type Area, countriesOf, countryOf, type Root } from '@/lib/domain/geography/area';
import { ALL, type Indicator } from '@/lib/domain/indicators/indicator';
import { comparedDay, vintageFor } from './area-vintages';
import { getArea, listAreas } from './areas';
import { NotFound } from './errors';
import { profileFigures } from './profile-figures';
import { type PublishedStore, publishedStore } from './published-store';
import { selectReleases } from './queries/figures';
import { rootOfSource } from './queries/root-of-source';
import { withReadableWords } from './release-words';
import { successionOf } from './succession';
import { asViewer, authorise } from './viewer';

/** Every indicator with its definition, in catalogue order. */
export async function listIndicators(): Promise<readonly Indicator[]> {
  await authorise('figures:read');
  return (await publishedStore()).indicators;
}

/** Every release, with the country that it is about; words of analysts for analysts only. */
export async function listReleases() {
  const viewer = await authorise('figures:read');
  const rows = await asViewer(viewer, selectReleases);
  return rows.map((row) => {
    const { sourceId, ...release } = withReadableWords(viewer, row);
    return { ...release, root: rootOfSource(sourceId) };
  });
}

/** One indicator with all its figures; @throws NotFound for an unknown one. */
export async function getIndicator(id: string): Promise<{ indicator: Indicator; figures: readonly Figure[] }> {
  await authorise('figures:read');
  const { indicators, figuresByIndicator } = await publishedStore();
  const indicator = indicators.find((entry) => entry.id === id);
  if (!indicator) throw new NotFound(`There is no indicator ${id}.`);
  return { indicator, figures: figuresByIndicator.get(id) ?? [] };
}

export type ComparisonQuery = {
  /** England unless asked otherwise; nothing of another country is compared. */
  root?: Root | undefined;
  type: ComparedType;
  indicatorId: string;
  breakdown: string | null;
  comparatorCode: string;
  /** An ISO day: areas as they were then. */
  on?: string | undefined;
};

/** A comparison without its comparator. */
type Slice = Pick<IndicatorComparison, 'breakdown' | 'breakdowns' | 'periodLabel' | 'rows'> & { periodEnd: string };

/** Slices are the same for every reader: each is made once for a store, as many as there are types and breakdowns. */
const knownSlices = new WeakMap<PublishedStore, Map<string, Slice>>();

function makeSlice(figures: readonly Figure[], areas: readonly Area[], wanted: string): Slice {
  const codes = new Set(areas.map(({ code }) => code));
  const ofType = figures.filter(({ areaCode }) => codes.has(areaCode));
  const breakdowns = [...new Set((ofType.length > 0 ? ofType : figures).map(({ breakdown }) => breakdown))].sort();
  const breakdown = breakdowns.includes(wanted) ? wanted : (breakdowns[0] ?? ALL);
  const shown = ofType.filter((figure) => figure.breakdown === breakdown);
  // One period for all areas: areas of different years can't be set side by side.
  const latest = shown.reduce<Figure | null>((last, f) => (last && last.period.end >= f.period.end ? last : f), null);
  const inPeriod = new Map(
    shown.filter(({ period }) => period.end === latest?.period.end).map((figure) => [figure.areaCode, figure]),
  );
  return {
    breakdown,
    breakdowns,
    periodLabel: latest?.period.label ?? null,
    periodEnd: latest?.period.end ?? '',
    rows: areas.map((area) => ({ area, figure: inPeriod.get(area.code) ?? null })),
  };
}

/** Figures of one country, found once: an indicator's figures belong to one store. */
const knownInRoot = new WeakMap<readonly Figure[], Map<Root, readonly Figure[]>>();

function figuresIn({ areaByCode }: PublishedStore, figures: readonly Figure[], root: Root): readonly Figure[] {
  const roots = knownInRoot.get(figures) ?? new Map<Root, readonly Figure[]>();
  knownInRoot.set(figures, roots);
  const found = roots.get(root) ?? figures.filter(({ areaCode }) => areaByCode.get(areaCode)?.root === root);
  roots.set(root, found);
  return found;
}

/** The latest figure of one indicator for every area of a type, and the comparator's for the same period. */
export async function compareAreas(query: ComparisonQuery): Promise<IndicatorComparison> {
  const { indicator, figures: ofAll } = await getIndicator(query.indicatorId);
  const store = await publishedStore();
  const slices = knownSlices.get(store) ?? new Map<string, Slice>();
  knownSlices.set(store, slices);
  const wanted = query.breakdown ?? ALL;
  const { root = 'england', type, on } = query;
  const figures = figuresIn(store, ofAll, root);
  const isKnown = figures.some(({ breakdown }) => breakdown === wanted);
  // Breakdowns that nobody has all give the first one: no key of their own.
  const vintage = vintageFor(store.vintages, { root, type }, on ?? null);
  const key = `${root} ${type} ${vintage?.from ?? ''} ${indicator.id} ${isKnown ? wanted : ''}`;
  const slice = slices.get(key) ?? makeSlice(figures, await listAreas([type], { root, on }), wanted);
  slices.set(key, slice);
  const { periodEnd, ...shown } = slice;
  const wholes = [query.comparatorCode, ...countriesOf(root).map(({ code }) => code)].filter(
    (code) => store.areaByCode.get(code)?.root === root,
  );
  const figureOf = (code: string) =>
    figures.find((f) => f.areaCode === code && f.breakdown === slice.breakdown && f.period.end === periodEnd);
  return {
    ...shown,
    indicator,
    comparator: wholes.map(figureOf).find((figure) => figure !== undefined) ?? null,
  };
}

/** Everything an area's page shows from published figures, of the indicators that pages show; @throws NotFound for an unknown area. */
export async function getAreaProfile(code: string, comparatorCode: string | null): Promise<AreaProfile> {
  const area = await getArea(code);
  const store = await publishedStore();
  const { areaByCode, indicators, parentsByCode } = store;
  const countries = countriesOf(area.root)
    .map((country) => country.code)
    .filter((other) => other !== code);
  const comparedOn = comparedDay(store.vintages, area);
  const beside = vintageFor(store.vintages, area, comparedOn)?.areas ?? [];
  const peers = beside.map((other) => other.code).filter((other) => other !== code && !countries.includes(other));
  const shown = profileFigures(store, { code, countries, peers });
  const { own } = shown;
  const asked = areaByCode.get(comparatorCode ?? '');
  const comparator = asked?.root === area.root ? asked : countryOf(area.root);
  return {
    area,
    partOf: [...(parentsByCode.get(code) ?? [])],
    indicators: [...indicators],
    figures: [...own],
    national: [...shown.national],
    peers: [...shown.peers],
    comparatorCode: comparator.code,
    comparatorName: comparator.name,
    dataTo: own.reduce<string | null>((last, f) => (last && last >= f.period.end ? last : f.period.end), null),
    releaseIds: [...new Set(own.map(({ releaseId }) => releaseId))].sort(),
    comparedOn,
    succession: successionOf(store, code),
  };
}

const POPULATION = 'population';

/** People by area code, for the size of a bubble; areas without a figure are absent. */
export async function getPopulations(): Promise<ReadonlyMap<string, number>> {
  const { figures } = await getIndicator(POPULATION);
  return new Map(
    figures.flatMap(({ areaCode, measure }) => (measure.kind === 'value' ? [[areaCode, measure.value] as const] : [])),
  );
}
