import { download, forApi } from '@/app/_adapters/api';
import { READERS } from '@/app/api/exports/_tables/tables';
import { isPageTable } from '@/lib/contracts/page-tables';
import { NotFound } from '@/lib/data/errors';
import { exportTable } from '@/lib/data/table-export';

type Context = { params: Promise<{ table: string }> };

/** A table of a page as a file, for who may see the page; each is audited. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  forApi(async () => {
    const { table: name } = await params;
    if (!isPageTable(name)) throw new NotFound('There is no such table.');
    const { table, about, format } = await READERS[name](request);
    const subject = [name, about].filter((part) => part !== undefined);
    return download(
      await exportTable({
        table,
        format,
        name: `stead-${subject.join('-')}`,
        action: 'table.export',
        subject: subject.join(' '),
      }),
    );
  });
