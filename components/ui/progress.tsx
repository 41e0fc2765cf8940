type ProgressProps = { id: string; label: string; done: number; total: number; unit: string };

/** Native progress with its count in words: "256 of 1,000 draws". */
export function Progress({ id, label, done, total, unit }: ProgressProps) {
  const count = `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} ${unit}`;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <progress id={id} value={done} max={total} className="progress-bar">
        {count}
      </progress>
      <p className="text-sm text-muted" aria-live="polite">
        {count}
      </p>
    </div>
  );
}
