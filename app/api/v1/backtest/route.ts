import { forReadApi, parseQuery } from '@/app/_adapters/api';
import { CountryQuery } from '@/lib/contracts/country-query';
import { getBacktest } from '@/lib/data/backtest';

export const GET = (request: Request): Promise<Response> =>
  forReadApi(request, async () => {
    const { country } = parseQuery(request, CountryQuery);
    return Response.json({ backtest: await getBacktest(country) });
  });
