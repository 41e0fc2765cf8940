import { download, forReadApi, parseQuery } from '@/app/_adapters/api';
import { ColdSpotsQuery } from '@/lib/contracts/school-reach-query';
import { exportColdSpots } from '@/lib/data/cold-spot-export';
import { getColdSpots } from '@/lib/data/school-reach';

type Context = { params: Promise<{ code: string }> };

export const GET = (request: Request, { params }: Context): Promise<Response> =>
  forReadApi(request, async () => {
    const { format, ...query } = parseQuery(request, ColdSpotsQuery);
    const { code } = await params;
    if (format === 'json') return Response.json(await getColdSpots(code, query));
    return download(await exportColdSpots(code, query, format));
  });
