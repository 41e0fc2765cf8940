import { download, forReadApi, parseQuery } from '@/app/_adapters/api';
import { AreasQuery } from '@/lib/contracts/api-queries';
import { exportAreas, listAreaEntries } from '@/lib/data/registers';

export const GET = (request: Request): Promise<Response> =>
  forReadApi(request, async () => {
    const { type, country, on, format } = parseQuery(request, AreasQuery);
    if (format === 'json') return Response.json({ areas: await listAreaEntries(type, { root: country, on }) });
    return download(await exportAreas(type, country, format));
  });
