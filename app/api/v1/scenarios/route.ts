import { forReadApi, refuseQuery } from '@/app/_adapters/api';
import { listScenarios } from '@/lib/data/scenarios';

export const GET = (request: Request): Promise<Response> =>
  forReadApi(request, async () => {
    refuseQuery(request);
    return Response.json({ scenarios: await listScenarios() });
  });
