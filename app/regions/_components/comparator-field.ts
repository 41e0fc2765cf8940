import type { ContextField } from '@/components/shell/context-bar';
import { type Area, ENGLAND, UNITED_KINGDOM } from '@/lib/domain/geography/area';

/** England, the UK, an earlier year of each area itself, or one area of the kind. */
export const comparatorField = (value: string, areas: readonly Area[], years: readonly string[]): ContextField => ({
  name: 'compare',
  label: 'Compared with',
  value,
  options: [
    { value: ENGLAND, label: 'England' },
    { value: UNITED_KINGDOM, label: 'United Kingdom' },
    ...years.map((year) => ({ value: `period:${year}`, label: `${year}, each area itself`, group: 'Earlier period' })),
    ...areas.map(({ code, name }) => ({ value: code, label: name, group: 'Areas of the same kind' })),
  ],
});
