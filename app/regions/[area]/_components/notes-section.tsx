import { removeNoteAction } from '@/app/regions/[area]/actions';
import { Card } from '@/components/tremor/card';
import { Button } from '@/components/ui/button';
import type { Note } from '@/lib/data/notes';
import { formatDateTime } from '@/lib/format/date';
import { NoteForm } from './note-form';

/** Notes of the region's own training managers; nobody else sees them. */
export function NotesSection({ areaCode, notes }: { areaCode: string; notes: readonly Note[] }) {
  return (
    <section aria-labelledby="notes" className="flex flex-col gap-4">
      <h2 id="notes" className="scroll-mt-24 text-xl">
        Notes
      </h2>
      <p className="max-w-prose text-sm text-muted">
        Seen by the training managers of this region only. Write nothing that could identify a doctor in training.
      </p>
      <ul className="flex flex-col gap-3">
        {notes.map((note) => (
          <li key={note.id}>
            <Card className="flex flex-col gap-2 p-4">
              <p className="max-w-prose whitespace-pre-wrap">{note.body}</p>
              <div className="flex flex-wrap items-center justify-between gap-2 text-sm text-muted">
                <span>{`${note.author ?? 'A colleague'}, ${formatDateTime(note.createdAt)}`}</span>
                <form action={removeNoteAction}>
                  <input type="hidden" name="id" value={note.id} />
                  <Button
                    type="submit"
                    variant="quiet"
                    aria-label={`Remove the note of ${formatDateTime(note.createdAt)}`}
                  >
                    Remove
                  </Button>
                </form>
              </div>
            </Card>
          </li>
        ))}
      </ul>
      <NoteForm areaCode={areaCode} />
    </section>
  );
}
