import type { ComponentProps } from 'react';
import { describedBy, FieldError, type FieldText } from './field';

type CheckboxProps = FieldText &
  Omit<ComponentProps<'input'>, 'id' | 'className' | 'type'> & {
    name: string;
    id?: string;
    type?: 'checkbox' | 'radio';
  };

export function Checkbox({ label, hint, error, name, id = name, type = 'checkbox', ...rest }: CheckboxProps) {
  return (
    <div className="flex items-start gap-3 py-1">
      <input
        id={id}
        name={name}
        type={type}
        className="mt-0.5 size-6 shrink-0"
        aria-describedby={describedBy(id, { hint, error })}
        aria-invalid={error ? true : undefined}
        {...rest}
      />
      <div className="flex min-w-0 flex-col">
        <label htmlFor={id} className="text-base">
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="text-sm text-muted">
            {hint}
          </p>
        ) : null}
        {error ? <FieldError id={`${id}-error`} message={error} /> : null}
      </div>
    </div>
  );
}
