import { queryOptions } from '@tanstack/react-query';
import type { RunAnswer, RunQuestion, RunQuestionLine } from '@/lib/contracts/run-question';
import { linesOf } from './ndjson';

/** Checked by the server that sent it. */
const lineOf = (text: string): RunQuestionLine => JSON.parse(text);

type OnProgress = (done: number, total: number) => void;

async function read(response: Response, onProgress: OnProgress): Promise<RunAnswer> {
  if (response.status === 403) throw new Error('Not within your role and scope.');
  if (!response.ok) throw new Error(`The model can’t be reached (${response.status}). Ask again.`);
  for await (const text of linesOf(response)) {
    const line = lineOf(text);
    if (line.kind === 'done') return line.answer;
    if (line.kind === 'failed') throw new Error(line.message);
    onProgress(line.done, line.total);
  }
  throw new Error('The connection ended before the answer. Ask again.');
}

/** The answer to a question about a run; given up, the server stops too. */
export const runQuestionQuery = (runId: string, question: RunQuestion, onProgress: OnProgress) =>
  queryOptions({
    queryKey: ['run question', runId, question],
    queryFn: async ({ signal }) =>
      read(
        await fetch(`/api/pathway/runs/${runId}/questions`, {
          method: 'POST',
          body: JSON.stringify(question),
          headers: { 'content-type': 'application/json' },
          signal,
        }),
        onProgress,
      ),
    retry: false,
    // The same question of the same run has the same answer.
    staleTime: Number.POSITIVE_INFINITY,
  });
