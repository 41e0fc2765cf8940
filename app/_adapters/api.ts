import { headers } from 'next/headers';
import { z } from 'zod';
import { AccessDenied, NotFound } from '@/lib/data/errors';
import { log } from '@/lib/log';

/** An RFC 9457 problem document. */
export function problem(status: number, title: string, detail?: string, extra: Record<string, unknown> = {}): Response {
  return Response.json(
    { type: 'about:blank', title, status, ...(detail ? { detail } : {}), ...extra },
    { status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } },
  );
}

/** What the caller sent can't be read: each field with its reason. */
export class BadRequest extends Error {
  override name = 'BadRequest';
  readonly error: z.ZodError;
  constructor(error: z.ZodError) {
    super('Bad request');
    this.error = error;
  }
}

/** Parses a URL's query strictly: an unknown or repeated key is refused, not ignored. */
export function parseQuery<T>(request: Request, schema: z.ZodType<T>): T {
  const entries = [...new URL(request.url).searchParams.entries()];
  const repeated = entries.filter(([name], at) => entries.findIndex(([other]) => other === name) !== at);
  const query = Object.fromEntries([...entries, ...repeated.map(([name]) => [name, Symbol('repeated')])]);
  const parsed = schema.safeParse(query);
  if (!parsed.success) throw new BadRequest(parsed.error);
  return parsed.data;
}

const NoQuery = z.strictObject({});

/** For addresses that take no query: one that has a query was meant for something else. */
export const refuseQuery = (request: Request): void => {
  parseQuery(request, NoQuery);
};

function answerTo(error: unknown, requestId: string): Response {
  if (error instanceof AccessDenied) {
    const status = error.reason === 'unauthenticated' ? 401 : 403;
    return problem(status, status === 401 ? 'Not signed in' : 'Not permitted', error.message, { requestId });
  }
  if (error instanceof NotFound) return problem(404, 'Not found', error.message, { requestId });
  if (error instanceof BadRequest) {
    const errors = error.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
    return problem(400, 'Bad request', 'The query can’t be read.', { requestId, errors });
  }
  log.error({ requestId, err: error }, 'api request failed');
  return problem(500, 'Something went wrong', 'Quote the request id when you report it.', { requestId });
}

/** Wraps a route: denials, unknown ids and bad queries become problem documents; scoped answers are never cached. */
export async function forApi(handler: () => Promise<Response>): Promise<Response> {
  try {
    const response = await handler();
    if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
    return response;
  } catch (error) {
    return answerTo(error, (await headers()).get('x-request-id') ?? '');
  }
}

/** RFC 6266 file name; ours are plain ASCII. */
export const attachment = (fileName: string): string => `attachment; filename="${fileName.replace(/[^\w.-]+/g, '-')}"`;
