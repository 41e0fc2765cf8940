import type { ImportNote } from '@/lib/contracts/import';
import { formatCount } from '@/lib/format/number';

const SHOWN = 40;

const placesOf = ({ at, count }: ImportNote): string => {
  const rows = at.slice(0, 5).map(({ row }) => formatCount(row));
  if (rows.length === 0) return count > 1 ? ` (${formatCount(count)} times)` : '';
  return ` (row ${rows.join(', ')}${count > rows.length ? ' and others' : ''})`;
};

type NoteListProps = { id: string; title: string; notes: readonly ImportNote[] };

/** What to know about the file, or what checks found in its figures; none of it stops it. */
export function NoteList({ id, title, notes }: NoteListProps) {
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h2 id={id} className="text-xl">
        {title}
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
