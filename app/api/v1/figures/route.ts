import { download, forReadApi, parseQuery } from '@/app/_adapters/api';
import { FiguresQuery } from '@/lib/contracts/figures-query';
import { exportFigures, listFigures } from '@/lib/data/figure-export';

export const GET = (request: Request): Promise<Response> =>
  forReadApi(request, async () => {
    const { format, ...choice } = parseQuery(request, FiguresQuery);
    if (format === 'json') return Response.json({ figures: await listFigures(choice) });
    return download(await exportFigures(choice, format));
  });
