import { encode } from 'next-auth/jwt';
import { afterEach, expect, test, vi } from 'vitest';

const SECRET = 'a secret of more than thirty-two characters';
const PLAIN = 'authjs.session-token';
const SECURE = '__Secure-authjs.session-token';
const session = { userId: '3f6f8a52-6c5e-4b53-9c3b-0d5a6f7d8e91', sessionVersion: 3 };

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock('next/headers', () => ({ headers: async () => request.headers }));
vi.mock('next-auth', () => ({ default: () => ({}) }));
vi.mock('next-auth/providers/credentials', () => ({ default: () => ({}) }));
vi.mock('@/lib/env', () => ({ env: { AUTH_SECRET: 'a secret of more than thirty-two characters' } }));

const { readSession } = await import('./session');

afterEach(() => {
  request.headers = new Headers();
});

const tokenFor = (name: string, token: object = session, seconds = 60) =>
  encode({ token: { ...token }, secret: SECRET, salt: name, maxAge: seconds });

async function read(proto: string, cookies: Record<string, string>, others: Record<string, string> = {}) {
  const cookie = Object.entries(cookies).map(([name, value]) => `${name}=${value}`);
  request.headers = new Headers({ 'x-forwarded-proto': proto, cookie: cookie.join('; '), ...others });
  return readSession();
}

test('the cookie that this server signed is a session', async () => {
  expect(await read('http', { [PLAIN]: await tokenFor(PLAIN) })).toEqual(session);
  expect(await read('https', { theme: 'dark', [SECURE]: await tokenFor(SECURE) })).toEqual(session);
});

test('over https only the cookie counts that a page without it could not have set', async () => {
  expect(await read('https', { [PLAIN]: await tokenFor(PLAIN) })).toBeNull();
  expect(await read('https', { [SECURE]: await tokenFor(PLAIN) })).toBeNull();
});

test('the scheme is read as next-auth reads it: in any case', async () => {
  expect(await read('HTTPS', { [SECURE]: await tokenFor(SECURE) })).toEqual(session);
  expect(await read('HTTPS', { [PLAIN]: await tokenFor(PLAIN) })).toBeNull();
});

test('what is expired, forged, of another purpose, without its parts or sent as a bearer token is none', async () => {
  const token = await tokenFor(PLAIN);
  expect(await read('http', {})).toBeNull();
  expect(await read('http', { [PLAIN]: `${token.slice(0, -4)}AAAA` })).toBeNull();
  expect(await read('http', { [PLAIN]: await tokenFor(PLAIN, session, -60) })).toBeNull();
  expect(await read('http', { [PLAIN]: await tokenFor('stead.ticket') })).toBeNull();
  expect(await read('http', { [PLAIN]: await tokenFor(PLAIN, { userId: session.userId }) })).toBeNull();
  expect(await read('http', {}, { authorization: `Bearer ${token}` })).toBeNull();
});
