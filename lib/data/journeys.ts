import 'server-only';
import type { JourneyTableEntry, JourneyTableQuery, JourneyTableView } from '@/lib/contracts/journeys';
import type { Viewer } from '@/lib/domain/access/access';
import type { Root } from '@/lib/domain/geography/area';
import type { JourneyReading } from '@/lib/domain/journeys/journey-audience';
import type { JourneyFilter } from '@/lib/domain/journeys/journey-filter';
import { findShape, JOURNEY_SHAPES, type JourneyShape } from '@/lib/domain/journeys/journey-shapes';
import { JOURNEY_REFUSALS, journeyLabel, journeyTitle } from '@/lib/format/journey-words';
import { AccessDenied, NotFound, Withheld } from './errors';
import {
  characteristicsFor,
  isNarrowed,
  readingFor,
  schoolsReadable,
  WITHHELD_WORDS,
  whyNotGiven,
} from './journeys/audience';
import { type PublishedTable, type TableSource, tableSources } from './journeys/table-source';
import { publishedStore } from './published-store';
import { authorise } from './viewer';

const filterOf = ({ clock = 'entry', period, sex, ethnicity, quintile, route }: JourneyTableQuery): JourneyFilter => ({
  ...(period === undefined ? {} : { period: { clock, label: period } }),
  ...(sex === undefined ? {} : { sex }),
  ...(ethnicity === undefined ? {} : { ethnicity }),
  ...(quintile === undefined ? {} : { quintile }),
  ...(route === undefined ? {} : { route }),
});

type Keep = { rows: readonly string[] | null; columns: readonly string[] | null };

const both = (a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null =>
  a && b ? a.filter((code) => b.includes(code)) : (a ?? b);

/** The rows and columns that were asked for, and of those only the reader's own schools where that is all they may see. */
function keepFor(viewer: Viewer, shape: JourneyShape, { from, to }: JourneyTableQuery, reading: JourneyReading): Keep {
  const asked: Keep = { rows: from === undefined ? null : [from], columns: to === undefined ? null : [to] };
  if (reading === 'all') return asked;
  const own = schoolsReadable(viewer);
  const beyond = (codes: readonly string[] | null) => codes?.some((code) => !own.includes(code)) ?? false;
  const side = shape.rows === 'school' ? 'rows' : 'columns';
  if (beyond(asked[side])) throw new AccessDenied('forbidden');
  return { ...asked, [side]: both(own, asked[side]) };
}

function cutTable(table: PublishedTable, keep: Keep): PublishedTable {
  const kept = (labels: readonly string[], codes: readonly string[] | null) =>
    labels.flatMap((label, at) => (codes === null || codes.includes(label) ? [{ label, at }] : []));
  const [rows, columns] = [kept(table.rows, keep.rows), kept(table.columns, keep.columns)];
  if (rows.length === 0 || columns.length === 0) throw new NotFound('The table has no such row or column.');
  return {
    rows: rows.map(({ label }) => label),
    columns: columns.map(({ label }) => label),
    cells: rows.flatMap((row) =>
      columns.map((column) => table.cells[row.at * table.columns.length + column.at] ?? { kind: 'suppressed' }),
    ),
  };
}

function tableFrom(sources: readonly TableSource[], shape: JourneyShape, filter: JourneyFilter) {
  const outcomes = sources.map((from) => ({ from, outcome: from.table(shape, filter) }));
  for (const { from, outcome } of outcomes) if (outcome.kind === 'table') return { from, table: outcome.table };
  const refused = outcomes.find(({ outcome }) => outcome.kind === 'refused')?.outcome;
  if (refused?.kind === 'refused') throw new NotFound(JOURNEY_REFUSALS[refused.reason]);
  throw new NotFound(
    'Nothing that is loaded for this country holds such a table. It comes from cohort.csv, or rounded, from home_school.csv and school_foundation.csv.',
  );
}

/**
 * A reader of their own school has its own intake too, where it loaded one. Of several schools it is that of the school asked for;
 * where none is, what all of them are in comes first, and an intake, of one school alone, last.
 */
async function sourcesFor(
  viewer: Viewer,
  root: Root,
  reading: JourneyReading,
  asked?: string | undefined,
): Promise<TableSource[]> {
  const { areaByCode } = await publishedStore();
  const scopes = reading === 'own' ? schoolsReadable(viewer) : [];
  const own = scopes.filter((school) => areaByCode.get(school)?.root === root);
  if (asked !== undefined && own.includes(asked)) return tableSources(root, asked);
  if (own.length < 2) return tableSources(root, own[0] ?? null);
  const ofEach = await Promise.all(own.map((school) => tableSources(root, school)));
  const intakes = ofEach.flatMap((sources) => sources.filter(({ source }) => source.kind === 'intake'));
  return [...(await tableSources(root)), ...intakes];
}

const schoolAsked = (shape: JourneyShape, { from, to }: JourneyTableQuery) => (shape.rows === 'school' ? from : to);

const periodsOf = (shape: JourneyShape, { periods }: TableSource) =>
  periods.filter(({ clock }) => shape.clocks.includes(clock)).map(({ clock, label }) => ({ clock, label }));

/**
 * A table of journeys as this viewer may see it: protected together with all others, from the richest source that holds it.
 * @throws NotFound, in words, for a shape, period, value, row or column that isn't there; AccessDenied beyond one's scope.
 */
export async function getJourneyTable(shapeId: string, query: JourneyTableQuery): Promise<JourneyTableView> {
  const viewer = await authorise('counts:read');
  const shape = findShape(shapeId);
  if (!shape) throw new NotFound(JOURNEY_REFUSALS.unknown_shape);
  const filter = filterOf(query);
  const reading = readingFor(viewer, shape, isNarrowed(filter));
  if (reading === 'none') throw new AccessDenied('forbidden');
  const keep = keepFor(viewer, shape, query, reading);
  const root = query.country ?? 'england';
  const { from, table } = tableFrom(await sourcesFor(viewer, root, reading, schoolAsked(shape, query)), shape, filter);
  const withheld = reading === 'all' ? whyNotGiven(viewer, from, shape, filter) : null;
  if (withheld) throw new Withheld(WITHHELD_WORDS[withheld]);
  const { rows, columns, cells } = cutTable(table, keep);
  const { areaByCode } = await publishedStore();
  const named = (code: string) => ({ code, name: areaByCode.get(code)?.name ?? journeyLabel(code) });
  const { country: _, from: __, to: ___, ...said } = query;
  return {
    shape: shape.id,
    title: journeyTitle(shape),
    country: root,
    rowAxis: shape.rows,
    columnAxis: shape.columns,
    filter: said,
    characteristics: characteristicsFor(viewer, from, shape),
    periods: periodsOf(shape, from),
    source: from.source,
    ownScope: reading === 'own',
    columns: columns.map(named),
    rows: rows.map((code, r) => ({
      ...named(code),
      cells: cells.slice(r * columns.length, (r + 1) * columns.length),
    })),
  };
}

/** The tables of a country that the viewer may see, each from the richest source that holds it. */
export async function listJourneyTables(root: Root = 'england'): Promise<JourneyTableEntry[]> {
  const viewer = await authorise('counts:read');
  const entries: JourneyTableEntry[] = [];
  for (const shape of JOURNEY_SHAPES) {
    const reading = readingFor(viewer, shape, false);
    const sources = reading === 'none' ? [] : await sourcesFor(viewer, root, reading);
    const from = sources.find((one) => one.table(shape, {}).kind !== 'not_loaded');
    if (!from || (reading === 'all' && whyNotGiven(viewer, from, shape, {}))) continue;
    entries.push({
      shape: shape.id,
      title: journeyTitle(shape),
      country: root,
      characteristics: characteristicsFor(viewer, from, shape),
      periods: periodsOf(shape, from),
      source: from.source,
    });
  }
  return entries;
}
