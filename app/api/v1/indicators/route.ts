import { forApi, refuseQuery } from '@/app/_adapters/api';
import { listIndicators } from '@/lib/data/figures';

export const GET = (request: Request): Promise<Response> =>
  forApi(async () => {
    refuseQuery(request);
    return Response.json({ indicators: await listIndicators() });
  });
