import { forApi } from '@/app/_adapters/api';
import { listIndicators } from '@/lib/data/figures';

export const GET = (): Promise<Response> => forApi(async () => Response.json({ indicators: await listIndicators() }));
