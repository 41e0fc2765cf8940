import { IMPORT_STATUS_WORDS, OPERATOR } from '@/app/data/import/_components/status-words';
import type { ListColumn } from '@/components/tables/list-column';
import type { ImportEntry, ImportFault, ImportNote } from '@/lib/contracts/import';
import { formatDateTime } from '@/lib/format/date';
import { formatCount } from '@/lib/format/number';
import { findDataset } from '@/lib/import/dataset-list';

const titleOf = ({ dataset }: ImportEntry): string | null =>
  (dataset === null ? undefined : findDataset(dataset)?.title) ?? null;

/** What it holds, and whose mapping said what its columns are. */
export function holdsText(entry: ImportEntry): string {
  const title = titleOf(entry) ?? '–';
  return entry.mapping ? `${title}; columns mapped as ${entry.mapping.source ?? 'said with it'}` : title;
}

/** The ledger of imports. */
export const IMPORT_COLUMNS: readonly ListColumn<ImportEntry>[] = [
  { name: 'import', header: null, value: ({ id }) => id },
  { name: 'file', header: 'File', text: ({ fileName }) => fileName },
  { name: 'dataset', header: null, value: ({ dataset }) => dataset },
  { name: 'holds', header: 'Holds', text: holdsText, value: titleOf },
  { name: 'status', header: 'Status', text: ({ status }) => IMPORT_STATUS_WORDS[status] },
  { name: 'rows', header: 'Rows', numeric: true, text: ({ rows }) => formatCount(rows), value: ({ rows }) => rows },
  {
    name: 'errors',
    header: 'Errors',
    numeric: true,
    text: ({ errorTotal }) => formatCount(errorTotal),
    value: ({ errorTotal }) => errorTotal,
  },
  { name: 'sent_by', header: 'Sent by', text: ({ createdBy }) => createdBy ?? OPERATOR },
  {
    name: 'sent_at',
    header: 'Sent',
    text: ({ createdAt }) => formatDateTime(createdAt),
    value: ({ createdAt }) => createdAt,
  },
  { name: 'sha256', header: 'SHA-256', text: ({ sha256 }) => sha256.slice(0, 12), value: ({ sha256 }) => sha256 },
  { name: 'columns_mapped_as', header: null, value: ({ mapping }) => mapping?.source ?? null },
  { name: 'vintage', header: null, value: ({ vintage }) => vintage },
  { name: 'release', header: null, value: ({ releaseId }) => releaseId },
  { name: 'disclosure_rule', header: null, value: ({ ruleSet }) => ruleSet },
];

/** What is wrong with a file, place by place. */
export const FAULT_COLUMNS: readonly ListColumn<ImportFault>[] = [
  {
    name: 'row',
    header: 'Row',
    text: ({ row }) => (row === null ? 'file' : formatCount(row)),
    value: ({ row }) => row,
  },
  { name: 'column', header: 'Column', text: ({ column }) => column || '–', value: ({ column }) => column },
  { name: 'value', header: 'Value', text: ({ value }) => value || '–', value: ({ value }) => value },
  { name: 'rule', header: 'Rule', text: ({ rule }) => rule },
  { name: 'message', header: 'What is wrong, and how to mend it', text: ({ message }) => message },
];

/** What checks found in a file, and what is worth knowing of it; on the page they are lists. */
export const NOTE_COLUMNS: readonly ListColumn<ImportNote>[] = [
  { name: 'rule', header: null, value: ({ rule }) => rule },
  { name: 'detail', header: null, value: ({ detail }) => detail },
  { name: 'message', header: null, value: ({ message }) => message },
  { name: 'count', header: null, value: ({ count }) => count },
  { name: 'rows', header: null, value: ({ at }) => at.map(({ row }) => row).join(' ') },
];
