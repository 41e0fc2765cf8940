import 'server-only';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { touchedBy } from '@/lib/domain/reach/touched-training';
import { runJob } from '@/lib/jobs/runner';
import { runBriefingPdfTask } from '@/lib/jobs/task-contracts';
import { buildRunBriefing } from '@/lib/print/build-run-briefing';
import { recordAudit } from './audit';
import { findEqualityPanel } from './equality';
import { computePathwayRun, getPathwayRun } from './pathway-runs';
import { asViewer, requireViewer } from './viewer';

/**
 * A run of the pathway as a tagged PDF, for whoever may read the run; computed first where it isn't yet, rendered in a worker, each one
 * audited. @throws AccessDenied out of scope and not sent, and where a release was withdrawn for disclosure.
 */
export async function renderRunBriefing(runId: string): Promise<{ fileName: string; pdf: Uint8Array }> {
  const result = await computePathwayRun(runId);
  const run = await getPathwayRun(runId);
  const { scenario } = result;
  const affected =
    scenario.offers.length > 0
      ? await findEqualityPanel({ country: scenario.country, ...touchedBy(scenario, PATHWAY_LEVERS) })
      : null;
  const { releases, areaCode } = run;
  const pdf = await runJob(runBriefingPdfTask, buildRunBriefing({ result, releases, affected, areaCode }));
  const viewer = await requireViewer();
  await asViewer(viewer, (tx) =>
    recordAudit(tx, viewer, { action: 'scenario.export', subject: runId, detail: { format: 'pdf' } }),
  );
  const mark = scenario.country === 'demonstration' ? '-demonstration' : '';
  return { fileName: `stead-run-${result.receipt.id}${mark}.pdf`, pdf };
}
