import type { ComponentProps } from 'react';
import { controlClass, describedBy, Field, type FieldText } from './field';

type TextInputProps = FieldText & Omit<ComponentProps<'input'>, 'id' | 'className'> & { name: string; id?: string };

export function TextInput({ label, hint, error, name, id = name, type = 'text', ...rest }: TextInputProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        name={name}
        type={type}
        className={controlClass}
        aria-describedby={describedBy(id, { hint, error })}
        aria-invalid={error ? true : undefined}
        {...rest}
      />
    </Field>
  );
}
