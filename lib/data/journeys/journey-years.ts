import 'server-only';
import type { TableSource } from './table-source';

/** The paper of a source and the years of entry to medical school that its people are of; `period`: those of one period. */
export function journeyYears({ source, periods }: TableSource, period?: string | undefined): string {
  const all = periods.flatMap(({ clock, label }) => (clock === 'entry' ? [label] : []));
  const years = all.flatMap((label) => label.match(/\d{4}/g) ?? []);
  const [first, last] = [years.at(0), years.at(-1)];
  const whole = first === undefined || last === undefined ? 'all years' : `${first} to ${last}`;
  return `${source.title} (${source.publisher}), entrants of ${period ?? whole}, release ${source.releaseId}`;
}
