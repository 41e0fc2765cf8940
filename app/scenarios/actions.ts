'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { forPage } from '@/app/_adapters/page';
import { type FieldError, type ScenarioDraft, toScenarioDraft } from '@/lib/contracts/scenario-form';
import { saveAndRun, setScenarioArchived } from '@/lib/data/scenarios';

/** What was typed comes back with its errors: nothing is lost. */
export type RunState = { draft: ScenarioDraft; errors: FieldError[] } | null;

export async function runScenarioAction(state: RunState, form: FormData): Promise<RunState> {
  const draft = toScenarioDraft(form);
  if (!draft) return state;
  const outcome = await forPage(() => saveAndRun(draft));
  // Shown who saved meanwhile, whoever runs it again means to put theirs in its place.
  if (!outcome.ok) return { draft: { ...draft, basedOn: outcome.savedAt ?? draft.basedOn }, errors: outcome.errors };
  redirect(`/scenarios/${outcome.scenarioId}?run=${outcome.runId}#result`);
}

export async function archiveScenarioAction(form: FormData): Promise<void> {
  const id = form.get('id');
  const archived = form.get('archived') === 'yes';
  await forPage(() => setScenarioArchived(typeof id === 'string' ? id : '', archived));
  revalidatePath('/scenarios');
}
