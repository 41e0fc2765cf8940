import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type FieldText = { label: string; hint?: string | undefined; error?: string | undefined };

type FieldProps = FieldText & { id: string; children: ReactNode; className?: string | undefined };

/** The ids that a control refers to, so that hint and error are read out with it. */
export function describedBy(id: string, { hint, error }: Omit<FieldText, 'label'>): string | undefined {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter((part) => part !== '');
  return ids.length > 0 ? ids.join(' ') : undefined;
}

export const controlClass =
  'min-h-10 w-full min-w-0 rounded-lg border border-control bg-surface px-3 py-2 text-base text-ink placeholder:text-muted aria-invalid:border-danger aria-invalid:border-2';

export function Field({ id, label, hint, error, children, className }: FieldProps) {
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', error && 'border-l-4 border-danger pl-3', className)}>
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
      {children}
      {error ? <FieldError id={`${id}-error`} message={error} /> : null}
    </div>
  );
}

export function FieldError({ id, message }: { id: string; message: string }) {
  return (
    <p id={id} className="text-sm font-semibold text-danger">
      <span className="sr-only">Error: </span>
      {message}
    </p>
  );
}
