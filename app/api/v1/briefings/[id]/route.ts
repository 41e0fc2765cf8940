import { forApi } from '@/app/_adapters/api';
import { getBriefing } from '@/lib/data/briefings';

type Context = { params: Promise<{ id: string }> };

export const GET = (_request: Request, { params }: Context): Promise<Response> =>
  forApi(async () => Response.json({ briefing: await getBriefing((await params).id) }));
