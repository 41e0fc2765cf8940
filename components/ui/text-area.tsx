import type { ComponentProps } from 'react';
import { controlClass, describedBy, Field, type FieldText } from './field';

type TextAreaProps = FieldText & Omit<ComponentProps<'textarea'>, 'id' | 'className'> & { name: string; id?: string };

export function TextArea({ label, hint, error, name, id = name, rows = 4, ...rest }: TextAreaProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        className={controlClass}
        aria-describedby={describedBy(id, { hint, error })}
        aria-invalid={error ? true : undefined}
        {...rest}
      />
    </Field>
  );
}
