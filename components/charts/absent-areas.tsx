/** Names of those without a figure, by the reason why. */
export type Absent = { notLoaded: string[]; suppressed: string[]; notApplicable: string[]; low: string[] };

/** Those without a bar or dot are never left out without a word. */
export function AbsentAreas({ rows: { notLoaded, suppressed, notApplicable, low } }: { rows: Absent }) {
  const lists = [
    { label: 'Not loaded', names: notLoaded },
    { label: 'Suppressed to protect small numbers', names: suppressed },
    { label: 'Not applicable', names: notApplicable },
    { label: 'Low (rounds to 0)', names: low },
  ].filter(({ names }) => names.length > 0);
  if (lists.length === 0) return null;
  return (
    <ul className="mt-3 flex flex-col gap-1 text-sm text-muted">
      {lists.map(({ label, names }) => (
        <li key={label}>
          <span className="font-semibold">{`${label} (${names.length}): `}</span>
          {names.join(', ')}
        </li>
      ))}
    </ul>
  );
}
