import { headers } from 'next/headers';
import { z } from 'zod';
import { AccessDenied, NotFound, TooLarge, TooManyAttempts } from '@/lib/data/errors';
import type { ExportedFile } from '@/lib/data/table-export';
import { findTokenViewer } from '@/lib/data/token-viewer';
import { runAs } from '@/lib/data/viewer';
import { log } from '@/lib/log';

type ProblemExtra = { headers?: Record<string, string>; members?: Record<string, unknown> };

/** An RFC 9457 problem document. */
export function problem(status: number, title: string, detail?: string, extra: ProblemExtra = {}): Response {
  return Response.json(
    { type: 'about:blank', title, status, ...(detail ? { detail } : {}), ...extra.members },
    { status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...extra.headers } },
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

const MS_PER_SECOND = 1_000;

/** Who asks, as the answer to an error needs to know it. */
type Asked = { requestId: string; byToken: boolean };

function denial({ reason, message }: AccessDenied, { requestId, byToken }: Asked): Response {
  const members = { requestId };
  if (reason === 'forbidden') return problem(403, 'Not permitted', message, { members });
  const challenge = byToken ? { 'www-authenticate': 'Bearer error="invalid_token"' } : {};
  return problem(401, 'Not signed in', message, { members, headers: challenge });
}

function answerTo(error: unknown, asked: Asked): Response {
  const members = { requestId: asked.requestId };
  if (error instanceof AccessDenied) return denial(error, asked);
  if (error instanceof NotFound) return problem(404, 'Not found', error.message, { members });
  if (error instanceof TooLarge) return problem(413, 'Too large', error.message, { members });
  if (error instanceof TooManyAttempts) {
    const wait = { 'retry-after': String(Math.ceil(error.waitMs / MS_PER_SECOND)) };
    return problem(429, 'Too many attempts', error.message, { members, headers: wait });
  }
  if (error instanceof BadRequest) {
    const errors = error.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
    return problem(400, 'Bad request', 'The query can’t be read.', { members: { ...members, errors } });
  }
  log.error({ ...members, err: error }, 'api request failed');
  return problem(500, 'Something went wrong', 'Quote the request id when you report it.', { members });
}

/** The token of the request; an empty one is a wrong one, not none. */
function bearerOf(request: Request): string | null {
  const match = /^bearer(?: +(.*))?$/i.exec(request.headers.get('authorization') ?? '');
  return match && (match[1] ?? '').trim();
}

async function answered(handler: () => Promise<Response>, asked: () => Promise<Asked>): Promise<Response> {
  try {
    const response = await handler();
    if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
    return response;
  } catch (error) {
    return answerTo(error, await asked());
  }
}

/** Wraps a route of the session's viewer: denials, unknown ids and bad queries become problem documents; scoped answers are never cached. */
export const forApi = (handler: () => Promise<Response>): Promise<Response> =>
  answered(handler, async () => ({ requestId: (await headers()).get('x-request-id') ?? '', byToken: false }));

const isReading = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

/**
 * The same for a route of `/api/v1`, the only place where tokens count: as the token's owner where the request carries one,
 * else as the session's viewer. A token is good for reading only.
 */
export function forReadApi(request: Request, handler: () => Promise<Response>): Promise<Response> {
  const bearer = bearerOf(request);
  const asViewer = async () => {
    if (bearer === null) return handler();
    if (!isReading(request)) throw new AccessDenied('forbidden', 'A token is for reading only.');
    return runAs(await findTokenViewer(bearer), handler);
  };
  const asked = { requestId: request.headers.get('x-request-id') ?? '', byToken: bearer !== null };
  return answered(asViewer, async () => asked);
}

/** RFC 6266 file name; ours are plain ASCII. */
export const attachment = (fileName: string): string => `attachment; filename="${fileName.replace(/[^\w.-]+/g, '-')}"`;

/** A file as a download. */
export const download = ({ fileName, contentType, body }: ExportedFile): Response =>
  new Response(typeof body === 'string' ? body : Buffer.from(body), {
    headers: { 'content-type': contentType, 'content-disposition': attachment(fileName) },
  });
