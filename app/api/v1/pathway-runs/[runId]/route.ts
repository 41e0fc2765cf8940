import { forReadApi, refuseQuery } from '@/app/_adapters/api';
import { getPathwayRun } from '@/lib/data/pathway-runs';

type Context = { params: Promise<{ runId: string }> };

export const GET = (request: Request, { params }: Context): Promise<Response> =>
  forReadApi(request, async () => {
    refuseQuery(request);
    const { runId } = await params;
    return Response.json({ run: await getPathwayRun(runId) });
  });
