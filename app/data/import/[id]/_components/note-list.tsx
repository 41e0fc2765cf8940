import type { ImportNote } from '@/lib/contracts/import';
import { formatCount } from '@/lib/format/number';

const SHOWN = 40;

const placesOf = ({ at, count }: ImportNote): string => {
  const rows = at.slice(0, 5).map(({ row }) => formatCount(row));
  if (rows.length === 0) return count > 1 ? ` (${formatCount(count)} times)` : '';
  return ` (row ${rows.join(', ')}${count > rows.length ? ' and others' : ''})`;
};

/** What to know about the file; none of it stops it. */
export function NoteList({ notes }: { notes: readonly ImportNote[] }) {
  return (
    <section aria-labelledby="notes" className="flex flex-col gap-2">
      <h2 id="notes" className="text-xl">
        Worth knowing
      </h2>
      <ul className="list-disc pl-5">
        {notes.slice(0, SHOWN).map((note) => (
          <li key={`${note.rule} ${note.detail}`}>
            {note.detail ? `${note.detail}: ` : ''}
            {note.message}
            {placesOf(note)}
          </li>
        ))}
      </ul>
      {notes.length > SHOWN ? <p className="text-sm text-muted">{`${notes.length - SHOWN} more like these.`}</p> : null}
    </section>
  );
}
