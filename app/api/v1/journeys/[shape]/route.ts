import { download, forReadApi, parseQuery } from '@/app/_adapters/api';
import { JourneyTableApiQuery } from '@/lib/contracts/journeys';
import { exportJourneyTable } from '@/lib/data/journey-export';
import { getJourneyTable } from '@/lib/data/journeys';

type Context = { params: Promise<{ shape: string }> };

export const GET = (request: Request, { params }: Context): Promise<Response> =>
  forReadApi(request, async () => {
    const { format, ...query } = parseQuery(request, JourneyTableApiQuery);
    const { shape } = await params;
    if (format === 'json') return Response.json(await getJourneyTable(shape, query));
    return download(await exportJourneyTable(shape, query, format));
  });
