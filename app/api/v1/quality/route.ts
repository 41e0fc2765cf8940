import { download, forReadApi, parseQuery } from '@/app/_adapters/api';
import { QualityFileQuery } from '@/lib/contracts/quality';
import { exportQuality, listQuality } from '@/lib/data/quality';

export const GET = (request: Request): Promise<Response> =>
  forReadApi(request, async () => {
    const { format, ...choice } = parseQuery(request, QualityFileQuery);
    if (format === 'json') return Response.json({ flags: await listQuality(choice) });
    return download(await exportQuality(choice, format));
  });
