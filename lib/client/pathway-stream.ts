import { queryOptions } from '@tanstack/react-query';
import type { PathwayHeadline, PathwayModelled, PathwayResult } from '@/lib/contracts/pathway-result';
import type { PathwayStreamLine } from '@/lib/contracts/pathway-stream';
import type { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { linesOf } from './ndjson';

/** Checked by the server that sent it: so much isn't looked through again while somebody drags a slider. */
const lineOf = (text: string): PathwayStreamLine => JSON.parse(text);

type Watch = {
  readonly onHeadline?: (headline: PathwayHeadline) => void;
  readonly onPartial?: (result: PathwayModelled) => void;
};

async function read(response: Response, { onHeadline, onPartial }: Watch): Promise<PathwayResult> {
  if (response.status === 403) throw new Error('Not within your role and scope.');
  if (!response.ok) throw new Error(`The model can’t be reached (${response.status}). Nothing you entered is lost.`);
  for await (const text of linesOf(response)) {
    const line = lineOf(text);
    if (line.kind === 'done') return line.result;
    if (line.kind === 'failed') throw new Error(line.message);
    if (line.kind === 'headline') onHeadline?.(line.result);
    else onPartial?.(line.result);
  }
  throw new Error('The connection ended before the result. Change something to try again.');
}

/** The numbers of a scenario that is being built; a newer one gives it up. */
export const previewQuery = (scenario: PathwayScenario, watch: Watch) =>
  queryOptions({
    queryKey: ['pathway preview', scenario],
    queryFn: async ({ signal }) =>
      read(
        await fetch('/api/pathway/preview', {
          method: 'POST',
          body: JSON.stringify(scenario),
          headers: { 'content-type': 'application/json' },
          signal,
        }),
        watch,
      ),
    retry: false,
    // Another setting changes every number: looking for what stayed the same would hold up the page.
    structuralSharing: false,
    // The same question has the same answer; what nobody looks at any more is let go.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10_000,
  });

/** The result of a stored run, with its first draws while the rest are on their way. */
export const pathwayRunQuery = (runId: string, watch: Watch = {}) =>
  queryOptions({
    queryKey: ['pathway run', runId],
    queryFn: async () => read(await fetch(`/api/v1/pathway-runs/${runId}/stream`), watch),
    retry: false,
  });
