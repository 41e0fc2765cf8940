'use client';

type IntervalSliderProps = {
  id: string;
  label: string;
  hint?: string;
  least: number;
  most: number;
  step: number;
  low: number;
  high: number;
  write: (value: number) => string;
  onChange: (interval: { low: number; high: number }) => void;
};

const THUMB =
  'pointer-events-none absolute inset-x-0 top-0 h-8 w-full appearance-none bg-transparent accent-accent [&::-moz-range-thumb]:pointer-events-auto [&::-moz-range-thumb]:size-6 [&::-moz-range-thumb]:cursor-pointer [&::-moz-range-thumb]:rounded-full [&::-moz-range-thumb]:border-2 [&::-moz-range-thumb]:border-surface [&::-moz-range-thumb]:bg-accent [&::-moz-range-track]:bg-transparent [&::-webkit-slider-runnable-track]:bg-transparent [&::-webkit-slider-thumb]:pointer-events-auto [&::-webkit-slider-thumb]:size-6 [&::-webkit-slider-thumb]:cursor-pointer [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:border-2 [&::-webkit-slider-thumb]:border-surface [&::-webkit-slider-thumb]:bg-accent';

/** A thumb that is drawn past the other goes on as that one. */
const ordered = (one: number, other: number) => ({ low: Math.min(one, other), high: Math.max(one, other) });

/** Two thumbs on one track, each a slider of its own for the keyboard. */
export function IntervalSlider(props: IntervalSliderProps) {
  const { id, label, hint, least, most, step, low, high, write, onChange } = props;
  const at = (value: number) => (100 * (value - least)) / (most - least);
  // With both thumbs together at the upper end, the lower one has to be the one that can be drawn.
  const lowOnTop = low > (least + most) / 2 ? 'z-10' : '';
  const common = { min: least, max: most, step, className: THUMB };
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="text-sm font-semibold">{label}</legend>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
      <div className="relative h-8 min-w-0">
        <div className="absolute inset-x-0 top-3.5 h-1 rounded bg-line" />
        <div
          className="absolute top-3 h-2 rounded bg-band-80"
          style={{ left: `${at(low)}%`, width: `${at(high) - at(low)}%` }}
        />
        <input
          {...common}
          type="range"
          id={`${id}-low`}
          className={`${THUMB} ${lowOnTop}`}
          aria-label={`${label}, low end`}
          aria-valuetext={write(low)}
          aria-describedby={hint ? `${id}-hint` : undefined}
          value={low}
          onChange={({ currentTarget }) => onChange(ordered(Number(currentTarget.value), high))}
        />
        <input
          {...common}
          type="range"
          id={`${id}-high`}
          aria-label={`${label}, high end`}
          aria-describedby={hint ? `${id}-hint` : undefined}
          aria-valuetext={write(high)}
          value={high}
          onChange={({ currentTarget }) => onChange(ordered(low, Number(currentTarget.value)))}
        />
      </div>
      <output aria-live="off" className="text-sm" htmlFor={`${id}-low ${id}-high`}>
        {low === high ? write(low) : `${write(low)} to ${write(high)}`}
      </output>
    </fieldset>
  );
}
