import { forReadApi } from '@/app/_adapters/api';
import { ndjson } from '@/app/_adapters/stream';
import type { PathwayStreamLine } from '@/lib/contracts/pathway-stream';
import { computePathwayRun, getPathwayRun } from '@/lib/data/pathway-runs';

type Context = { params: Promise<{ runId: string }> };

const FAILED = {
  kind: 'failed',
  message: 'The model did not finish. Load the page again: the run is kept, and goes on or starts anew.',
} as const;

/** A reader who leaves doesn't end the run: its result is stored for the next visit. */
export const GET = (request: Request, { params }: Context): Promise<Response> =>
  forReadApi(request, async () => {
    const { runId } = await params;
    await getPathwayRun(runId);
    return ndjson<PathwayStreamLine>(async (send) => {
      const onStage = (result: Extract<PathwayStreamLine, { kind: 'partial' }>['result']) =>
        send({ kind: 'partial', result });
      send({ kind: 'done', result: await computePathwayRun(runId, { onStage }) });
    }, FAILED);
  });
