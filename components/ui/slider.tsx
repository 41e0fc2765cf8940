'use client';

import { useState } from 'react';
import { describedBy, Field, type FieldText } from './field';

type SliderProps = FieldText & {
  name: string;
  id?: string;
  /** In the unit of the range: with the default range, 0 to 100. */
  defaultValue: number;
  min?: number;
  max?: number;
  step?: number;
  unit?: string;
  /** What the ends mean: "no posts", "all posts". */
  ends?: readonly [string, string];
  onValueChange?: (value: number) => void;
};

export function Slider({
  label,
  hint,
  error,
  name,
  id = name,
  defaultValue,
  min = 0,
  max = 100,
  step = 1,
  unit = '',
  ends,
  onValueChange,
}: SliderProps) {
  const [value, setValue] = useState(defaultValue);
  const text = `${value}${unit}`;
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div className="flex items-center gap-3">
        <input
          id={id}
          name={name}
          type="range"
          min={min}
          max={max}
          step={step}
          value={value}
          aria-valuetext={text}
          aria-describedby={describedBy(id, { hint, error })}
          className="h-8 min-w-0 flex-1"
          onChange={(event) => {
            setValue(event.currentTarget.valueAsNumber);
            onValueChange?.(event.currentTarget.valueAsNumber);
          }}
        />
        <output htmlFor={id} className="w-16 shrink-0 text-right text-base font-semibold">
          {text}
        </output>
      </div>
      {ends ? (
        <p className="flex justify-between pr-19 text-xs text-muted">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </p>
      ) : null}
    </Field>
  );
}
