import { forReadApi } from '@/app/_adapters/api';
import { getScenario } from '@/lib/data/scenarios';

type Context = { params: Promise<{ id: string }> };

export const GET = (request: Request, { params }: Context): Promise<Response> =>
  forReadApi(request, async () => Response.json({ scenario: await getScenario((await params).id) }));
