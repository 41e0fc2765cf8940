import type { JourneysState } from '@/components/journeys/journeys-state';
import type { ContextField } from '@/components/shell/context-bar';
import type { SelectOption } from '@/components/ui/select';
import { periodText } from '@/lib/contracts/journeys-query';
import { shortAreaName } from '@/lib/domain/geography/area-label';
import { FIXED_VALUES } from '@/lib/domain/journeys/journey-record';
import { CHARACTERISTICS } from '@/lib/domain/journeys/journey-shapes';
import { CHARACTERISTIC_WORDS, FLOW_TABLE_WORDS, groupWords } from '@/lib/format/flow-words';

/** Values that may be chosen: not those that stand for `not known`. */
const CHOSEN_VALUES = {
  ...FIXED_VALUES,
  sex: ['F', 'M', 'X'],
  ethnicity: ['white', 'non_white'],
} as const;

const tableOptions = ({ choices: { tables } }: JourneysState): SelectOption[] =>
  tables.map(({ shape }) => ({ value: shape, label: FLOW_TABLE_WORDS.get(shape) ?? shape }));

/** Years by their clock: the same people are in different periods of the two. */
const periodOptions = ({ choices: { periods, needsPeriod } }: JourneysState): SelectOption[] => [
  ...(needsPeriod ? [] : [{ value: '', label: 'All years' }]),
  ...periods.map((period) => ({
    value: periodText(period),
    label: `${period.label} (${period.clock === 'entry' ? 'year of entry' : 'year foundation began'})`,
    group: period.clock === 'entry' ? 'By year of entry to medical school' : 'By year foundation began',
  })),
];

/** One characteristic at a time; those that this table can't be narrowed by are there and disabled. */
const groupOptions = ({ choices: { characteristics } }: JourneysState): SelectOption[] => [
  { value: '', label: 'Everybody' },
  ...CHARACTERISTICS.flatMap((by) => {
    const isPermitted = characteristics.includes(by);
    return CHOSEN_VALUES[by].map((value) => ({
      value: `${by}:${value}`,
      label: groupWords({ by, value }),
      group: isPermitted ? CHARACTERISTIC_WORDS[by] : `${CHARACTERISTIC_WORDS[by]} (not for this view)`,
      disabled: !isPermitted,
    }));
  }),
];

const regionOptions = ({ guide: { regions } }: JourneysState): SelectOption[] =>
  regions
    .map(({ code, name }) => ({ value: code, label: shortAreaName(name) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB'));

const schoolOptions = ({ guide: { ownSchools } }: JourneysState): SelectOption[] =>
  ownSchools.map(({ code, name }) => ({ value: code, label: name }));

/** What of the journeys is shown: the choice is in the address. */
export function journeysFields(state: JourneysState): ContextField[] {
  const { query, view, choices, guide } = state;
  if (view === 'region') {
    return [{ name: 'region', label: 'Region', value: query.region ?? '', options: regionOptions(state) }];
  }
  return [
    ...(choices.tables.length > 1
      ? [{ name: 'table', label: 'From and to', value: choices.table?.shape ?? '', options: tableOptions(state) }]
      : []),
    ...(choices.table?.reading === 'own' && guide.ownSchools.length > 1
      ? [{ name: 'school', label: 'Your school', value: guide.ownSchool ?? '', options: schoolOptions(state) }]
      : []),
    ...(choices.periods.length > 0
      ? [{ name: 'period', label: 'Period', value: query.period ?? '', options: periodOptions(state) }]
      : []),
    ...(view === 'distances'
      ? []
      : [{ name: 'group', label: 'Who', value: query.group ?? '', options: groupOptions(state) }]),
  ];
}

/** Why some groups can't be chosen, in words; null where all can. */
export function disabledReason({ view, choices: { characteristics, table } }: JourneysState): string | null {
  if (view === 'distances' || view === 'region') return null;
  const missing = CHARACTERISTICS.filter((by) => !characteristics.includes(by));
  if (missing.length === 0) return null;
  const words = missing.map((by) => CHARACTERISTIC_WORDS[by].toLowerCase()).join(', ');
  if (table?.level === 'place' && table.reading === 'all')
    return `Not to be narrowed by ${words}: one school by a characteristic is the school’s own table. Tables by region of home can be.`;
  return table?.reading === 'all' && table.shape.includes('school_region')
    ? `Not to be narrowed by ${words}: a region with fewer than three medical schools would show those schools’ own figures.`
    : `Not to be narrowed by ${words}: it would be finer than may be shown.`;
}
