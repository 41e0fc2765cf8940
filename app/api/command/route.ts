import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { problem } from '@/app/_adapters/api';
import { execute } from '@/lib/cli/execute';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

const Body = z.strictObject({ argv: z.array(z.string()).max(100) });

function isTokenRight(request: Request): boolean {
  const expected = Buffer.from(`Bearer ${env.STEAD_COMMAND_TOKEN ?? ''}`);
  const given = Buffer.from(request.headers.get('authorization') ?? '');
  return env.STEAD_COMMAND_TOKEN !== undefined && given.length === expected.length && timingSafeEqual(given, expected);
}

/** Commands of this machine's operator, while this server holds the embedded database. The token is in the data directory. */
export async function POST(request: Request): Promise<Response> {
  if (!isTokenRight(request)) return problem(401, 'Not permitted', 'The command token is wrong.');
  const body = Body.safeParse(await request.json().catch(() => null));
  if (!body.success) return problem(400, 'Bad request', z.prettifyError(body.error));
  const messages: string[] = [];
  const result = await execute(body.data.argv, (message) => messages.push(message)).catch((error: unknown) => {
    log.error({ err: error }, 'command failed');
    const text = error instanceof Error ? error.message : String(error);
    return { status: 1, document: { error: text }, text };
  });
  return Response.json({ messages, result }, { headers: { 'cache-control': 'no-store' } });
}
