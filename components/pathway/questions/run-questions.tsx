'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { getQueryClient } from '@/lib/client/query-client';
import { LEAST_LEVERS } from '@/lib/domain/pathway-questions/waterfall';
import type { AskedRun } from './asked-run';
import { BreakEvenPanel } from './break-even-panel';
import { FrontierPanel } from './frontier-panel';
import { VacancyPanel } from './vacancy-panel';
import { ValuePanel } from './value-panel';
import { WaterfallPanel } from './waterfall-panel';

/** What can be asked of a run beyond its result; each is worked out when asked, with the data of the run. */
export function RunQuestions({ run }: { run: AskedRun }) {
  const levers = new Set(run.scenario.offers.map(({ leverId }) => leverId)).size;
  return (
    <QueryClientProvider client={getQueryClient()}>
      <section
        aria-labelledby="questions"
        className="needs-script flex min-w-0 flex-col gap-6 border-t border-line pt-6"
      >
        <h2 id="questions" className="scroll-mt-24 text-xl">
          Ask more of this run
        </h2>
        {levers >= LEAST_LEVERS ? <WaterfallPanel run={run} /> : null}
        <ValuePanel run={run} />
        <BreakEvenPanel run={run} />
        <FrontierPanel run={run} />
        <VacancyPanel run={run} />
      </section>
    </QueryClientProvider>
  );
}
