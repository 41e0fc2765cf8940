import { forReadApi } from '@/app/_adapters/api';
import { ndjson } from '@/app/_adapters/stream';
import type { RunStreamLine } from '@/lib/contracts/run-stream';
import { computeRun, getRun } from '@/lib/data/scenario-runs';

type Context = { params: Promise<{ runId: string }> };

const FAILED = { kind: 'failed', message: 'The model did not finish. Run it again; the inputs are kept.' } as const;

/** A reader who leaves doesn't end the run: its result is stored for the next visit. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  forReadApi(request, async () => {
    const { runId } = await params;
    await getRun(runId);
    return ndjson<RunStreamLine>(async (send) => {
      send({ kind: 'done', result: await computeRun(runId, (result) => send({ kind: 'partial', result })) });
    }, FAILED);
  });
