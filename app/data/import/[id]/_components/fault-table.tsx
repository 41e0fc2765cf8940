import { DataTable, type TableColumn } from '@/components/ui/data-table';
import type { ImportEntry, ImportFault } from '@/lib/contracts/import';
import { formatCount } from '@/lib/format/number';

const COLUMNS: readonly TableColumn<ImportFault>[] = [
  { key: 'row', header: 'Row', cell: ({ row }) => (row === null ? 'file' : formatCount(row)) },
  { key: 'column', header: 'Column', cell: ({ column }) => column || '–' },
  { key: 'value', header: 'Value', cell: ({ value }) => value || '–' },
  { key: 'rule', header: 'Rule', cell: ({ rule }) => <code>{rule}</code> },
  { key: 'message', header: 'What is wrong, and how to mend it', cell: ({ message }) => message },
];

export function FaultTable({ entry: { errors, errorTotal } }: { entry: ImportEntry }) {
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
    />
  );
}
