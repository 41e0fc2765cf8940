'use server';

import { redirect } from 'next/navigation';
import { forPage } from '@/app/_adapters/page';
import { ModelsQuery } from '@/lib/contracts/journey-fit';
import { NotFound } from '@/lib/data/errors';
import { fitJourneyModel } from '@/lib/data/journey-models';

/** Why there is no fit, in words. */
export type FitState = { refused: string } | null;

export async function fitAction(_state: FitState, form: FormData): Promise<FitState> {
  const query = ModelsQuery.safeParse({ country: form.get('country'), model: form.get('model') });
  if (!query.success) return { refused: 'There is no such model.' };
  const { country, model } = query.data;
  const refused = await forPage(() =>
    fitJourneyModel(model, country).then(
      () => null,
      (error: unknown) => {
        if (error instanceof NotFound) return error.message;
        throw error;
      },
    ),
  );
  if (refused !== null) return { refused };
  redirect(`/journeys/models?${new URLSearchParams({ country, model }).toString()}`);
}
