import { attachment, forReadApi } from '@/app/_adapters/api';
import { renderBriefing } from '@/lib/data/briefings';

type Context = { params: Promise<{ id: string }> };

export const GET = (request: Request, { params }: Context): Promise<Response> =>
  forReadApi(request, async () => {
    const { fileName, pdf } = await renderBriefing((await params).id);
    return new Response(Buffer.from(pdf), {
      headers: { 'content-type': 'application/pdf', 'content-disposition': attachment(fileName) },
    });
  });
