import { forReadApi, parseQuery } from '@/app/_adapters/api';
import { JobsApiQuery } from '@/lib/contracts/job-representation';
import { NotFound } from '@/lib/data/errors';
import { getJobRepresentation } from '@/lib/data/job-representation';

export const GET = (request: Request): Promise<Response> =>
  forReadApi(request, async () => {
    const view = await getJobRepresentation(parseQuery(request, JobsApiQuery));
    if (view === null)
      throw new NotFound('Nothing that is loaded says who does which job: a cohort (cohort.csv) would.');
    return Response.json(view);
  });
