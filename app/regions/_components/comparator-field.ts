import type { ContextField } from '@/components/shell/context-bar';
import { comparatorYear, type RegionsQuery } from '@/lib/contracts/regions-query';
import { type Area, countriesOf, countryOf } from '@/lib/domain/geography/area';

/** Code of the area that all areas are compared with: the country where each is compared with its own past. */
export const comparatorCodeFor = ({ country, compare }: RegionsQuery): string =>
  compare === undefined || comparatorYear(compare) !== null ? countryOf(country).code : compare;

/** The country, the larger one that it is part of, an earlier year of each area itself, or one area of the kind. */
export const comparatorField = (
  { country, compare }: RegionsQuery,
  areas: readonly Area[],
  years: readonly string[],
): ContextField => ({
  name: 'compare',
  label: 'Compared with',
  value: compare ?? countryOf(country).code,
  options: [
    ...countriesOf(country).map(({ code, name }) => ({ value: code, label: name })),
    ...years.map((year) => ({ value: `period:${year}`, label: `${year}, each area itself`, group: 'Earlier period' })),
    ...areas.map(({ code, name }) => ({ value: code, label: name, group: 'Areas of the same kind' })),
  ],
});
