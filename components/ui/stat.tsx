import type { ReactNode } from 'react';

type StatProps = { label: string; value: ReactNode; note?: ReactNode };

export function Stat({ label, value, note }: StatProps) {
  return (
    <dl className="keep-together flex min-w-0 flex-col">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="text-xl font-semibold">{value}</dd>
      {note ? <dd className="text-sm text-muted">{note}</dd> : null}
    </dl>
  );
}
