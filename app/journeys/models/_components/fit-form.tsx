'use client';

import { useActionState } from 'react';
import { fitAction } from '@/app/journeys/models/actions';
import { Button } from '@/components/ui/button';

type FitFormProps = { country: string; model: string; label: string };

/** Fits the model; reading the people of a country takes seconds, the fit itself less than one. */
export function FitForm({ country, model, label }: FitFormProps) {
  const [state, action, pending] = useActionState(fitAction, null);
  return (
    <form action={action} className="no-print flex flex-col items-start gap-2">
      <input type="hidden" name="country" value={country} />
      <input type="hidden" name="model" value={model} />
      <Button type="submit" disabled={pending}>
        {pending ? 'Reading the data and fitting…' : label}
      </Button>
      <p role="status" className="text-sm">
        {pending ? '' : (state?.refused ?? '')}
      </p>
    </form>
  );
}
