import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Database, withPublisher } from '@/db/client';

const PrintedRows = z.array(z.record(z.string(), z.string()));

/** A table with what stands in its cells, as text. */
export const readPrinted = (file: string): Record<string, string>[] =>
  PrintedRows.parse(parse(readFileSync(file, 'utf8'), { columns: true, bom: true }));

const Made = z.object({
  indicatorId: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
  breakdown: z.string(),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
});
export type Made = z.infer<typeof Made>;

/** The figures of the releases of one dataset. */
export async function madeFigures(db: Database, dataset: string): Promise<Made[]> {
  const result = await withPublisher(db, (tx) =>
    tx.execute(sql`
      select indicator_id as "indicatorId", area_code as "areaCode", area.name as "areaName", breakdown, value, numerator, denominator
      from observation join release on release.id = release_id join area on area.code = area_code
      where release.dataset = ${dataset} and release.status = 'published'`),
  );
  return z.object({ rows: z.array(Made) }).parse(result).rows;
}

export type PrintedColumn = {
  readonly column: string;
  readonly indicatorId: string;
  readonly field?: 'value' | 'numerator' | 'denominator';
  readonly breakdown?: string;
  readonly scale?: number;
};

const digitsOf = (text: string): number => text.split('.')[1]?.length ?? 0;

/** How many printed cells the made figures were compared with, and those that they don't give to the last printed digit. */
export function comparePrinted(
  rows: readonly Record<string, string>[],
  made: readonly Made[],
  {
    areaOf,
    columns,
  }: { areaOf: (row: Record<string, string>, figure: Made) => boolean; columns: readonly PrintedColumn[] },
): { cells: number; missing: number; mismatches: string[] } {
  const outcome = { cells: 0, missing: 0, mismatches: [] as string[] };
  for (const { column, indicatorId, field = 'value', breakdown = 'all', scale = 1 } of columns) {
    // Trailing zeros are left out in some tables: a column has the digits of its longest number.
    const digits = Math.max(...rows.map((row) => digitsOf(row[column] ?? '')));
    const candidates = made.filter((one) => one.indicatorId === indicatorId && one.breakdown === breakdown);
    for (const row of rows) {
      const printed = row[column];
      if (printed === undefined || printed === '') continue;
      const figure = candidates.find((one) => areaOf(row, one));
      const value = figure?.[field];
      if (!figure || value === undefined || value === null) {
        outcome.missing += 1;
        continue;
      }
      outcome.cells += 1;
      const isPrinted = Math.abs(value * scale - Number(printed)) <= 0.5 * 10 ** -digits + 1e-9;
      if (!isPrinted) outcome.mismatches.push(`${column}, ${figure.areaCode}: ${value * scale}, printed ${printed}`);
    }
  }
  return outcome;
}
