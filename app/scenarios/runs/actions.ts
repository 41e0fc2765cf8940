'use server';

import { revalidatePath } from 'next/cache';
import { forPage } from '@/app/_adapters/page';
import type { FieldError } from '@/lib/contracts/scenario-form';
import { setPathwayFrozen } from '@/lib/data/pathway-records';
import { addComment, removeComment } from '@/lib/data/run-comments';
import { revokeSubmission, submitRun } from '@/lib/data/run-submissions';

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** What was typed stays beside its errors. */
export type SendState = { errors: readonly FieldError[]; sentTo: string | null; email: string; message: string } | null;

export async function sendRunAction(_: SendState, form: FormData): Promise<SendState> {
  const runId = text(form, 'runId');
  const [email, message] = [text(form, 'email').trim(), text(form, 'message')];
  const outcome = await forPage(() => submitRun({ runId, email, message }));
  if (!outcome.ok) return { errors: outcome.errors, sentTo: null, email, message };
  revalidatePath(`/scenarios/runs/${runId}`);
  return { errors: [], sentTo: outcome.recipientName, email: '', message: '' };
}

export async function revokeAction(form: FormData): Promise<void> {
  await forPage(() => revokeSubmission(text(form, 'id')));
  revalidatePath(`/scenarios/runs/${text(form, 'runId')}`);
}

export type CommentState = { error: string | null; body: string } | null;

export async function commentAction(_: CommentState, form: FormData): Promise<CommentState> {
  const [runId, body] = [text(form, 'runId'), text(form, 'body')];
  const error = await forPage(() => addComment(runId, body));
  if (error === null) revalidatePath(`/scenarios/runs/${runId}`);
  return { error, body: error === null ? '' : body };
}

export async function removeCommentAction(form: FormData): Promise<void> {
  await forPage(() => removeComment(text(form, 'id')));
  revalidatePath(`/scenarios/runs/${text(form, 'runId')}`);
}

export async function freezeAction(form: FormData): Promise<void> {
  const id = text(form, 'id');
  await forPage(() => setPathwayFrozen(id, text(form, 'frozen') === 'yes'));
  revalidatePath(`/scenarios/pathway/${id}`);
}
