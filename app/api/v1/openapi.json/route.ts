import { forReadApi, refuseQuery } from '@/app/_adapters/api';
import { openApiDocument } from '@/lib/contracts/openapi';

/** Public: it describes the addresses and holds no data. */
export const GET = (request: Request): Promise<Response> =>
  forReadApi(request, async () => {
    refuseQuery(request);
    return Response.json(openApiDocument('1'));
  });
