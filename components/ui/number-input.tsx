import type { ComponentProps } from 'react';
import { controlClass, describedBy, Field, type FieldText } from './field';

type NumberInputProps = FieldText &
  Omit<ComponentProps<'input'>, 'id' | 'className' | 'type'> & { name: string; id?: string; unit?: string };

/** The unit stands beside the box and is part of the label, so that it is read out too. */
export function NumberInput({ label, hint, error, name, id = name, unit, ...rest }: NumberInputProps) {
  return (
    <Field id={id} label={unit ? `${label} (${unit})` : label} hint={hint} error={error} className="max-w-56">
      <input
        id={id}
        name={name}
        type="number"
        inputMode="decimal"
        className={controlClass}
        aria-describedby={describedBy(id, { hint, error })}
        aria-invalid={error ? true : undefined}
        {...rest}
      />
    </Field>
  );
}
