import { DataTable, type TableColumn } from '@/components/ui/data-table';
import type { CountTableView } from '@/lib/contracts/count-table';
import type { PublishedCell } from '@/lib/domain/disclosure/protected-table';
import { ABSENCE_MARKS, type AbsenceMark, MARK_WORDS } from '@/lib/domain/indicators/absence-mark';
import { formatCount } from '@/lib/format/number';

type Row = CountTableView['rows'][number];

const MARKS: Readonly<Record<Exclude<PublishedCell['kind'], 'value'>, AbsenceMark>> = {
  suppressed: 'c',
  low: 'low',
  not_applicable: 'z',
};

function CellText({ cell }: { cell: PublishedCell | undefined }) {
  if (cell?.kind === 'value') return formatCount(cell.count);
  const mark = MARKS[cell?.kind ?? 'suppressed'];
  return <abbr title={MARK_WORDS[mark]}>{mark}</abbr>;
}

const columnsOf = (view: CountTableView): readonly TableColumn<Row>[] => [
  { key: 'row', header: <span className="sr-only">Row</span>, cell: ({ name }) => name },
  ...view.columns.map(({ code, name }, at) => ({
    key: code,
    header: name,
    numeric: true,
    cell: ({ cells }: Row) => <CellText cell={cells[at]} />,
  })),
];

/** The counts, with the marks that stand for a count that isn't shown. */
export function CountGrid({ view }: { view: CountTableView }) {
  const used = new Set(
    view.rows.flatMap(({ cells }) => cells.flatMap(({ kind }) => (kind === 'value' ? [] : [MARKS[kind]]))),
  );
  return (
    <section aria-label="Counts" className="flex flex-col gap-2">
      <DataTable
        caption={`${view.title}, ${view.period.label}`}
        columns={columnsOf(view)}
        rows={view.rows}
        rowKey={({ code }) => code}
        download="beside"
      />
      <p className="text-sm text-muted">
        {ABSENCE_MARKS.filter((mark) => used.has(mark)).map((mark) => `${mark}: ${MARK_WORDS[mark]}. `)}
        Each count and total is protected by itself, so rows and columns need not add up.
      </p>
    </section>
  );
}
