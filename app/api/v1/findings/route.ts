import { forReadApi, parseQuery } from '@/app/_adapters/api';
import { CountryQuery } from '@/lib/contracts/country-query';
import { findingsAnswer } from '@/lib/contracts/findings-document';
import { listFindings } from '@/lib/data/findings';

export const GET = (request: Request): Promise<Response> =>
  forReadApi(request, async () => {
    const { country } = parseQuery(request, CountryQuery);
    return Response.json(findingsAnswer(await listFindings(country)));
  });
