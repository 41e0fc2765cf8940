'use server';

import { redirect } from 'next/navigation';
import { eachAlone } from '@/components/pathway/builder-state';
import { PathwayDraft } from '@/lib/contracts/pathway-records';
import type { FieldError } from '@/lib/contracts/scenario-form';
import { AccessDenied } from '@/lib/data/errors';
import { type PathwayOutcome, savePathway } from '@/lib/data/pathway-records';

/** `savedAt`: somebody has saved the scenario meanwhile; saving again replaces what they saved. */
export type SaveState = { errors: readonly FieldError[]; savedAt?: string | undefined } | null;

const read = (form: FormData): unknown => {
  const text = form.get('draft');
  try {
    return typeof text === 'string' ? JSON.parse(text) : null;
  } catch {
    return null;
  }
};

/** What was built stays on the page when the session has ended or a grant was taken away meanwhile. */
const saved = (draft: PathwayDraft): Promise<PathwayOutcome> =>
  savePathway(draft).catch((error: unknown) => {
    if (!(error instanceof AccessDenied)) throw error;
    const message =
      error.reason === 'unauthenticated'
        ? 'Your session has ended. Sign in in another tab, then save again: nothing here is lost.'
        : 'Not within your role and scope: take away what is offered in regions that you don’t manage.';
    return { ok: false, errors: [{ field: 'offers', message }] };
  });

/** Saves what was built and goes to its run; what is wrong comes back, and nothing that was set is lost. */
export async function savePathwayAction(_: SaveState, form: FormData): Promise<SaveState> {
  const draft = PathwayDraft.safeParse(read(form));
  if (!draft.success) {
    return { errors: draft.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })) };
  }
  if (form.get('each') === 'yes') return saveEach(draft.data);
  const outcome = await saved(draft.data);
  if (!outcome.ok) return { errors: outcome.errors, savedAt: outcome.savedAt };
  redirect(`/scenarios/runs/${outcome.runId}`);
}

/** Each offer as a scenario of its own; goes to their comparison. */
async function saveEach({ name, scenario, areaCode }: PathwayDraft): Promise<SaveState> {
  const runs: string[] = [];
  for (const alone of eachAlone(name, scenario)) {
    const outcome = await saved({ scenarioId: null, areaCode, ...alone });
    if (!outcome.ok) return { errors: outcome.errors };
    runs.push(outcome.runId);
  }
  redirect(`/scenarios/compare?${runs.map((run) => `runs=${run}`).join('&')}`);
}
