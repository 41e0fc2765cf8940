import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

export const PACK = path.join(process.cwd(), 'db/seeds/published');

/** Rows of a CSV text, each checked; an empty cell is null. Errors name the file and the line. */
export function readRows<Row>(text: string, file: string, row: z.ZodType<Row>): Row[] {
  const records: unknown[] = parse(text, { columns: true, cast: (value) => (value === '' ? null : value) });
  return records.map((record, index) => {
    const parsed = row.safeParse(record);
    if (!parsed.success) throw new Error(`${file}, row ${index + 2}: ${z.prettifyError(parsed.error)}`);
    return parsed.data;
  });
}

export const readPackCsv = <Row>(file: string, row: z.ZodType<Row>): Row[] =>
  readRows(readFileSync(path.join(PACK, file), 'utf8'), file, row);

export function readPackJson<Content>(file: string, content: z.ZodType<Content>): Content {
  const parsed = content.safeParse(JSON.parse(readFileSync(path.join(PACK, file), 'utf8')));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
