'use client';

import { useActionState } from 'react';
import { removeDemonstrationAction } from '@/app/admin/actions';
import { Button } from '@/components/ui/button';

/** Removes the country, or says why it can't go now. */
export function RemoveDemonstration() {
  const [state, remove, pending] = useActionState(removeDemonstrationAction, null);
  return (
    <form action={remove} className="flex max-w-prose flex-col gap-3">
      <p>
        Its places, its figures and every scenario, note and briefing made about it go. Nothing of England is touched,
        and the audit log stays. It can be loaded again.
      </p>
      <div>
        <Button type="submit" variant="secondary" disabled={pending}>
          Remove it now
        </Button>
      </div>
      {state ? <p role="alert">{state.message}</p> : null}
    </form>
  );
}
