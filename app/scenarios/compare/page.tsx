import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { forPage } from '@/app/_adapters/page';
import { byCountry, leftOutWords, splitChosen } from '@/components/pathway/compared-choice';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { Callout } from '@/components/tremor/callout';
import { RunId } from '@/lib/contracts/run-id';
import { listAreas } from '@/lib/data/areas';
import { getPathwayRun, listPathwayRuns } from '@/lib/data/pathway-runs';
import { ComparedTables } from './_components/compared-tables';
import { ComputeMissing } from './_components/compute-missing';
import { RunChoices } from './_components/run-choice';

export const metadata: Metadata = { title: 'Compare runs' };

const NAMES = ['A', 'B', 'C', 'D'];

const Query = z.strictObject({
  runs: z.preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(RunId)),
});

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ComparePage({ searchParams }: PageProps) {
  const query = Query.safeParse(await searchParams);
  if (!query.success) redirect('/scenarios/compare');
  const chosen = splitChosen(query.data.runs);
  const [choices, found] = await forPage(async () => [
    await listPathwayRuns(),
    await Promise.all(chosen.compared.map(getPathwayRun)),
  ]);
  const { same: runs, elsewhere } = byCountry(found);
  const root = runs[0]?.scenario.country;
  const areas = root ? await forPage(() => listAreas(['training_region'], { root })) : [];
  const nameOf = (code: string) => areas.find((area) => area.code === code)?.name ?? code;
  const compared = runs.flatMap((run, at) =>
    run.result ? [{ name: `${NAMES[at]}: ${run.title}`, run, result: run.result }] : [],
  );
  const waiting = runs.flatMap((run) => (run.result === null && !run.isClosed ? [run.id] : []));
  const leftOut = leftOutWords({
    beyond: chosen.beyond.map((id) => choices.find((choice) => choice.id === id)?.name ?? `run ${id}`),
    elsewhere: elsewhere.map(({ title }) => title),
    closed: runs.filter(({ isClosed }) => isClosed).length,
  });
  return (
    <PageMain root={root}>
      <PageHeader
        title="Compare runs"
        crumbs={[{ href: '/scenarios', label: 'Scenarios' }]}
        lead="Up to four runs side by side: what they gain beside what they take from others, need beside careers, and only the inputs that differ. None is ranked."
      />
      <RunChoices choices={choices} chosen={query.data.runs} />
      {waiting.length > 0 ? <ComputeMissing runIds={waiting} /> : null}
      {leftOut.length > 0 ? (
        <Callout tone="caution" title="Not all that you chose is compared">
          {leftOut.join(' ')}
        </Callout>
      ) : null}
      {compared.length > 0 ? (
        <ComparedTables compared={compared} runs={runs.map(({ id }) => id)} nameOf={nameOf} />
      ) : null}
    </PageMain>
  );
}
