import type { HomeReach } from '@/lib/contracts/school-reach';
import type { SchoolQuery } from '@/lib/contracts/school-reach-query';
import { absenceMark } from '@/lib/domain/indicators/absence-mark';
import { type Measure, plotted } from '@/lib/domain/measure/measure';
import { measureText, rangeText } from '@/lib/format/measure-words';
import { formatNumber } from '@/lib/format/number';
import type { ListColumn } from './list-column';

export type Home = Extract<HomeReach, { kind: 'given' }>;
type Authority = Home['authorities'][number];
type Order = Pick<SchoolQuery, 'sort' | 'dir'>;

const keyOf = ({ per10000, entrants, distanceKm }: Authority, sort: Order['sort']): number | null => {
  if (sort === 'rate') return plotted(per10000);
  return sort === 'entrants' ? plotted(entrants) : distanceKm;
};

/** Without young people there is no rate to sort by. */
export const orderFor = ({ authorities }: Home, { sort, dir }: Order): Order => {
  const hasRates = authorities.some(({ per10000 }) => per10000.kind === 'value');
  return { sort: sort === 'rate' && !hasRates ? 'entrants' : sort, dir };
};

/** Authorities without a number come last whatever the order. */
export function sortedAuthorities({ authorities }: Home, { sort, dir }: Order): Authority[] {
  const sign = dir === 'asc' ? 1 : -1;
  const byName = (a: Authority, b: Authority) => a.name.localeCompare(b.name, 'en-GB');
  return authorities.toSorted((a, b) => {
    if (sort === 'name') return sign * byName(a, b);
    const [one, other] = [keyOf(a, sort), keyOf(b, sort)];
    if (one === null || other === null) return Number(one === null) - Number(other === null) || byName(a, b);
    return sign * (one - other) || byName(a, b);
  });
}

const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(3)));

const intervalOf = (measure: Measure) => (measure.kind === 'value' ? measure.interval : null);

/** A value that is only written as 0 is no absence. */
const markOf = (measure: Measure) => (measure.kind === 'value' ? null : absenceMark(measure, 'people', 0));

/** Entrants by home authority. Not loaded and hidden counts are empty in a file, with their mark. */
export const HOME_AUTHORITY_COLUMNS: readonly ListColumn<Authority>[] = [
  { name: 'authority_code', header: null, value: ({ code }) => code },
  { name: 'name', header: 'Home authority', text: ({ name }) => name },
  {
    name: 'rate',
    header: 'Per 10,000 aged 16 to 17',
    numeric: true,
    text: ({ per10000 }) => measureText(per10000, 1),
    value: ({ per10000 }) => rounded(plotted(per10000)),
  },
  { name: 'rate_status', header: null, value: ({ per10000 }) => per10000.kind },
  { name: 'rate_status_mark', header: null, value: ({ per10000 }) => markOf(per10000) },
  {
    name: 'lower_95',
    header: '95% interval',
    numeric: true,
    text: ({ per10000 }) => rangeText(per10000, 1),
    value: ({ per10000 }) => rounded(intervalOf(per10000)?.lower ?? null),
  },
  { name: 'upper_95', header: null, value: ({ per10000 }) => rounded(intervalOf(per10000)?.upper ?? null) },
  {
    name: 'entrants',
    header: 'Entrants',
    numeric: true,
    text: ({ entrants }) => measureText(entrants, 0),
    value: ({ entrants }) => plotted(entrants),
  },
  { name: 'status', header: null, value: ({ entrants }) => entrants.kind },
  { name: 'status_mark', header: null, value: ({ entrants }) => markOf(entrants) },
  {
    name: 'distance',
    header: 'Distance, km',
    numeric: true,
    text: ({ distanceKm }) => (distanceKm === null ? 'Not known' : formatNumber(distanceKm, 0)),
    value: ({ distanceKm }) => (distanceKm === null ? null : Number(distanceKm.toFixed(1))),
  },
];
