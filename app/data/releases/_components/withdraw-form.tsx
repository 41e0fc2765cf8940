'use client';

import { useActionState } from 'react';
import { withdrawAction } from '@/app/data/import/actions';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';

const KINDS = [
  { value: 'ordinary', label: 'The file is wrong or out of date' },
  { value: 'disclosure', label: 'It gives people away (every release of this file goes)' },
];

/** Takes a release off every screen; its place in the ledger and the reason stay. */
export function WithdrawForm({ release }: { release: string }) {
  const [state, withdraw, pending] = useActionState(withdrawAction, null);
  return (
    <Disclosure summary="Withdraw" open={state !== null}>
      <form action={withdraw} className="flex min-w-56 flex-col gap-3">
        <ErrorSummary
          title="Not withdrawn"
          errors={state ? [{ fieldId: `reason-${release}`, message: state.message }] : []}
        />
        <input type="hidden" name="release" value={release} />
        <Select name="kind" id={`kind-${release}`} label="Why" options={KINDS} />
        <TextInput name="reason" id={`reason-${release}`} label="Reason, for the ledger" />
        <Button type="submit" variant="secondary" disabled={pending}>
          Withdraw the release
        </Button>
      </form>
    </Disclosure>
  );
}
