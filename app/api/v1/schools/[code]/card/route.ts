import { attachment, forReadApi, parseQuery } from '@/app/_adapters/api';
import { SchoolPeriodQuery } from '@/lib/contracts/school-reach-query';
import { renderSchoolCard } from '@/lib/data/school-card';

type Context = { params: Promise<{ code: string }> };

export const GET = (request: Request, { params }: Context): Promise<Response> =>
  forReadApi(request, async () => {
    const query = parseQuery(request, SchoolPeriodQuery);
    const { fileName, pdf } = await renderSchoolCard((await params).code, query);
    return new Response(Buffer.from(pdf), {
      headers: { 'content-type': 'application/pdf', 'content-disposition': attachment(fileName) },
    });
  });
