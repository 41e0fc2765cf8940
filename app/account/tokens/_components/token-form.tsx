'use client';

import { useActionState } from 'react';
import { createTokenAction } from '@/app/account/tokens/actions';
import { Callout } from '@/components/tremor/callout';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { FieldError } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';

type TokenFormProps = { scopes: readonly { value: string; label: string }[] };

const DAYS = ['7', '30', '90', '365'];

/** Makes a token; its secret is shown in the answer, once. */
export function TokenForm({ scopes }: TokenFormProps) {
  const [state, action, pending] = useActionState(createTokenAction, null);
  const errors: Readonly<Record<string, string>> = state && 'errors' in state ? state.errors : {};
  const token = state && 'token' in state ? state.token : null;
  return (
    <form action={action} className="flex max-w-prose flex-col gap-4">
      {token ? (
        <Callout tone="caution" title="Copy the token now: it is not shown again">
          <code className="block text-base break-all select-all" data-token>
            {token}
          </code>
        </Callout>
      ) : null}
      <TextInput
        name="name"
        label="Name"
        hint="What uses it: “monthly report”."
        maxLength={80}
        required
        error={errors.name}
        defaultValue={state && 'name' in state ? state.name : ''}
      />
      <fieldset className="flex flex-col">
        <legend className="text-sm font-semibold">What it may read</legend>
        {errors.scopes ? <FieldError id="scopes-error" message={errors.scopes} /> : null}
        {scopes.map(({ value, label }) => (
          <Checkbox key={value} id={`scope-${value}`} name="scopes" value={value} label={label} />
        ))}
      </fieldset>
      <Select
        name="days"
        label="Ends after"
        defaultValue="90"
        error={errors.days}
        options={DAYS.map((value) => ({ value, label: `${value} days` }))}
      />
      <div>
        <Button type="submit" disabled={pending}>
          {pending ? 'Making…' : 'Make a token'}
        </Button>
      </div>
    </form>
  );
}
