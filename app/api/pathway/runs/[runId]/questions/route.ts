import { BadRequest, forApi } from '@/app/_adapters/api';
import { ndjson } from '@/app/_adapters/stream';
import { RunQuestion, type RunQuestionLine } from '@/lib/contracts/run-question';
import { answerRunQuestion, authoriseQuestion } from '@/lib/data/run-questions';

type Context = { params: Promise<{ runId: string }> };

const FAILED = { kind: 'failed', message: 'This was not worked out to its end. Ask again.' } as const;

/** A question about a run: how far it is, then the answer. Who goes away gives it up. */
export const POST = (request: Request, { params }: Context): Promise<Response> =>
  forApi(async () => {
    const question = RunQuestion.safeParse(await request.json().catch(() => null));
    if (!question.success) throw new BadRequest(question.error);
    const { runId } = await params;
    await authoriseQuestion(runId);
    const left = new AbortController();
    request.signal.addEventListener('abort', () => left.abort(), { once: true });
    return ndjson<RunQuestionLine>(
      async (send) => {
        const onProgress = (done: number, total: number) => send({ kind: 'progress', done, total });
        const answer = await answerRunQuestion(runId, question.data, { onProgress, signal: left.signal });
        send({ kind: 'done', answer });
      },
      FAILED,
      () => left.abort(),
    );
  });
