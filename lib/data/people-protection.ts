import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { countTable } from '@/db/schema';
import type { Period } from '@/lib/contracts/figure';
import { TOTAL } from '@/lib/domain/disclosure/count-table';
import { admitTable, type TableRecord } from '@/lib/domain/disclosure/differencing';
import { protectTable } from '@/lib/domain/disclosure/protect-table';
import { ProtectedTable } from '@/lib/domain/disclosure/protected-table';
import type { Root } from '@/lib/domain/geography/area';
import type { PeopleTable } from '@/lib/domain/placements/people-table';
import { STABILITY_RULES } from '@/lib/domain/placements/telling-rates';
import { selectPublishedAbout } from './queries/counts';

/** Whom a table counts, and when. `quantity` names what is worked out from them. */
export type PeopleSubject = { releaseId: string; root: Root; period: Period; people: string; quantity: string };

const Earlier = z.array(z.object({ release: z.string(), table: ProtectedTable }));

const ROWS = 'specialty_level';
const COLUMNS = 'training_region';

/** Regions of two files may differ: then their cells are compared, and the totals over regions are of other people. */
const comparable = (table: ProtectedTable, columns: readonly string[]): ProtectedTable => {
  const own = table.columns.filter((code) => code !== TOTAL);
  if (JSON.stringify(own) === JSON.stringify(columns)) return table;
  const kept = table.columns.map((code) => code !== TOTAL && columns.includes(code));
  return {
    ...table,
    columns: table.columns.filter((_, i) => kept[i]),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.filter((_, i) => kept[i]) })),
  };
};

/** An earlier table with the rows of this one: rows that only one of them has say nothing of the other. */
const withRowsOf = (earlier: ProtectedTable, { rows }: ProtectedTable): ProtectedTable => {
  const cells = new Map(earlier.rows.map((row) => [row.code, row.cells]));
  const none = earlier.columns.map(() => ({ kind: 'not_applicable' as const }));
  return { ...earlier, rows: rows.map(({ code, parent }) => ({ code, parent, cells: cells.get(code) ?? none })) };
};

const recordOf = (
  { people, quantity, period }: PeopleSubject,
  release: string,
  table: ProtectedTable,
): TableRecord => ({
  dataset: `${people}:${quantity}`,
  period: period.end,
  release,
  rowDimension: ROWS,
  columnDimension: COLUMNS,
  table,
});

/**
 * Protects the people behind a figure beside all that was ever published of the same kind, and remembers what is shown:
 * no role reads such a table, it only decides what may be shown next. A cell hidden once stays hidden. Null where it can't
 * be protected: then nothing of it may be shown.
 */
export async function protectPeople(
  tx: Executor,
  subject: PeopleSubject,
  tableOf: (earlier: readonly ProtectedTable[]) => PeopleTable,
): Promise<ProtectedTable | null> {
  const { releaseId, root, period, people, quantity } = subject;
  const dataset = `${people}:${quantity}`;
  const published = Earlier.parse(await selectPublishedAbout(tx, root, dataset, period.end));
  const { counts, sensitive } = tableOf(published.map(({ table }) => table));
  const earlier = published.map(({ table }) => comparable(table, counts.columns));
  const circumstances = { owners: ['columns'] as const, earlier, sensitive, isQuick: true };
  const totals = [...counts.columns, TOTAL].map((column) => ({ row: TOTAL, column }));
  const first = protectTable(counts, STABILITY_RULES, { ...circumstances, kept: totals });
  const outcome = first.kind === 'refused' ? protectTable(counts, STABILITY_RULES, circumstances) : first;
  if (outcome.kind === 'refused') return null;
  const { table } = outcome;
  const before = earlier.map((one, i) => recordOf(subject, `earlier ${i}`, withRowsOf(one, table)));
  if (admitTable(before, recordOf(subject, releaseId, table)).kind === 'refused') return null;
  const isKnown = published.some((one) => JSON.stringify(one) === JSON.stringify({ release: releaseId, table }));
  if (isKnown) return table;
  await tx.insert(countTable).values({
    releaseId,
    // Made again with other positions of sites, a release has several.
    shapeId: `${dataset}:${published.length}`,
    dataset,
    periodLabel: period.label,
    periodStart: period.start,
    periodEnd: period.end,
    rowDimension: ROWS,
    columnDimension: COLUMNS,
    roles: [],
    body: table,
    publishedAt: sql`clock_timestamp()`,
  });
  return table;
}
