import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';

const LOOPBACK = /^(::1|127\.\d+\.\d+\.\d+|::ffff:127\.\d+\.\d+\.\d+)$/;

export const isLoopback = (address: string): boolean => LOOPBACK.test(address);

/** Set on requests that came through a proxy, or from or to another address than this machine's own. */
export const PASSED_ON = 'x-stead-passed-on';

const FORWARDING = [
  'forwarded',
  'via',
  'x-real-ip',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-forwarded-server',
];

/** Marks a request as it came from the socket: later Next adds forwarding headers of its own to every request. */
export function markPassedOn({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): void {
  const isOwn = [socket.localAddress, socket.remoteAddress].every((address) => isLoopback(address ?? ''));
  if (isOwn && FORWARDING.every((name) => headers[name] === undefined)) delete headers[PASSED_ON];
  else headers[PASSED_ON] = '1';
}

const Started = z.object({ request: z.custom<IncomingMessage>() });

/** Marks the requests of every server of this process, before anything else sees them. */
export const watchRequests = (): void =>
  subscribe('http.server.request.start', (message) => markPassedOn(Started.parse(message).request));
