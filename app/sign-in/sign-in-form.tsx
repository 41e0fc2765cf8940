'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { TextInput } from '@/components/ui/text-input';
import { signInAction } from './actions';

/** Works without script too: the form posts to the server action. */
export function SignInForm({ next }: { next: string }) {
  const [state, action, pending] = useActionState(signInAction, null);
  return (
    <form action={action} className="flex max-w-sm flex-col gap-4">
      {state ? (
        <ErrorSummary title="You are not signed in" errors={[{ fieldId: 'email', message: state.message }]} />
      ) : null}
      <input type="hidden" name="next" value={next} />
      <TextInput
        name="email"
        label="E-mail"
        type="email"
        autoComplete="username"
        required
        key={state?.email}
        defaultValue={state?.email ?? ''}
      />
      <TextInput name="password" label="Password" type="password" autoComplete="current-password" required />
      <Button type="submit" disabled={pending}>
        {pending ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  );
}
