import { attachment, forApi, parseQuery } from '@/app/_adapters/api';
import { FiguresQuery } from '@/lib/contracts/figures-query';
import { exportFigures, listFigures } from '@/lib/data/figure-export';

export const GET = (request: Request): Promise<Response> =>
  forApi(async () => {
    const query = parseQuery(request, FiguresQuery);
    if (query.format === 'json') return Response.json({ figures: await listFigures(query) });
    return new Response(await exportFigures(query), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': attachment(`stead-${query.indicator}.csv`),
      },
    });
  });
