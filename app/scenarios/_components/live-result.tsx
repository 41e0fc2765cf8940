'use client';

import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Callout } from '@/components/tremor/callout';
import { Progress } from '@/components/ui/progress';
import { getQueryClient } from '@/lib/client/query-client';
import { runQuery } from '@/lib/client/run-stream';
import type { RoundResult } from '@/lib/contracts/scenario';
import { type RoundResultProps, RoundResultView } from './round-result';

type LiveResultProps = Omit<RoundResultProps, 'result'> & { draws: number };

/** The result of a run that has just been asked for: it firms up as the draws come in. */
export function LiveResult(props: LiveResultProps) {
  return (
    <QueryClientProvider client={getQueryClient()}>
      <Streaming {...props} />
    </QueryClientProvider>
  );
}

function Streaming({ draws, ...props }: LiveResultProps) {
  const [partial, setPartial] = useState<RoundResult | null>(null);
  const { data, error } = useQuery(runQuery(props.runId, setPartial));
  const result = data ?? partial;
  if (error) {
    return (
      <Callout tone="danger" title="The model did not finish">
        {error.message}
      </Callout>
    );
  }
  return (
    <div aria-busy={data === undefined} className="flex flex-col gap-4">
      {data ? null : <Progress id="draws" label="Drawing" done={partial?.draws ?? 0} total={draws} unit="draws" />}
      {result ? <RoundResultView {...props} result={result} /> : null}
    </div>
  );
}
