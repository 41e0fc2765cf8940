'use client';

import { QueryClientProvider, useQueries } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { Progress } from '@/components/ui/progress';
import { pathwayRunQuery } from '@/lib/client/pathway-stream';
import { getQueryClient } from '@/lib/client/query-client';

/** Runs that were chosen and have no result yet: computed here, then shown with the others. */
export function ComputeMissing({ runIds }: { runIds: readonly string[] }) {
  return (
    <QueryClientProvider client={getQueryClient()}>
      <Computing runIds={runIds} />
    </QueryClientProvider>
  );
}

function Computing({ runIds }: { runIds: readonly string[] }) {
  const router = useRouter();
  const runs = useQueries({ queries: runIds.map((id) => pathwayRunQuery(id)) });
  const done = runs.filter(({ isSuccess }) => isSuccess).length;
  useEffect(() => {
    if (done === runIds.length) router.refresh();
  }, [done, runIds.length, router]);
  const failed = runs.find(({ error }) => error);
  return failed?.error ? (
    <p role="alert" className="font-semibold text-danger">
      {failed.error.message}
    </p>
  ) : (
    <Progress id="missing-runs" label="Running" done={done} total={runIds.length} unit="runs" />
  );
}
