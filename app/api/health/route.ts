import { problem } from '@/app/_adapters/api';
import { checkHealth } from '@/lib/data/health';

/** Public: says whether the database answers, and nothing about what is in it. */
export async function GET(): Promise<Response> {
  const healthy = await checkHealth();
  if (!healthy) return problem(503, 'Not ready', 'The database does not answer.');
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
}
