import { forReadApi } from '@/app/_adapters/api';
import { getBriefing } from '@/lib/data/briefings';

type Context = { params: Promise<{ id: string }> };

export const GET = (request: Request, { params }: Context): Promise<Response> =>
  forReadApi(request, async () => Response.json({ briefing: await getBriefing((await params).id) }));
