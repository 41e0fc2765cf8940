import { queryOptions } from '@tanstack/react-query';
import { RunStreamLine } from '@/lib/contracts/run-stream';
import type { RoundResult } from '@/lib/contracts/scenario';
import { linesOf } from './ndjson';

/** Reads a run's stream; `onPartial` gets the result of the first draws. */
async function readRun(runId: string, onPartial: (result: RoundResult) => void): Promise<RoundResult> {
  const response = await fetch(`/api/v1/runs/${runId}/stream`);
  if (!response.ok) throw new Error(`The run can’t be read (${response.status}).`);
  for await (const text of linesOf(response)) {
    const line = RunStreamLine.parse(JSON.parse(text));
    if (line.kind === 'done') return line.result;
    if (line.kind === 'failed') throw new Error(line.message);
    onPartial(line.result);
  }
  throw new Error('The connection ended before the result. Load the page again: the run is kept.');
}

/** The result of a run, with its first draws while the rest are on their way. */
export const runQuery = (runId: string, onPartial: (result: RoundResult) => void) =>
  queryOptions({ queryKey: ['run', runId], queryFn: () => readRun(runId, onPartial) });
