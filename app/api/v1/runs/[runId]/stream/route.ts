import { forReadApi } from '@/app/_adapters/api';
import type { RunStreamLine } from '@/lib/contracts/run-stream';
import { computeRun, getRun } from '@/lib/data/scenario-runs';
import { log } from '@/lib/log';

type Context = { params: Promise<{ runId: string }> };

/** NDJSON: access is decided before the first line, so that a refusal is a 403 and not a broken stream. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  forReadApi(request, async () => {
    const { runId } = await params;
    await getRun(runId);
    const encoder = new TextEncoder();
    // A reader who leaves doesn't end the run: its result is stored for the next visit.
    let isRead = true;
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        const send = (line: RunStreamLine) => {
          if (isRead) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
        };
        try {
          send({ kind: 'done', result: await computeRun(runId, (result) => send({ kind: 'partial', result })) });
        } catch (error) {
          log.error({ runId, err: error }, 'run failed');
          send({ kind: 'failed', message: 'The model did not finish. Run it again; the inputs are kept.' });
        }
        if (isRead) controller.close();
      },
      cancel() {
        isRead = false;
      },
    });
    return new Response(body, { headers: { 'content-type': 'application/x-ndjson', 'x-accel-buffering': 'no' } });
  });
