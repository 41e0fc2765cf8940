import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { watchRequests } from '@/app/_adapters/passed-on';
import { isLocalOnly } from './local-only';

let server: Server;
let port = 0;

/** As Next hands a request on: with forwarding headers of its own where there are none. */
beforeAll(async () => {
  watchRequests();
  server = createServer((request, response) => {
    request.headers['x-forwarded-host'] ??= request.headers.host;
    request.headers['x-forwarded-proto'] ??= 'http';
    request.headers['x-forwarded-for'] ??= request.socket.remoteAddress;
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
    response.end(String(isLocalOnly(headers)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = z.object({ port: z.number() }).parse(server.address()).port;
});
afterAll(() => server.close());

const answer = async (headers: Record<string, string> = {}) =>
  (await fetch(`http://127.0.0.1:${port}/`, { headers })).text();

test('a request of this machine is local, and stays so whatever it says of itself', async () => {
  expect(await answer()).toBe('true');
  expect(await answer({ 'x-stead-passed-on': '1' })).toBe('true');
});

test.each([
  ['x-forwarded-for', '127.0.0.1'],
  ['x-forwarded-for', '::1'],
  ['x-forwarded-proto', 'http'],
  ['x-forwarded-host', 'localhost:3000'],
  ['forwarded', 'for=127.0.0.1'],
  ['x-real-ip', '127.0.0.1'],
  ['via', '1.1 proxy'],
])('with %s: %s it came through a proxy', async (name, value) => {
  expect(await answer({ [name]: value })).toBe('false');
});

test('a page of another origin came through a proxy that hides its name', () => {
  const of = (origin: string) => isLocalOnly(new Headers({ host: 'localhost:3000', origin }));
  expect([of('http://localhost:3000'), of('https://stead.example.org')]).toEqual([true, false]);
});
