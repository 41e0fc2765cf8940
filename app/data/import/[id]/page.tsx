import type { Metadata } from 'next';
import { forPage } from '@/app/_adapters/page';
import { IMPORT_STATUS_WORDS } from '@/app/data/import/_components/status-words';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { DownloadLinks } from '@/components/ui/download-links';
import { Pill } from '@/components/ui/pill';
import type { ImportNote } from '@/lib/contracts/import';
import { tableFiles } from '@/lib/contracts/page-tables';
import { listMappings } from '@/lib/data/import-mappings';
import { getImport } from '@/lib/data/imports';
import { isQualityRule } from '@/lib/domain/quality/row-flags';
import { findDataset } from '@/lib/import/dataset-list';
import { offerMapping } from '@/lib/import/saved-mapping';
import { FaultTable } from './_components/fault-table';
import { ImportFacts } from './_components/import-facts';
import { MappingForm } from './_components/mapping-form';
import { NextStep } from './_components/next-step';
import { NoteList } from './_components/note-list';
import { Refresh } from './_components/refresh';

export const metadata: Metadata = { title: 'Import' };

const isQuality = ({ rule }: ImportNote): boolean => isQualityRule(rule);

type PageProps = { params: Promise<{ id: string }> };

export default async function ImportEntryPage({ params }: PageProps) {
  const { id } = await params;
  const entry = await forPage(() => getImport(id));
  const quality = entry.flags.filter(isQuality);
  const about = entry.dataset ? findDataset(entry.dataset) : null;
  const isMappable = entry.headers.length > 0 && ['needs_mapping', 'refused'].includes(entry.status);
  const mappings = isMappable ? await forPage(listMappings) : [];
  const offer = offerMapping(entry.headers, entry.given.source ?? null, mappings);
  const sources = [...new Set(mappings.map(({ source }) => source))];
  return (
    <PageMain>
      <PageHeader
        title={entry.fileName}
        crumbs={[
          { href: '/data', label: 'Data and definitions' },
          { href: '/data/import', label: 'Import' },
        ]}
        tags={<Pill tone="outline">{IMPORT_STATUS_WORDS[entry.status]}</Pill>}
        lead={about ? `${about.title}, ${about.publisher}. ${about.about}` : 'Not recognised yet.'}
      />
      {entry.status === 'reading' ? <Refresh /> : null}
      <ImportFacts entry={entry} />
      <NextStep entry={entry} />
      {isMappable ? <MappingForm entry={entry} offer={offer} sources={sources} /> : null}
      {entry.errors.length > 0 ? <FaultTable entry={entry} /> : null}
      <NoteList id="quality" title="Quality flags" notes={quality} />
      <NoteList id="notes" title="Worth knowing" notes={entry.flags.filter((note) => !isQuality(note))} />
      {entry.flags.length > 0 ? (
        <DownloadLinks what="all flags and notes" files={tableFiles('import-notes', { import: id })} />
      ) : null}
    </PageMain>
  );
}
