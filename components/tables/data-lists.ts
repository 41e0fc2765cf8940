import type { CountTableEntry } from '@/lib/contracts/count-table';
import { countryOf } from '@/lib/domain/geography/area';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import { formatCount } from '@/lib/format/number';
import { GROUP_WORDS } from '@/lib/format/words';
import type { ListColumn } from './list-column';

type CatalogueEntry = { indicator: Indicator; figures: number; latest: string | null };

/** Indicators with how much of them is loaded for a country. */
export const CATALOGUE_COLUMNS: readonly ListColumn<CatalogueEntry>[] = [
  { name: 'indicator', header: null, value: ({ indicator }) => indicator.id },
  { name: 'indicator_name', header: 'Indicator', text: ({ indicator }) => indicator.name },
  { name: 'group', header: 'Group', text: ({ indicator }) => GROUP_WORDS[indicator.group] },
  {
    name: 'figures',
    header: 'Figures loaded',
    numeric: true,
    text: ({ figures }) => (figures === 0 ? 'not loaded' : formatCount(figures)),
    value: ({ figures }) => figures,
  },
  { name: 'status_mark', header: null, value: ({ figures }) => (figures === 0 ? 'x' : null) },
  { name: 'period', header: 'Latest period', text: ({ latest }) => latest ?? '–', value: ({ latest }) => latest },
  {
    name: 'use',
    header: 'Use',
    text: ({ indicator }) =>
      indicator.display === 'catalogue' ? 'catalogue only: never a headline or a trigger' : 'region pages',
  },
];

/** Tables of counts that one may see. */
export const COUNT_TABLE_COLUMNS: readonly ListColumn<CountTableEntry>[] = [
  { name: 'table', header: null, value: ({ shape }) => shape },
  { name: 'title', header: 'Table', text: ({ title }) => title },
  { name: 'period', header: 'Periods', text: ({ periods }) => periods.map(({ label }) => label).join(', ') },
  { name: 'source', header: 'Source', text: ({ sourceName }) => sourceName },
  { name: 'root', header: null, value: ({ country }) => countryOf(country).code },
];
