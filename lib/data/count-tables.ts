import 'server-only';
import type { CountQuery, CountTableEntry, CountTableView } from '@/lib/contracts/count-table';
import { type Role, scopesFor, type Viewer } from '@/lib/domain/access/access';
import { viewOf } from '@/lib/domain/disclosure/count-view';
import { ProtectedTable } from '@/lib/domain/disclosure/protected-table';
import { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { permittedShape, TABLE_SHAPES, type TableShape } from '@/lib/domain/disclosure/table-shapes';
import type { Root } from '@/lib/domain/geography/area';
import { categoryLabel, shapeTitle } from '@/lib/format/count-words';
import { AccessDenied, NotFound } from './errors';
import { publishedStore } from './published-store';
import { selectCountTable, selectCountTables } from './queries/counts';
import { asViewer, authorise } from './viewer';

/** The roles that see all of a shape come first: a person with two roles sees what the wider one may. */
const rolesFor = ({ grants }: Viewer, shape: TableShape): Role[] => {
  const held = shape.roles.filter((role) => grants.some((grant) => grant.role === role));
  return held.toSorted((a, b) => Number(shape.ownScopeOnly.includes(a)) - Number(shape.ownScopeOnly.includes(b)));
};

const OWNED = 'medical_school';

/** The codes that a reader of their own scope sees, and in which dimension; null for all. */
function ownCodes(viewer: Viewer, shape: TableShape, role: Role) {
  if (!shape.ownScopeOnly.includes(role)) return null;
  return {
    in: shape.rows === OWNED ? ('rows' as const) : ('columns' as const),
    codes: scopesFor(viewer, 'school:read'),
  };
}

const isBeyond = (asked: readonly string[] | null | undefined, own: readonly string[]): boolean =>
  asked?.some((code) => !own.includes(code)) ?? false;

/** The tables of a country that the viewer may see, with their periods, newest first. */
export async function listCountTables(root: Root = 'england'): Promise<CountTableEntry[]> {
  const viewer = await authorise('counts:read');
  const stored = await asViewer(viewer, (tx) => selectCountTables(tx, root));
  return TABLE_SHAPES.filter((shape) => rolesFor(viewer, shape).length > 0).flatMap((shape) => {
    const tables = stored.filter(({ shapeId }) => shapeId === shape.id);
    const [newest] = tables;
    if (!newest) return [];
    const { sourceName } = newest;
    return [{ shape: shape.id, country: root, title: shapeTitle(shape), periods: periodsOf(tables), sourceName }];
  });
}

type StoredPeriod = { periodLabel: string; periodStart: string; periodEnd: string };

const periodsOf = (tables: readonly StoredPeriod[]) => {
  const byEnd = new Map(tables.map((table) => [table.periodEnd, table]));
  return [...byEnd.values()].map(({ periodLabel: label, periodStart: start, periodEnd: end }) => ({
    label,
    start,
    end,
  }));
};

async function readTable(viewer: Viewer, shape: TableShape, { country = 'england', period: wanted }: CountQuery) {
  const stored = await asViewer(viewer, (tx) => selectCountTables(tx, country));
  const periods = periodsOf(stored.filter(({ shapeId }) => shapeId === shape.id));
  const period = wanted === undefined ? periods[0] : periods.find(({ end }) => end === wanted);
  const key = period && { shapeId: shape.id, periodEnd: period.end };
  const [found] = key ? await asViewer(viewer, (tx) => selectCountTable(tx, country, key)) : [];
  if (!period || !found) throw new NotFound('No such table is loaded.');
  return { ...found, period, periods, table: ProtectedTable.parse(found.body) };
}

/**
 * A table of counts, or chosen rows and columns of it, as this viewer may see it. Everything in it is worked out from the
 * protected table. @throws NotFound for a shape, period, level or code that isn't there, AccessDenied beyond one's scope.
 */
export async function getCountTable(shapeId: string, query: CountQuery): Promise<CountTableView> {
  const viewer = await authorise('counts:read');
  const shape = TABLE_SHAPES.find(({ id }) => id === shapeId);
  if (!shape) throw new NotFound('There is no such table.');
  const [role] = rolesFor(viewer, shape);
  if (!role) throw new AccessDenied('forbidden');
  const own = ownCodes(viewer, shape, role);
  const level = query.level ?? shape.rowLevels[1] ?? '';
  const decision = permittedShape({
    role,
    dataset: shape.dataset,
    rows: shape.rows,
    rowLevel: level,
    columns: shape.columns,
    filters: [...(query.rows ? [shape.rows] : []), ...(query.columns ? [shape.columns] : [])],
    beyondOwnScope: own !== null && isBeyond(query[own.in], own.codes),
  });
  if (decision.kind === 'refused') {
    if (decision.reason === 'too_fine') throw new NotFound(`The table has no level ${level}.`);
    throw new AccessDenied('forbidden');
  }
  const stored = await readTable(viewer, shape, query);
  const present = (own?.codes ?? []).filter((code) =>
    own?.in === 'rows' ? stored.table.rows.some((row) => row.code === code) : stored.table.columns.includes(code),
  );
  if (own && present.length === 0) throw new NotFound('The table holds nothing of your school.');
  const outcome = viewOf(stored.table, {
    depth: shape.rowLevels.indexOf(level),
    rows: query.rows ?? (own?.in === 'rows' ? present : null),
    columns: query.columns ?? (own?.in === 'columns' ? present : null),
    hasTotals: { rows: own?.in !== 'rows', columns: own?.in !== 'columns' },
  });
  if (outcome.kind === 'refused') throw new NotFound('A row or column that was asked for is not in the table.');
  const { areaByCode } = await publishedStore();
  const named = (code: string) => ({ code, name: areaByCode.get(code)?.name ?? categoryLabel(code) });
  return {
    shape: shape.id,
    country: query.country ?? 'england',
    title: shapeTitle(shape),
    rowDimension: shape.rows,
    columnDimension: shape.columns,
    level,
    levels: [...shape.rowLevels],
    period: stored.period,
    periods: stored.periods,
    releaseId: stored.releaseId,
    source: { ...stored.source, ruleSet: RuleSetId.parse(stored.source.ruleSet) },
    ownScope: own !== null,
    columns: outcome.view.columns.map(named),
    rows: outcome.view.rows.map(({ code, cells }) => ({ ...named(code), cells: [...cells] })),
  };
}
