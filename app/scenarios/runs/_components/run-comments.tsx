'use client';

import { useActionState } from 'react';
import { commentAction, removeCommentAction } from '@/app/scenarios/runs/actions';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import type { RunComment } from '@/lib/contracts/run-sharing';
import { formatDateTime } from '@/lib/format/date';

type RunCommentsProps = { runId: string; comments: readonly RunComment[]; isManaged: boolean };

/** What those who see the run say about it; who was sent it reads what was said since. */
export function RunComments({ runId, comments, isManaged }: RunCommentsProps) {
  const [state, action, pending] = useActionState(commentAction, null);
  return (
    <div className="flex max-w-prose flex-col gap-4">
      {comments.length === 0 ? (
        <p className="text-muted">{isManaged ? 'No comment yet.' : 'No comment since you were sent this run.'}</p>
      ) : null}
      <ul className="flex flex-col gap-3">
        {comments.map(({ id, body, authorName, createdAt, isOwn }) => (
          <li key={id} className="border-l-2 border-line pl-3">
            <p className="text-sm text-muted">{`${authorName}, ${formatDateTime(createdAt)}`}</p>
            <p className="whitespace-pre-wrap">{body}</p>
            {isOwn ? (
              <form action={removeCommentAction}>
                <input type="hidden" name="id" value={id} />
                <input type="hidden" name="runId" value={runId} />
                <Button type="submit" variant="quiet">
                  Take this comment back
                </Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      <form action={action} className="flex flex-col gap-2">
        <input type="hidden" name="runId" value={runId} />
        <TextArea
          name="body"
          id="comment"
          label="Comment"
          hint="Everybody who sees this run now reads it. Who is sent it later reads only what is said after that."
          rows={2}
          maxLength={2_000}
          defaultValue={state?.body ?? ''}
          error={state?.error ?? undefined}
          required
        />
        <div>
          <Button type="submit" variant="secondary" disabled={pending}>
            Comment
          </Button>
        </div>
      </form>
    </div>
  );
}
