import { forReadApi, refuseQuery } from '@/app/_adapters/api';
import { listCountTables } from '@/lib/data/count-tables';

export const GET = (request: Request): Promise<Response> =>
  forReadApi(request, async () => {
    refuseQuery(request);
    return Response.json({ tables: await listCountTables() });
  });
