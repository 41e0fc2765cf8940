import { forReadApi, parseQuery } from '@/app/_adapters/api';
import { CountryQuery } from '@/lib/contracts/country-query';
import { getProjectionScorecard } from '@/lib/data/backtest';

export const GET = (request: Request): Promise<Response> =>
  forReadApi(request, async () => {
    const { country } = parseQuery(request, CountryQuery);
    return Response.json({ scorecard: await getProjectionScorecard(country) });
  });
