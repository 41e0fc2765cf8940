import 'server-only';
import type {
  FlowChoice,
  FoundationPlaces,
  JourneyAnswer,
  JourneyGuide,
  RegionJourneys,
} from '@/lib/contracts/journey-views';
import type { JourneyTableQuery } from '@/lib/contracts/journeys';
import { scopesFor, type Viewer } from '@/lib/domain/access/access';
import type { Root } from '@/lib/domain/geography/area';
import { capitalRegionOf } from '@/lib/domain/geography/capital';
import { FLOW_TABLES, type FlowTable } from '@/lib/domain/journeys/flow-tables';
import { findShape } from '@/lib/domain/journeys/journey-shapes';
import { plotted } from '@/lib/domain/measure/measure';
import { NotFound, Withheld } from './errors';
import { getJourneyTable } from './journeys';
import { characteristicsFor, readingFor } from './journeys/audience';
import { foundationPlaces } from './journeys/model-places';
import { journeyPlaces } from './journeys/places';
import { sourceOfShape } from './journeys/shape-source';
import { type TableSource, tableSources } from './journeys/table-source';
import { type PublishedStore, publishedStore } from './published-store';
import { authorise } from './viewer';

/** A table of journeys for a screen, which says why there is none. Access as `getJourneyTable`. */
export async function findJourneyTable(shapeId: string, query: JourneyTableQuery): Promise<JourneyAnswer> {
  const viewer = await authorise('counts:read');
  const shape = findShape(shapeId);
  if (!shape) return { kind: 'not_loaded', reason: 'There is no such table.' };
  const isNarrowed = [query.sex, query.ethnicity, query.quintile, query.route].some((one) => one !== undefined);
  if (readingFor(viewer, shape, isNarrowed) === 'none') return { kind: 'not_permitted' };
  const view = await getJourneyTable(shapeId, query).catch((error: unknown) => {
    if (error instanceof NotFound) return error;
    throw error;
  });
  if (view instanceof Withheld) return { kind: 'withheld', reason: view.message };
  return view instanceof NotFound ? { kind: 'not_loaded', reason: view.message } : { kind: 'table', view };
}

/** `own`: with the intake of the reader's own school; null: no school of theirs lies in this country. */
type Asking = { viewer: Viewer; all: readonly TableSource[]; own: readonly TableSource[] | null };

function choiceOf({ viewer, all, own }: Asking, { shape: id, step, level }: FlowTable): FlowChoice {
  const shape = findShape(id);
  const permitted = shape ? readingFor(viewer, shape, false) : 'none';
  const reading = permitted === 'own' && own === null ? 'none' : permitted;
  const found = shape && reading !== 'none' ? sourceOfShape(reading === 'own' ? (own ?? []) : all, shape) : null;
  return {
    shape: id,
    step,
    level,
    reading,
    source: found?.source.source ?? null,
    isLoaded: found !== null,
    hasAllYears: found?.hasAllYears ?? false,
    characteristics: shape && found ? characteristicsFor(viewer, found.source, shape) : [],
    periods: (found?.source.periods ?? [])
      .filter(({ clock }) => shape?.clocks.includes(clock))
      .map(({ clock, label }) => ({ clock, label })),
  };
}

const regionsOf = ({ vintages }: PublishedStore, root: Root): JourneyGuide['regions'] =>
  (vintages.get(`${root} training_region`)?.shown.areas ?? [])
    .map(({ code, name, latitude, longitude }) => ({ code, name, latitude, longitude }))
    .toSorted((a, b) => (b.latitude ?? -90) - (a.latitude ?? -90) || (a.code < b.code ? -1 : 1));

/**
 * What of a country's journeys this reader may look at, and the regions that they run between; `school`: which of their own schools,
 * where they have several.
 */
export async function getJourneyGuide(root: Root, asked?: string): Promise<JourneyGuide> {
  const viewer = await authorise('counts:read');
  const [store, all] = await Promise.all([publishedStore(), tableSources(root)]);
  const regions = regionsOf(store, root);
  const capital = regions.find(({ code }) => code === capitalRegionOf(root));
  const own = new Set(viewer.grants.map(({ scope }) => scope));
  const scopes = new Set(scopesFor(viewer, 'school:read'));
  const ownSchools = store.areas.flatMap(({ code, name, root: of }) =>
    of === root && scopes.has(code) ? [{ code, name }] : [],
  );
  const school = ownSchools.find(({ code }) => code === asked) ?? ownSchools[0];
  const schoolRegion = (store.parentsByCode.get(school?.code ?? '') ?? []).find(
    ({ type }) => type === 'training_region',
  )?.code;
  const asking = { viewer, all, own: school ? await tableSources(root, school.code) : null };
  const tables = FLOW_TABLES.map((table) => choiceOf(asking, table));
  return {
    country: root,
    tables,
    source: all[0]?.source ?? tables.find(({ source }) => source !== null)?.source ?? null,
    regions,
    capital: capital ? { code: capital.code, name: capital.name } : null,
    ownRegions: regions.flatMap(({ code }) => (own.has(code) || code === schoolRegion ? [code] : [])),
    ownSchools,
    ownSchool: school?.code ?? null,
  };
}

/** Foundation places of each region in the country's newest year that has any, from published figures of its foundation areas. */
export async function listFoundationPlaces(root: Root): Promise<FoundationPlaces[]> {
  await authorise('figures:read');
  const store = await publishedStore();
  const { foundationAreas, regionOf } = journeyPlaces(store, root);
  const places = foundationPlaces(store, foundationAreas);
  return regionsOf(store, root).map(({ code: region }) => {
    const figures = foundationAreas.filter((area) => regionOf.get(area) === region).map((area) => places.get(area));
    const values = figures.map((figure) => (figure ? plotted(figure.measure) : null));
    const isKnown = values.length > 0 && values.every((value) => value !== null);
    return {
      region,
      annualPlaces: isKnown ? values.reduce<number>((total, value) => total + (value ?? 0), 0) : null,
      periodLabel: figures[0]?.period.label ?? null,
      releaseId: figures[0]?.releaseId ?? null,
    };
  });
}

/**
 * Who trains in a region, how they came there and where they go next.
 * @throws NotFound for a code that is no training region.
 */
export async function getRegionJourneys(code: string): Promise<RegionJourneys> {
  await authorise('counts:read');
  const { areaByCode } = await publishedStore();
  const area = areaByCode.get(code);
  if (area?.type !== 'training_region') throw new NotFound(`There is no training region with the code ${code}.`);
  const { root: country, name, latitude, longitude } = area;
  const into = (shape: string) => findJourneyTable(shape, { country, to: code });
  const outOf = (shape: string) => findJourneyTable(shape, { country, from: code });
  const [settlementAtFoundation, settlementAtSpecialty, homes, schools, next, careers] = await Promise.all([
    outOf('foundation_region_by_settlement'),
    outOf('specialty_region_by_settlement'),
    into('home_region_by_foundation_region'),
    into('school_region_by_foundation_region'),
    outOf('foundation_region_by_specialty_region'),
    outOf('specialty_region_by_career_region'),
  ]);
  return {
    region: { code, name, latitude, longitude },
    country,
    settlementAtFoundation,
    settlementAtSpecialty,
    homes,
    schools,
    next,
    careers,
  };
}
