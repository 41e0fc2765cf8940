import { download, forReadApi, parseQuery } from '@/app/_adapters/api';
import { FormatQuery } from '@/lib/contracts/api-queries';
import { listIndicators } from '@/lib/data/figures';
import { exportIndicators } from '@/lib/data/registers';

export const GET = (request: Request): Promise<Response> =>
  forReadApi(request, async () => {
    const { format } = parseQuery(request, FormatQuery);
    if (format === 'json') return Response.json({ indicators: await listIndicators() });
    return download(await exportIndicators(format));
  });
