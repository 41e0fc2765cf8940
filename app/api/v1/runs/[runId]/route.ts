import { download, forReadApi, parseQuery } from '@/app/_adapters/api';
import { FormatQuery } from '@/lib/contracts/api-queries';
import { exportRun } from '@/lib/data/run-export';
import { getRun } from '@/lib/data/scenario-runs';

type Context = { params: Promise<{ runId: string }> };

export const GET = (request: Request, { params }: Context): Promise<Response> =>
  forReadApi(request, async () => {
    const { format } = parseQuery(request, FormatQuery);
    const { runId } = await params;
    if (format === 'json') return Response.json({ run: await getRun(runId) });
    return download(await exportRun(runId, format));
  });
