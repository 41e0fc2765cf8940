import { type NextRequest, NextResponse } from 'next/server';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

/** A nonce per response: no script or style runs that this server did not write. Never the authorisation. */
function contentSecurityPolicy(nonce: string): string {
  const isDev = env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${isDev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Recharts sets style attributes; without this it draws nothing.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Templates are linked from the help pages, and say nothing about anybody. */
const PUBLIC = /^\/(sign-in|help|accessibility|api\/|icon|data\/import\/templates\/)/;

/** Without a session cookie a page can only ask for one; a 401 thrown while rendering is a blank page where there is no script. */
const needsSignIn = (request: NextRequest): boolean =>
  request.method === 'GET' &&
  request.headers.get('rsc') === null &&
  !PUBLIC.test(request.nextUrl.pathname) &&
  !request.cookies.getAll().some(({ name }) => name.includes('session-token'));

export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const requestId = crypto.randomUUID();
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('x-request-id', requestId);
  headers.set('content-security-policy', policy);
  log.info({ requestId, method: request.method, path: request.nextUrl.pathname }, 'request');
  const response = needsSignIn(request)
    ? NextResponse.rewrite(
        new URL(
          `/sign-in?${new URLSearchParams({ to: request.nextUrl.pathname + request.nextUrl.search })}`,
          request.url,
        ),
        { request: { headers }, status: 401 },
      )
    : NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-request-id', requestId);
  return response;
}

export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico).*)'] };
