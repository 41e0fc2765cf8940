import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { runComment } from '@/db/schema';
import { CommentBody, type RunComment } from '@/lib/contracts/run-sharing';
import { recordAudit } from './audit';
import { AccessDenied } from './errors';
import { getPathwayRun } from './pathway-runs';
import { selectComments } from './queries/run-sharing';
import { asViewer, requireViewer } from './viewer';

const CLOSED = 'A release behind this run was withdrawn for disclosure: nothing can be said of it here.';

/**
 * What was said about a run, oldest first: all of it to its managers, and what was said since to whoever was sent it. Nothing of a
 * closed run: comments may quote its figures.
 */
export async function listComments(runId: string): Promise<RunComment[]> {
  const run = await getPathwayRun(runId);
  if (run.isClosed) return [];
  const viewer = await requireViewer();
  const rows = await asViewer(viewer, (tx) => selectComments(tx, run.id));
  return rows.map(({ createdBy, createdAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    isOwn: createdBy === viewer.userId,
  }));
}

/** Says something about a run that the viewer may see; the reason why not, or null. */
export async function addComment(runId: string, given: string): Promise<string | null> {
  const run = await getPathwayRun(runId);
  if (run.isClosed) return CLOSED;
  const viewer = await requireViewer();
  const body = CommentBody.safeParse(given);
  if (!body.success) return body.error.issues[0]?.message ?? 'Not a comment.';
  await asViewer(viewer, async (tx) => {
    const values = { runId: run.id, areaCode: run.areaCode, body: body.data };
    await tx.insert(runComment).values({ ...values, createdBy: viewer.userId, authorName: viewer.name });
    await recordAudit(tx, viewer, { action: 'scenario.comment', subject: run.id });
  });
  return null;
}

/** Takes back a comment of one's own. */
export async function removeComment(id: string): Promise<void> {
  const viewer = await requireViewer();
  if (!z.uuid().safeParse(id).success) throw new AccessDenied('forbidden');
  await asViewer(viewer, async (tx) => {
    const changed = await tx
      .update(runComment)
      .set({ removedAt: new Date() })
      .where(and(eq(runComment.id, id), eq(runComment.createdBy, viewer.userId), isNull(runComment.removedAt)))
      .returning({ runId: runComment.runId });
    const [comment] = changed;
    if (!comment) throw new AccessDenied('forbidden');
    await recordAudit(tx, viewer, { action: 'scenario.comment.remove', subject: comment.runId });
  });
}
