import { forApi } from '@/app/_adapters/api';
import { getRun } from '@/lib/data/scenario-runs';

type Context = { params: Promise<{ runId: string }> };

export const GET = (_request: Request, { params }: Context): Promise<Response> =>
  forApi(async () => Response.json({ run: await getRun((await params).runId) }));
