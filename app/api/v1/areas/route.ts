import { download, forReadApi, parseQuery } from '@/app/_adapters/api';
import { AreasQuery } from '@/lib/contracts/api-queries';
import { listAreas } from '@/lib/data/areas';
import { exportAreas } from '@/lib/data/registers';

export const GET = (request: Request): Promise<Response> =>
  forReadApi(request, async () => {
    const { type, country, format } = parseQuery(request, AreasQuery);
    if (format === 'json') return Response.json({ areas: await listAreas([type], { root: country }) });
    return download(await exportAreas(type, country, format));
  });
