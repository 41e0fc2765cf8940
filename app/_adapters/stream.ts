import { log } from '@/lib/log';

type Send<Line> = (line: Line) => void;

/**
 * NDJSON of lines as `work` sends them. Access is decided before it is called, so that a refusal is a 403 and not a broken
 * stream. `onLeave`: the reader has gone.
 */
export function ndjson<Line extends object>(
  work: (send: Send<Line>) => Promise<void>,
  failed: Line,
  onLeave: () => void = () => {},
): Response {
  const encoder = new TextEncoder();
  let isRead = true;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send: Send<Line> = (line) => {
        if (isRead) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      try {
        await work(send);
      } catch (error) {
        // Who has gone gave it up: nothing failed.
        if (isRead) log.error({ err: error }, 'stream failed');
        send(failed);
      }
      if (isRead) controller.close();
      // What `work` left running may still have something to say: nobody hears it.
      isRead = false;
    },
    cancel() {
      isRead = false;
      onLeave();
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/x-ndjson', 'x-accel-buffering': 'no' } });
}
