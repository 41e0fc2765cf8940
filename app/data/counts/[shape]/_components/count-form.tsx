import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Disclosure } from '@/components/ui/disclosure';
import { LinkButton } from '@/components/ui/link-button';
import { Select } from '@/components/ui/select';
import type { CountQuery, CountTableView } from '@/lib/contracts/count-table';
import { DIMENSION_WORDS, LEVEL_WORDS } from '@/lib/format/count-words';

type CountFormProps = {
  view: CountTableView;
  /** The same table with all its rows and columns, to choose from. */
  whole: CountTableView;
  query: CountQuery;
};

type Choice = { name: 'rows' | 'columns'; label: string; from: readonly { code: string; name: string }[] };

function Choices({ name, label, from, chosen }: Choice & { chosen: readonly string[] | null | undefined }) {
  return (
    <fieldset>
      <legend className="text-sm font-semibold">{label}</legend>
      <div className="columns-1 gap-6 sm:columns-2 lg:columns-3">
        {from.map((entry) => (
          <Checkbox
            key={entry.code}
            id={`${name}-${entry.code}`}
            name={name}
            value={entry.code}
            label={entry.name}
            defaultChecked={chosen?.includes(entry.code) ?? false}
          />
        ))}
      </div>
    </fieldset>
  );
}

const isPart = ({ code }: { code: string }): boolean => code !== 'total' && code !== 'selected';

/** Period, level, and rows and columns to add up. A plain form: the address holds the whole view. */
export function CountForm({ view, whole, query }: CountFormProps) {
  const action = `/data/counts/${view.shape}`;
  const hasChoice = Boolean(query.rows ?? query.columns);
  return (
    <form method="get" action={action} className="no-print flex flex-col gap-4">
      <div className="flex flex-wrap items-end gap-3">
        <Select
          name="period"
          label="Period"
          defaultValue={view.period.end}
          options={view.periods.map(({ end, label }) => ({ value: end, label }))}
        />
        <Select
          name="level"
          label="Rows"
          defaultValue={view.level}
          options={view.levels.map((level) => ({ value: level, label: LEVEL_WORDS.get(level) ?? level }))}
        />
        <Button type="submit" variant="secondary">
          Show
        </Button>
        {hasChoice ? <LinkButton href={action}>Show all rows and columns</LinkButton> : null}
      </div>
      <Disclosure summary="Choose rows and columns to add up" open={hasChoice}>
        <div className="flex flex-col gap-4">
          <Choices
            name="rows"
            label={`Rows: ${DIMENSION_WORDS[view.rowDimension]}`}
            from={whole.rows.filter(isPart)}
            chosen={query.rows}
          />
          <Choices
            name="columns"
            label={`Columns: ${DIMENSION_WORDS[view.columnDimension]}`}
            from={whole.columns.filter(isPart)}
            chosen={query.columns}
          />
        </div>
      </Disclosure>
    </form>
  );
}
