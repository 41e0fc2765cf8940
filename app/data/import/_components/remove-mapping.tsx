'use client';

import { useActionState } from 'react';
import { removeMappingAction } from '@/app/data/import/actions';
import { Button } from '@/components/ui/button';

/** Forgets a mapping; what was imported with it stays. */
export function RemoveMapping({ id, source }: { id: string; source: string }) {
  const [state, remove, pending] = useActionState(removeMappingAction, null);
  return (
    <form action={remove}>
      <input type="hidden" name="id" value={id} />
      <Button type="submit" variant="secondary" disabled={pending} aria-label={`Remove the mapping of ${source}`}>
        Remove
      </Button>
      {state ? <p role="alert">{state.message}</p> : null}
    </form>
  );
}
