import { forReadApi, parseQuery } from '@/app/_adapters/api';
import { CountryQuery } from '@/lib/contracts/country-query';
import { listJourneyTables } from '@/lib/data/journeys';

export const GET = (request: Request): Promise<Response> =>
  forReadApi(request, async () => {
    const { country } = parseQuery(request, CountryQuery);
    return Response.json({ tables: await listJourneyTables(country) });
  });
