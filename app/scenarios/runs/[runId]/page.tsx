import type { Metadata } from 'next';
import { forPage } from '@/app/_adapters/page';
import { LiveRun } from '@/app/scenarios/runs/_components/live-run';
import { RunComments } from '@/app/scenarios/runs/_components/run-comments';
import { ReleaseBanners, RunFacts, shortTitle } from '@/app/scenarios/runs/_components/run-facts';
import { RunState } from '@/app/scenarios/runs/_components/run-state';
import { SendRun } from '@/app/scenarios/runs/_components/send-run';
import { WhoIsAffected } from '@/components/equality/who-is-affected';
import { PathwayResultView } from '@/components/pathway/pathway-result';
import { askedRun } from '@/components/pathway/questions/asked-run';
import { RunQuestions } from '@/components/pathway/questions/run-questions';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { LinkButton } from '@/components/ui/link-button';
import { countryHref } from '@/lib/contracts/country-query';
import { listAreas } from '@/lib/data/areas';
import { findEqualityPanel } from '@/lib/data/equality';
import { getPathwayRun } from '@/lib/data/pathway-runs';
import { listComments } from '@/lib/data/run-comments';
import { listSubmissions } from '@/lib/data/run-submissions';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { touchedBy } from '@/lib/domain/reach/touched-training';

export const metadata: Metadata = { title: 'Run of a scenario' };

export default async function RunPage({ params }: { params: Promise<{ runId: string }> }) {
  const { runId } = await params;
  const run = await forPage(() => getPathwayRun(runId));
  const { country, offers } = run.scenario;
  const [areas, comments, submissions, affected] = await forPage(() =>
    Promise.all([
      listAreas(['training_region'], { root: country }),
      listComments(runId),
      run.isManaged ? listSubmissions(runId) : [],
      offers.length > 0 && !run.isClosed
        ? findEqualityPanel({ country, ...touchedBy(run.scenario, PATHWAY_LEVERS) })
        : null,
    ]),
  );
  const nameOf = (code: string) => areas.find((area) => area.code === code)?.name ?? code;
  const areaCode = offers[0]?.regionCode ?? run.areaCode;
  const shown = { areaCode, areaName: nameOf(areaCode) };
  return (
    <PageMain root={country}>
      <PageHeader
        title={run.title}
        crumbs={[{ href: '/scenarios', label: 'Scenarios' }]}
        lead={`${shortTitle(run)}, ${nameOf(areaCode)}, ${run.scenario.years} years.`}
        actions={
          <>
            {run.isManaged && run.result ? (
              <LinkButton href="#send" variant="primary">
                Send this run
              </LinkButton>
            ) : null}
            {run.result ? <LinkButton href={`/api/v1/pathway-runs/${run.id}/pdf`}>Download the PDF</LinkButton> : null}
            {run.isManaged ? (
              <>
                <LinkButton href={`/scenarios/pathway/${run.scenarioId}`}>Change and run again</LinkButton>
                <LinkButton href={`/scenarios/compare?runs=${run.id}`}>Compare</LinkButton>
                <LinkButton href={countryHref('/scenarios/backtest', country)}>
                  How well the model did before
                </LinkButton>
              </>
            ) : null}
          </>
        }
      />
      <ReleaseBanners run={run} />
      {run.result ? <PathwayResultView result={run.result} {...shown} /> : null}
      {run.result === null && !run.isClosed ? (
        <>
          <RunState run={run} />
          <LiveRun runId={run.id} draws={run.scenario.draws} kept={run.progress?.drawsDone ?? 0} {...shown} />
        </>
      ) : null}
      {run.isManaged && run.result && offers.length > 0 ? <RunQuestions run={askedRun(run, run.result)} /> : null}
      {!run.isManaged && run.result && offers.length > 0 ? (
        <section aria-labelledby="questions" className="flex flex-col gap-3 border-t border-line pt-6">
          <h2 id="questions" className="text-xl">
            Other questions about this run
          </h2>
          <p className="max-w-prose text-muted">
            What each lever adds, the frontier of need and careers, and what it would take to reach a target are worked
            out anew on the whole country behind the run. You were sent the run, not that country: those who manage{' '}
            {nameOf(run.areaCode)} can work them out and send you a run of the answer. Ask them in a comment below.
          </p>
        </section>
      ) : null}
      {affected ? <WhoIsAffected view={affected} of={{ kind: 'scenario', code: run.id, name: run.title }} /> : null}
      <RunFacts run={run} nameOf={nameOf} />
      {run.isManaged && run.result ? (
        <section aria-labelledby="send" className="flex flex-col gap-3 border-t border-line pt-6">
          <h2 id="send" className="scroll-mt-24 text-xl">
            Send this run
          </h2>
          <SendRun runId={run.id} submissions={submissions} />
        </section>
      ) : null}
      {run.isClosed ? null : (
        <section aria-labelledby="comments" className="flex flex-col gap-3 border-t border-line pt-6">
          <h2 id="comments" className="text-xl">
            Comments
          </h2>
          <RunComments runId={run.id} comments={comments} isManaged={run.isManaged} />
        </section>
      )}
    </PageMain>
  );
}
