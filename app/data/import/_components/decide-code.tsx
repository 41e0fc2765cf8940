'use client';

import { useActionState } from 'react';
import { decideCodeAction } from '@/app/data/import/actions';
import { Button } from '@/components/ui/button';
import type { AliasStatus } from '@/lib/domain/geography/area-alias';

type DecideCodeProps = { code: string; areaCode: string; status: AliasStatus };

/** Confirms what a code is read as, or takes it out of use. Figures of files with it are made again. */
export function DecideCode({ code, areaCode, status }: DecideCodeProps) {
  const [state, decide, pending] = useActionState(decideCodeAction, null);
  const isInUse = status !== 'rejected';
  return (
    <div className="no-print flex flex-col gap-2">
      <div className="flex gap-2">
        {status === 'proposed' || !isInUse ? (
          <form action={decide}>
            <input type="hidden" name="code" value={code} />
            <input type="hidden" name="area" value={areaCode} />
            <Button type="submit" disabled={pending} aria-label={`${isInUse ? 'Confirm' : 'Use'} ${code}`}>
              {isInUse ? 'Confirm' : 'Use'}
            </Button>
          </form>
        ) : null}
        {isInUse ? (
          <form action={decide}>
            <input type="hidden" name="code" value={code} />
            <Button type="submit" variant="secondary" disabled={pending} aria-label={`Don’t use ${code}`}>
              Don’t use
            </Button>
          </form>
        ) : null}
      </div>
      {state ? <p role="alert">{state.message}</p> : null}
    </div>
  );
}
