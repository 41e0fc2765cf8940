import { attachment, forReadApi, refuseQuery } from '@/app/_adapters/api';
import { renderRunBriefing } from '@/lib/data/run-briefing';

type Context = { params: Promise<{ runId: string }> };

export const GET = (request: Request, { params }: Context): Promise<Response> =>
  forReadApi(request, async () => {
    refuseQuery(request);
    const { fileName, pdf } = await renderRunBriefing((await params).runId);
    return new Response(Buffer.from(pdf), {
      headers: { 'content-type': 'application/pdf', 'content-disposition': attachment(fileName) },
    });
  });
