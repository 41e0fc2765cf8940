'use client';

import { useActionState } from 'react';
import { revokeAction, sendRunAction } from '@/app/scenarios/runs/actions';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import type { RunSubmission } from '@/lib/contracts/run-sharing';
import { formatDateTime } from '@/lib/format/date';

type SendRunProps = { runId: string; submissions: readonly RunSubmission[] };

/** Shows the run to one named person outside the region, and takes it back. */
export function SendRun({ runId, submissions }: SendRunProps) {
  const [state, action, pending] = useActionState(sendRunAction, null);
  const errorOf = (field: string) => state?.errors.find((error) => error.field === field)?.message;
  return (
    <div className="flex flex-col gap-4">
      <form action={action} className="flex max-w-prose flex-col gap-3">
        <ErrorSummary
          title="The run was not sent"
          errors={(state?.errors ?? []).map(({ field, message }) => ({ fieldId: field, message }))}
        />
        {state?.sentTo ? <p role="status">{`${state.sentTo} can see this run now.`}</p> : null}
        <input type="hidden" name="runId" value={runId} />
        <TextInput
          name="email"
          type="email"
          label="E-mail address of the person"
          hint="They see this run with its reasons and the comments made from now on, not the scenario, and may comment. Sending is recorded; you can take it back."
          defaultValue={state?.email ?? ''}
          error={errorOf('email')}
          required
        />
        <TextArea
          name="message"
          label="Message (optional)"
          rows={2}
          maxLength={2_000}
          defaultValue={state?.message ?? ''}
          error={errorOf('message')}
        />
        <div>
          <Button type="submit" disabled={pending}>
            {pending ? 'Sending…' : 'Send this run'}
          </Button>
        </div>
      </form>
      {submissions.length > 0 ? (
        <ul className="flex flex-col divide-y divide-line">
          {submissions.map(({ id, recipientName, senderName, createdAt, revokedAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-1">
              <span>
                {`${recipientName}, sent by ${senderName}, ${formatDateTime(createdAt)}`}
                {revokedAt === null ? '' : `; taken back ${formatDateTime(revokedAt)}`}
              </span>
              {revokedAt === null ? (
                <form action={revokeAction}>
                  <input type="hidden" name="id" value={id} />
                  <input type="hidden" name="runId" value={runId} />
                  <Button type="submit" variant="quiet" aria-label={`Take back from ${recipientName}`}>
                    Take back
                  </Button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
