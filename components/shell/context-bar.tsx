import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { controlClass } from '@/components/ui/field';
import { type SelectOption, SelectOptions } from '@/components/ui/select';
import { AutoSubmit } from './auto-submit';

export type ContextField = { name: string; label: string; value: string; options: readonly SelectOption[] };

type ContextBarProps = {
  /** Where the form goes, e.g. the address that leads on to the chosen area's page. */
  action: string;
  fields: readonly ContextField[];
  /** Parameters that stay as they are. */
  kept?: Readonly<Record<string, string>>;
  /** Share, export. */
  actions?: ReactNode;
};

/** Area, comparator and period in one place; the choice is in the address. */
export function ContextBar({ action, fields, kept = {}, actions }: ContextBarProps) {
  return (
    <section
      aria-label="Area, comparison and actions"
      className="no-print top-0 z-30 border-b border-line bg-canvas md:sticky"
    >
      <details className="fold-narrow mx-auto max-w-[1280px] px-4 py-2 sm:px-6">
        <summary className="min-h-8 text-sm">
          <span className="font-semibold">Change: </span>
          {fields
            .map(({ options, value }) => options.find((option) => option.value === value)?.label ?? value)
            .join(', ')}
        </summary>
        <div className="flex flex-wrap items-end gap-3">
          <AutoSubmit action={action} label="Area and comparison" className="flex min-w-0 flex-wrap items-end gap-3">
            {Object.entries(kept).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            {fields.map((field) => (
              <div key={field.name} className="flex w-full min-w-0 flex-col sm:w-auto">
                <label htmlFor={`context-${field.name}`} className="text-xs text-muted">
                  {field.label}
                </label>
                <select
                  // A new value from the address, e.g. by the back button, must show at once.
                  key={field.value}
                  id={`context-${field.name}`}
                  name={field.name}
                  defaultValue={field.value}
                  className={`${controlClass} max-w-full text-sm sm:max-w-72`}
                >
                  <SelectOptions options={field.options} />
                </select>
              </div>
            ))}
            <Button type="submit" variant="secondary">
              Show
            </Button>
          </AutoSubmit>
          {actions ? <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div> : null}
        </div>
      </details>
    </section>
  );
}
