import { forApi } from '@/app/_adapters/api';
import { listScenarios } from '@/lib/data/scenarios';

export const GET = (): Promise<Response> => forApi(async () => Response.json({ scenarios: await listScenarios() }));
