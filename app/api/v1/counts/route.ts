import { forApi, refuseQuery } from '@/app/_adapters/api';
import { listCountTables } from '@/lib/data/count-tables';

export const GET = (request: Request): Promise<Response> =>
  forApi(request, async () => {
    refuseQuery(request);
    return Response.json({ tables: await listCountTables() });
  });
