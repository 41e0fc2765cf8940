import { z } from 'zod';
import { BadRequest, parseQuery } from '@/app/_adapters/api';
import { FileFormat, type TableFile, type TableValue } from '@/lib/contracts/table-file';

/** A page's table as a file has it, and what it is about where it is about one thing: an area, a school, an import. */
export type PageFile = { table: TableFile; about?: string };

export type PageFileReader = (request: Request) => Promise<PageFile & { format: FileFormat }>;

const AnyTable = z.looseObject({ format: FileFormat });

/** Reads a table as its page does, under the viewer, from what the address says. */
export const pageFile =
  <Query>(schema: z.ZodType<Query>, read: (query: Query) => Promise<PageFile>): PageFileReader =>
  async (request) => {
    const { format, ...rest } = parseQuery(request, AnyTable);
    const query = schema.safeParse(rest);
    if (!query.success) throw new BadRequest(query.error);
    return { ...(await read(query.data)), format };
  };

/** The same in every row: what all of them rest on. */
export const withColumns = (table: TableFile, columns: Readonly<Record<string, TableValue>>): TableFile => ({
  ...table,
  columns: [...table.columns, ...Object.keys(columns)],
  rows: table.rows.map((row) => [...row, ...Object.values(columns)]),
});
