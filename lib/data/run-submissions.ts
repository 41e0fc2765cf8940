import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { runSubmission } from '@/db/schema';
import { type RunSubmission, SubmissionDraft } from '@/lib/contracts/run-sharing';
import type { FieldError } from '@/lib/contracts/scenario-form';
import { recordAudit } from './audit';
import { AccessDenied } from './errors';
import { getPathwayScenario } from './pathway-records';
import { getPathwayRun } from './pathway-runs';
import { findPerson, selectReceived, selectSubmission, selectSubmissionsOf } from './queries/run-sharing';
import { asViewer, authorise, requireViewer, requireViewerFor } from './viewer';

type Row = Awaited<ReturnType<typeof selectSubmission>>[number];

const toSubmission = ({ areaCode: _, recipientId: __, createdAt, revokedAt, ...row }: Row): RunSubmission => ({
  ...row,
  createdAt: createdAt.toISOString(),
  revokedAt: revokedAt?.toISOString() ?? null,
});

/** Who a run was sent to, newest first; for the managers of its region. */
export async function listSubmissions(runId: string): Promise<RunSubmission[]> {
  const run = await getPathwayRun(runId);
  const viewer = await authorise('scenario:read', run.areaCode);
  return (await asViewer(viewer, (tx) => selectSubmissionsOf(tx, run.id))).map(toSubmission);
}

/** Runs that the viewer was sent and that weren't taken back. */
export async function listReceivedRuns(): Promise<RunSubmission[]> {
  const viewer = await requireViewerFor('scenario:read');
  return (await asViewer(viewer, (tx) => selectReceived(tx, viewer.userId))).map(toSubmission);
}

export type SubmissionOutcome = { ok: true; recipientName: string } | { ok: false; errors: FieldError[] };

const problem = (field: string, message: string): SubmissionOutcome => ({ ok: false, errors: [{ field, message }] });

/** Shows a finished run to one named person, whatever their scope. Audited; taken back with `revokeSubmission`. */
export async function submitRun(given: SubmissionDraft): Promise<SubmissionOutcome> {
  const draft = SubmissionDraft.safeParse(given);
  if (!draft.success) {
    return { ok: false, errors: draft.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })) };
  }
  const { runId, email, message } = draft.data;
  const run = await getPathwayRun(runId);
  const viewer = await authorise('scenario:write', run.areaCode);
  if (!run.result) return problem('runId', 'The run isn’t finished. Open it until its result shows, then send it.');
  const { name: title } = await getPathwayScenario(run.scenarioId);
  return asViewer(viewer, async (tx) => {
    const person = await findPerson(tx, email);
    if (!person) return problem('email', 'There is no account with this e-mail address. An administrator can add one.');
    const sent = (await selectSubmissionsOf(tx, run.id)).some(
      ({ recipientId, revokedAt }) => recipientId === person.id && revokedAt === null,
    );
    if (person.id === viewer.userId) return problem('email', 'You see this run already.');
    if (sent) return problem('email', `${person.name} has this run already.`);
    const [row] = await tx
      .insert(runSubmission)
      .values({
        runId: run.id,
        areaCode: run.areaCode,
        title,
        message,
        recipientId: person.id,
        recipientName: person.name,
        createdBy: viewer.userId,
        senderName: viewer.name,
      })
      .returning({ id: runSubmission.id });
    if (!row) throw new AccessDenied('forbidden');
    const detail = { run: run.id, recipient: person.id };
    await recordAudit(tx, viewer, { action: 'scenario.submit', subject: row.id, detail });
    return { ok: true, recipientName: person.name };
  });
}

/** Takes a submission back: the person no longer sees the run. */
export async function revokeSubmission(id: string): Promise<void> {
  if (!z.uuid().safeParse(id).success) throw new AccessDenied('forbidden');
  const reader = await requireViewer();
  const [row] = await asViewer(reader, (tx) => selectSubmission(tx, id));
  if (!row) throw new AccessDenied('forbidden');
  const viewer = await authorise('scenario:write', row.areaCode);
  await asViewer(viewer, async (tx) => {
    await tx
      .update(runSubmission)
      .set({ revokedAt: new Date() })
      .where(and(eq(runSubmission.id, id), isNull(runSubmission.revokedAt)));
    await recordAudit(tx, viewer, { action: 'scenario.revoke', subject: id, detail: { run: row.runId } });
  });
}
