import { forReadApi, parseQuery } from '@/app/_adapters/api';
import { SchoolPeriodQuery } from '@/lib/contracts/school-reach-query';
import { getSchoolReach } from '@/lib/data/school-reach';

type Context = { params: Promise<{ code: string }> };

export const GET = (request: Request, { params }: Context): Promise<Response> =>
  forReadApi(request, async () => {
    const query = parseQuery(request, SchoolPeriodQuery);
    const { code } = await params;
    return Response.json(await getSchoolReach(code, query));
  });
