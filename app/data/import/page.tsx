import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { forPage } from '@/app/_adapters/page';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { screenColumns } from '@/components/tables/list-column';
import { AppLink } from '@/components/ui/app-link';
import { DataTable, type TableColumn } from '@/components/ui/data-table';
import { LinkButton } from '@/components/ui/link-button';
import type { SelectOption } from '@/components/ui/select';
import { type ImportEntry, LISTED_IMPORTS } from '@/lib/contracts/import';
import { tableFiles } from '@/lib/contracts/page-tables';
import { listAreaCodes } from '@/lib/data/area-codes';
import { listAreas } from '@/lib/data/areas';
import { listMappings } from '@/lib/data/import-mappings';
import { listImports } from '@/lib/data/imports';
import { formatCount } from '@/lib/format/number';
import { AREA_TYPE_WORDS } from '@/lib/format/words';
import { AreaCodeList } from './_components/area-code-list';
import { BoundaryNote } from './_components/boundary-note';
import { holdsText, IMPORT_COLUMNS } from './_components/import-columns';
import { MappingList } from './_components/mapping-list';
import { UploadForm } from './_components/upload-form';

export const metadata: Metadata = { title: 'Import' };

/** What was said of a file that is sent again. */
const Query = z.strictObject({
  period: z.string().max(20).default(''),
  area: z.string().max(80).default(''),
  rounded: z.string().max(4).default(''),
  source: z.string().max(80).default(''),
});

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const COLUMNS: readonly TableColumn<ImportEntry>[] = screenColumns(IMPORT_COLUMNS, {
  file: ({ id, fileName }) => (
    <AppLink className="link" href={`/data/import/${id}`}>
      {fileName}
    </AppLink>
  ),
  holds: (entry) => <span className="block min-w-40">{holdsText(entry)}</span>,
  sha256: ({ sha256 }) => <code>{sha256.slice(0, 12)}</code>,
});

/** Areas that a table can be about, by kind. */
async function areaOptions(): Promise<SelectOption[]> {
  const areas = await forPage(() => listAreas(['england', 'training_region', 'nhs_region', 'icb']));
  const options = areas.map(({ code, name, type }) => ({ value: code, label: name, group: AREA_TYPE_WORDS[type] }));
  return [{ value: '', label: 'not one area, or the file says it' }, ...options];
}

export default async function ImportPage({ searchParams }: PageProps) {
  const query = Query.safeParse(await searchParams);
  if (!query.success) redirect('/data/import');
  const [entries, mappings, codes] = await Promise.all([
    forPage(listImports),
    forPage(listMappings),
    forPage(listAreaCodes),
  ]);
  const sources = [...new Set(mappings.map(({ source }) => source))];
  return (
    <PageMain>
      <PageHeader
        title="Import"
        crumbs={[{ href: '/data', label: 'Data and definitions' }]}
        lead="Send a file as its publisher made it, or one of Stead’s exchange files. It is checked row by row; nothing is shown before you publish it, and nothing is overwritten."
        actions={<LinkButton href="/help/files">Files that can be read</LinkButton>}
      />
      <UploadForm areas={await areaOptions()} sources={sources} {...query.data} />
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
        download={{ what: 'this list', files: tableFiles('imports', {}) }}
      />
      <MappingList mappings={mappings} />
      <AreaCodeList {...codes} />
    </PageMain>
  );
}
