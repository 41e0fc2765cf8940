import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { forPage } from '@/app/_adapters/page';
import { LiveResult } from '@/app/scenarios/_components/live-result';
import { loadFormData } from '@/app/scenarios/_components/load-form-data';
import { RoundResultView } from '@/app/scenarios/_components/round-result';
import { RunReceiptView } from '@/app/scenarios/_components/run-receipt';
import { ScenarioForm } from '@/app/scenarios/_components/scenario-form';
import { WhoIsAffected } from '@/components/equality/who-is-affected';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { DownloadLinks } from '@/components/ui/download-links';
import { LinkButton } from '@/components/ui/link-button';
import { draftFromInputs } from '@/lib/contracts/scenario-defaults';
import { findEqualityPanel } from '@/lib/data/equality';
import { computeRun, getRun } from '@/lib/data/scenario-runs';
import { getScenario, getScenarioKind } from '@/lib/data/scenarios';
import { quantileOf } from '@/lib/domain/levers/distribution';
import { touchedByRound } from '@/lib/domain/reach/touched-training';

export const metadata: Metadata = { title: 'Scenario' };

const Query = z.strictObject({ run: z.string().max(40).optional(), wait: z.literal('1').optional() });

const runFileHref = (runId: string, format: string): string => `/api/v1/runs/${runId}?format=${format}`;

type PageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ScenarioPage({ params, searchParams }: PageProps) {
  const { id } = await params;
  const query = Query.safeParse(await searchParams);
  if (!query.success) redirect(`/scenarios/${id}`);
  if ((await forPage(() => getScenarioKind(id))) === 'pathway') redirect(`/scenarios/pathway/${id}`);
  const scenario = await forPage(() => getScenario(id));
  const runId = query.data.run ?? scenario.runs.at(0)?.id ?? null;
  const run = runId === null ? null : await forPage(() => getRun(runId));
  if (run && run.scenarioId !== id) redirect(`/scenarios/${id}`);
  // Without script there is no stream: the link below waits for the result instead.
  const result = run && query.data.wait ? await forPage(() => computeRun(run.receipt.runId)) : (run?.result ?? null);
  const form = await forPage(() => loadFormData(draftFromInputs(scenario, run?.receipt.inputs ?? scenario.inputs)));
  const affected =
    run && run.receipt.inputs.levers.length > 0
      ? await forPage(() =>
          findEqualityPanel({
            country: form.area.root,
            ...touchedByRound(run.receipt.inputs.targetAreaCode),
          }),
        )
      : null;
  const shown = run && {
    inputs: run.receipt.inputs,
    levers: run.levers.levers,
    areaName: scenario.areaName,
    root: form.area.root,
    runId: run.receipt.runId,
    moneyScale: quantileOf(run.levers.shared.bPerPctPay.distribution, 0.5),
  };
  return (
    <PageMain root={form.area.root}>
      <PageHeader
        title={scenario.name}
        crumbs={[{ href: '/scenarios', label: 'Scenarios' }]}
        lead={`${scenario.areaName}, ${(run?.receipt.inputs ?? scenario.inputs).level}, one recruitment round.`}
        actions={
          <>
            {run ? (
              <LinkButton href={`/briefings/new?area=${scenario.areaCode}&run=${run.receipt.runId}`} variant="primary">
                Make a briefing with this result
              </LinkButton>
            ) : null}
            <LinkButton href="#change">Change and run again</LinkButton>
            <LinkButton href={`/regions/${scenario.areaCode}`}>{scenario.areaName}</LinkButton>
          </>
        }
      />
      {shown ? (
        <section aria-labelledby="result" className="flex flex-col gap-4">
          <h2 id="result" className="scroll-mt-24 text-xl">
            Result
          </h2>
          {result ? (
            <RoundResultView {...shown} result={result} />
          ) : (
            <>
              <LiveResult key={shown.runId} {...shown} draws={run.receipt.draws} />
              <noscript>
                <a className="link" href={`/scenarios/${id}?run=${shown.runId}&wait=1`}>
                  Show the result
                </a>
              </noscript>
            </>
          )}
          <DownloadLinks
            what="this result"
            files={{ csv: runFileHref(shown.runId, 'csv'), xlsx: runFileHref(shown.runId, 'xlsx') }}
          />
          {affected ? <WhoIsAffected view={affected} of={{ kind: 'scenario', code: id, name: scenario.name }} /> : null}
          <RunReceiptView run={run} runs={scenario.runs} scenarioId={id} />
        </section>
      ) : null}
      <section aria-labelledby="change" className="flex flex-col gap-4 border-t border-line pt-6">
        <h2 id="change" className="scroll-mt-24 text-xl">
          Change the inputs and run again
        </h2>
        <ScenarioForm key={runId ?? 'new'} data={form} />
      </section>
    </PageMain>
  );
}
