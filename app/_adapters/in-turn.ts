import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { headers } from 'next/headers';
import { z } from 'zod';

/** How long a page waits for those asked for before it at most, in ms: about what ten of the largest take. */
export const PATIENCE_MS = 1_000;
/** How long a page that has been read may take to be drawn and sent before the next is read, in ms. */
export const DRAWING_MS = 150;

/** Set by `proxy.ts` on each request. */
const REQUEST_ID = 'x-request-id';

const Finished = z.object({ request: z.custom<IncomingMessage>() });

/** What to do once the response to a request has been handed to the line, by the request's id. */
const onSent = new Map<string, () => void>();
// Not `after` of Next: a reader who left before the page began would keep the server from stopping.
subscribe('http.server.response.finish', (message) => {
  const id = Finished.parse(message).request.headers[REQUEST_ID];
  if (typeof id === 'string') onSent.get(id)?.();
});

const passing = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref();
  });

async function drawn(requestId: string): Promise<void> {
  const sent = new Promise<void>((resolve) => onSent.set(requestId, resolve));
  await Promise.race([sent, passing(DRAWING_MS)]);
  onSent.delete(requestId);
}

let last: Promise<void> | null = null;

/**
 * Reads for a page once those that were asked for before it have been sent. One thread reads and draws all pages:
 * shared out among ten readers who ask at once, each would have theirs when all are done; in turn, nine have it sooner
 * and the last no later. A slow page, a reader who left or a page that never ends holds the next up for a while only.
 */
export async function inTurn<T>(read: () => Promise<T>): Promise<T> {
  const requestId = (await headers()).get(REQUEST_ID) ?? '';
  const reading = last ? Promise.race([last, passing(PATIENCE_MS)]).then(read) : read();
  const ended = reading.then(
    () => drawn(requestId),
    () => undefined,
  );
  last = ended;
  void ended.then(() => {
    if (last === ended) last = null;
  });
  return reading;
}
