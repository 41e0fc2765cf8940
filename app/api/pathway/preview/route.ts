import { BadRequest, forApi } from '@/app/_adapters/api';
import { ndjson } from '@/app/_adapters/stream';
import type { PathwayStreamLine } from '@/lib/contracts/pathway-stream';
import type { RunWatch } from '@/lib/data/pathway/run-draws';
import { authoriseScenario, modelPathway } from '@/lib/data/pathway-scenarios';
import { runAs } from '@/lib/data/viewer';
import { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';

const FAILED = { kind: 'failed', message: 'The model did not finish. Change something to try again.' } as const;

/** The numbers of a scenario that is being built: nothing is stored, and who has moved on gives it up. */
export const POST = (request: Request): Promise<Response> =>
  forApi(async () => {
    const scenario = PathwayScenario.safeParse(await request.json().catch(() => null));
    if (!scenario.success) throw new BadRequest(scenario.error);
    const viewer = await authoriseScenario(scenario.data);
    const left = new AbortController();
    request.signal.addEventListener('abort', () => left.abort(), { once: true });
    return ndjson<PathwayStreamLine>(
      async (send) => {
        const watch: RunWatch = {
          onHeadline: (result) => send({ kind: 'headline', result }),
          onStage: (result) => send({ kind: 'partial', result }),
          signal: left.signal,
          detail: 'screen',
        };
        // As the viewer who was just found: a slider isn't looked up again at every guard.
        send({ kind: 'done', result: await runAs(viewer, () => modelPathway(scenario.data, watch)) });
      },
      FAILED,
      () => left.abort(),
    );
  });
