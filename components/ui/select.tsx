import type { ComponentProps } from 'react';
import { controlClass, describedBy, Field, type FieldText } from './field';

export type SelectOption = { value: string; label: string; group?: string | undefined; disabled?: boolean };

type SelectProps = FieldText &
  Omit<ComponentProps<'select'>, 'id' | 'className' | 'children'> & {
    name: string;
    id?: string;
    options: readonly SelectOption[];
  };

export function Select({ label, hint, error, name, id = name, options, ...rest }: SelectProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <select
        id={id}
        name={name}
        className={controlClass}
        aria-describedby={describedBy(id, { hint, error })}
        aria-invalid={error ? true : undefined}
        {...rest}
      >
        <SelectOptions options={options} />
      </select>
    </Field>
  );
}

/** Options in the order given; those with a group come under it, at its first place. */
export function SelectOptions({ options }: { options: readonly SelectOption[] }) {
  const groups = [...new Set(options.map((option) => option.group))];
  return groups.map((group) => {
    const members = options.filter((option) => option.group === group).map(toOption);
    return group === undefined ? (
      members
    ) : (
      <optgroup key={group} label={group}>
        {members}
      </optgroup>
    );
  });
}

const toOption = ({ value, label, disabled = false }: SelectOption) => (
  <option key={value} value={value} disabled={disabled}>
    {label}
  </option>
);
