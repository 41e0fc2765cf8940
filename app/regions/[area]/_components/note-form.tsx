'use client';

import { useActionState } from 'react';
import { addNoteAction, restoreNoteAction } from '@/app/regions/[area]/actions';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';

/** Adds a note; after a removal it offers to take it back. */
export function NoteForm({ areaCode }: { areaCode: string }) {
  const [state, action, pending] = useActionState(addNoteAction, null);
  return (
    <form action={action} className="flex max-w-prose flex-col gap-3">
      <input type="hidden" name="areaCode" value={areaCode} />
      <TextArea
        name="body"
        label="Add a note"
        rows={3}
        error={state?.message}
        defaultValue={state?.body ?? ''}
        key={state?.body}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="secondary" disabled={pending}>
          {pending ? 'Saving…' : 'Save the note'}
        </Button>
        <Button type="submit" variant="quiet" formAction={restoreNoteAction} name="restore" value="last">
          Undo the last removal
        </Button>
      </div>
    </form>
  );
}
