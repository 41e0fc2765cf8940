'use client';

import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { PathwayResultView } from '@/components/pathway/pathway-result';
import { Callout } from '@/components/tremor/callout';
import { Progress } from '@/components/ui/progress';
import { pathwayRunQuery } from '@/lib/client/pathway-stream';
import { getQueryClient } from '@/lib/client/query-client';
import type { PathwayModelled } from '@/lib/contracts/pathway-result';

/** `kept`: draws of an earlier attempt. */
type LiveRunProps = { runId: string; draws: number; kept: number; areaCode: string; areaName: string };

/** A run that has no result yet, just asked for or cut off before its end: it is computed while it is looked at. */
export function LiveRun(props: LiveRunProps) {
  return (
    <QueryClientProvider client={getQueryClient()}>
      <Streaming {...props} />
    </QueryClientProvider>
  );
}

function Streaming({ runId, draws, kept, areaCode, areaName }: LiveRunProps) {
  const [partial, setPartial] = useState<PathwayModelled | null>(null);
  const { data, error } = useQuery(pathwayRunQuery(runId, { onPartial: setPartial }));
  const router = useRouter();
  // What only a finished run has, sending above all, comes from the server.
  useEffect(() => {
    if (data) router.refresh();
  }, [data, router]);
  if (error) {
    return (
      <Callout tone="danger" title="The run has no result yet">
        {error.message}
      </Callout>
    );
  }
  const shown = data?.kind === 'modelled' ? data : partial;
  return (
    <>
      {data ? null : (
        <Progress
          id="run-draws"
          label="Running"
          done={Math.max(kept, shown?.summary.draws ?? 0)}
          total={draws}
          unit="draws"
        />
      )}
      {shown ? <PathwayResultView result={shown} areaCode={areaCode} areaName={areaName} /> : null}
    </>
  );
}
