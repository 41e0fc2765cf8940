import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { forPage } from '@/app/_adapters/page';
import { IMPORT_STATUS_WORDS, OPERATOR } from '@/app/data/import/_components/status-words';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { AppLink } from '@/components/ui/app-link';
import { DataTable, type TableColumn } from '@/components/ui/data-table';
import { LinkButton } from '@/components/ui/link-button';
import type { SelectOption } from '@/components/ui/select';
import { type ImportEntry, LISTED_IMPORTS } from '@/lib/contracts/import';
import { listAreas } from '@/lib/data/areas';
import { listImports } from '@/lib/data/imports';
import { formatDateTime } from '@/lib/format/date';
import { formatCount } from '@/lib/format/number';
import { AREA_TYPE_WORDS } from '@/lib/format/words';
import { findDataset } from '@/lib/import/dataset-list';
import { BoundaryNote } from './_components/boundary-note';
import { UploadForm } from './_components/upload-form';

export const metadata: Metadata = { title: 'Import' };

/** What was said of a file that is sent again. */
const Query = z.strictObject({
  period: z.string().max(20).default(''),
  area: z.string().max(80).default(''),
  rounded: z.string().max(4).default(''),
});

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const COLUMNS: readonly TableColumn<ImportEntry>[] = [
  {
    key: 'file',
    header: 'File',
    cell: ({ id, fileName }) => (
      <AppLink className="link" href={`/data/import/${id}`}>
        {fileName}
      </AppLink>
    ),
  },
  { key: 'dataset', header: 'Holds', cell: ({ dataset }) => (dataset ? findDataset(dataset)?.title : null) ?? '–' },
  { key: 'status', header: 'Status', cell: ({ status }) => IMPORT_STATUS_WORDS[status] },
  { key: 'rows', header: 'Rows', numeric: true, cell: ({ rows }) => formatCount(rows) },
  { key: 'errors', header: 'Errors', numeric: true, cell: ({ errorTotal }) => formatCount(errorTotal) },
  { key: 'who', header: 'Sent by', cell: ({ createdBy }) => createdBy ?? OPERATOR },
  { key: 'when', header: 'Sent', cell: ({ createdAt }) => formatDateTime(createdAt) },
  { key: 'hash', header: 'SHA-256', cell: ({ sha256 }) => <code>{sha256.slice(0, 12)}</code> },
];

/** Areas that a table can be about, by kind. */
async function areaOptions(): Promise<SelectOption[]> {
  const areas = await forPage(() => listAreas(['england', 'training_region', 'nhs_region', 'icb']));
  const options = areas.map(({ code, name, type }) => ({ value: code, label: name, group: AREA_TYPE_WORDS[type] }));
  return [{ value: '', label: 'not one area, or the file says it' }, ...options];
}

export default async function ImportPage({ searchParams }: PageProps) {
  const query = Query.safeParse(await searchParams);
  if (!query.success) redirect('/data/import');
  const entries = await forPage(listImports);
  return (
    <PageMain>
      <PageHeader
        title="Import"
        crumbs={[{ href: '/data', label: 'Data and definitions' }]}
        lead="Send a file as its publisher made it, or one of Stead’s exchange files. It is checked row by row; nothing is shown before you publish it, and nothing is overwritten."
        actions={<LinkButton href="/help/files">Files that can be read</LinkButton>}
      />
      <UploadForm areas={await areaOptions()} {...query.data} />
      <BoundaryNote />
      <DataTable
        caption={
          entries.length < LISTED_IMPORTS
            ? 'Files sent so far'
            : `Files sent so far: the newest ${formatCount(LISTED_IMPORTS)}; older ones are kept and not listed`
        }
        columns={COLUMNS}
        rows={entries}
        rowKey={({ id }) => id}
        empty="No file has been sent yet."
      />
    </PageMain>
  );
}
