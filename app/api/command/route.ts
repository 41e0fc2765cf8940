import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { problem } from '@/app/_adapters/api';
import { ndjson } from '@/app/_adapters/stream';
import type { CommandResult } from '@/lib/cli/command';
import { beginRun, stopRun } from '@/lib/cli/command-runs';
import { execute, failureOf, isStoppable } from '@/lib/cli/execute';
import { type CommandLine, HEARTBEAT_MS } from '@/lib/contracts/command-stream';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

const Body = z.strictObject({ argv: z.array(z.string()).max(100) });

function isTokenRight(request: Request): boolean {
  const expected = Buffer.from(`Bearer ${env.STEAD_COMMAND_TOKEN ?? ''}`);
  const given = Buffer.from(request.headers.get('authorization') ?? '');
  return env.STEAD_COMMAND_TOKEN !== undefined && given.length === expected.length && timingSafeEqual(given, expected);
}

const wrongToken = () => problem(401, 'Not permitted', 'The command token is wrong.');

/**
 * Commands of this machine's operator, while this server holds the embedded database: how far they are, then the result. The token is in
 * the data directory. Who goes away stops a command that can be stopped.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isTokenRight(request)) return wrongToken();
  const body = Body.safeParse(await request.json().catch(() => null));
  if (!body.success) return problem(400, 'Bad request', z.prettifyError(body.error));
  const { argv } = body.data;
  const run = beginRun();
  request.signal.addEventListener('abort', run.stop, { once: true });
  const work = async (send: (line: CommandLine) => void): Promise<void> => {
    const sendResult = ({ files = [], ...result }: CommandResult): void =>
      send({ kind: 'result', result: { ...result, files: [...files] } });
    send({ kind: 'begun', run: run.id, isStoppable: isStoppable(argv) });
    const heartbeat = setInterval(() => send({ kind: 'heartbeat' }), HEARTBEAT_MS);
    try {
      const result = await execute(argv, (progress) => send({ kind: 'progress', ...progress }), run.signal);
      sendResult(result);
    } catch (error) {
      log.error({ err: error }, 'command failed');
      sendResult(failureOf(argv, error));
    } finally {
      clearInterval(heartbeat);
      run.end();
    }
  };
  return ndjson<CommandLine>(work, { kind: 'heartbeat' }, run.stop);
}

/** Stops a command of this server, where it can be stopped; its answer says what came of it. */
export async function DELETE(request: Request): Promise<Response> {
  if (!isTokenRight(request)) return wrongToken();
  const id = new URL(request.url).searchParams.get('run') ?? '';
  return stopRun(id) ? new Response(null, { status: 204 }) : problem(404, 'Not found', 'There is no such command.');
}
