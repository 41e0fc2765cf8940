import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { runQuestionQuery } from '@/lib/client/run-questions';
import type { RunAnswer, RunQuestion } from '@/lib/contracts/run-question';

/** What was asked stands in the address, so that it can be linked; asking anew doesn't load the page. */
export function useAsked(name: string) {
  const params = useSearchParams();
  const ask = (value: string | null) => {
    const next = new URLSearchParams(params);
    if (value === null) next.delete(name);
    else next.set(name, value);
    window.history.replaceState(null, '', `?${next}`);
  };
  return { asked: params.get(name), ask };
}

type Kind = RunQuestion['kind'];
type AnswerOf<Of extends Kind> = Extract<RunAnswer, { kind: Of }>;

export type Asking<Of extends Kind> = {
  answer: AnswerOf<Of> | null;
  refused: string | null;
  /** Null while nothing is being worked out. */
  progress: { done: number; total: number } | null;
  cancel: () => void;
};

/** The answer to a question while it is worked out and after; no question, no work. */
export function useAnswer<Of extends Kind>(
  runId: string,
  question: Extract<RunQuestion, { kind: Of }> | null,
  isAnswer: (answer: RunAnswer) => answer is AnswerOf<Of>,
): Asking<Of> {
  const key = JSON.stringify(question);
  const [progress, setProgress] = useState({ of: key, done: 0, total: 1 });
  const client = useQueryClient();
  const options = runQuestionQuery(runId, question ?? NONE, (done, total) => setProgress({ of: key, done, total }));
  const { data, error, isFetching } = useQuery({ ...options, enabled: question !== null });
  const refused = error ? error.message : data?.kind === 'refused' ? data.message : null;
  return {
    answer: question !== null && data && isAnswer(data) ? data : null,
    refused: question === null || isFetching ? null : refused,
    progress: isFetching ? (progress.of === key ? progress : { done: 0, total: 1 }) : null,
    cancel: () => void client.cancelQueries({ queryKey: options.queryKey }),
  };
}

/** Never asked: a query needs a key. */
const NONE = { kind: 'frontier', budgetGbp: 0 } as const;
