import type { CountQuery } from '@/lib/contracts/count-table';

/** The query of an address that shows the same view. */
export const toSearch = ({
  country,
  period,
  level,
  rows,
  columns,
  format,
}: CountQuery & { format?: string }): string => {
  const search = new URLSearchParams();
  const entries = {
    country: country === 'england' ? undefined : country,
    period,
    level,
    rows: rows?.join(','),
    columns: columns?.join(','),
    format,
  };
  for (const [name, value] of Object.entries(entries)) if (value) search.set(name, value);
  return search.toString();
};
