'use client';

import { useActionState } from 'react';
import { decideCodeAction } from '@/app/data/import/actions';
import { Button } from '@/components/ui/button';
import { Select, type SelectOption } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';

/** Says of which area a code is that no list has. */
export function AreaCodeForm({ areas }: { areas: readonly SelectOption[] }) {
  const [state, decide, pending] = useActionState(decideCodeAction, null);
  return (
    <form action={decide} className="no-print flex max-w-2xl flex-col gap-4 border-t border-line pt-4">
      <h3 className="text-lg">Read a code as an area</h3>
      <TextInput
        name="code"
        id="area-code"
        label="Code"
        hint="As files have it, such as E54000065."
        autoComplete="off"
        required
        error={state?.message}
      />
      <Select
        name="area"
        id="area-of-code"
        label="Area"
        options={[{ value: '', label: 'choose an area' }, ...areas]}
        required
      />
      <div>
        <Button type="submit" variant="secondary" disabled={pending}>
          Read it so
        </Button>
      </div>
    </form>
  );
}
