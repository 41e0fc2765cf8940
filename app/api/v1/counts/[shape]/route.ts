import { download, forReadApi, parseQuery } from '@/app/_adapters/api';
import { CountApiQuery } from '@/lib/contracts/count-table';
import { exportCountTable } from '@/lib/data/count-export';
import { getCountTable } from '@/lib/data/count-tables';

type Context = { params: Promise<{ shape: string }> };

export const GET = (request: Request, { params }: Context): Promise<Response> =>
  forReadApi(request, async () => {
    const { format, ...query } = parseQuery(request, CountApiQuery);
    const { shape } = await params;
    if (format === 'json') return Response.json(await getCountTable(shape, query));
    return download(await exportCountTable(shape, query, format));
  });
