import type { SelectOption } from '@/components/ui/select';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import { GROUP_WORDS } from '@/lib/format/words';

const HIDDEN_GROUPS = new Set(['schools']);

/** Indicators that areas can be compared on: not those for the catalogue only. */
export const indicatorOptions = (indicators: readonly Indicator[]): SelectOption[] =>
  indicators
    .filter(({ display, group }) => display === 'profile' && !HIDDEN_GROUPS.has(group))
    .map(({ id, shortName, group }) => ({ value: id, label: shortName, group: GROUP_WORDS[group] }));
