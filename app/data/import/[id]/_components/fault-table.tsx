import { FAULT_COLUMNS } from '@/app/data/import/_components/import-columns';
import { screenColumns } from '@/components/tables/list-column';
import { DataTable } from '@/components/ui/data-table';
import type { ImportEntry } from '@/lib/contracts/import';
import { tableFiles } from '@/lib/contracts/page-tables';
import { formatCount } from '@/lib/format/number';

const COLUMNS = screenColumns(FAULT_COLUMNS, {
  rule: ({ rule }) => <code>{rule}</code>,
  // Without a width it would be a column of single words on a phone.
  message: ({ message }) => <span className="block min-w-56">{message}</span>,
});

export function FaultTable({ entry: { id, errors, errorTotal } }: { entry: ImportEntry }) {
  const caption =
    errorTotal > errors.length
      ? `Errors: the first ${formatCount(errors.length)} of ${formatCount(errorTotal)}`
      : `Errors: ${formatCount(errors.length)}`;
  return (
    <DataTable
      caption={caption}
      columns={COLUMNS}
      rows={errors}
      rowKey={({ row, column, value, rule }) => `${row} ${column} ${value} ${rule}`}
      download={{ what: 'these errors', files: tableFiles('import-errors', { import: id }) }}
    />
  );
}
