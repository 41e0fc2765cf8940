import type { Metadata } from 'next';
import { forPage } from '@/app/_adapters/page';
import { IMPORT_STATUS_WORDS } from '@/app/data/import/_components/status-words';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { Pill } from '@/components/ui/pill';
import type { ImportNote } from '@/lib/contracts/import';
import { getImport } from '@/lib/data/imports';
import { findDataset } from '@/lib/import/dataset-list';
import { FaultTable } from './_components/fault-table';
import { ImportFacts } from './_components/import-facts';
import { MappingForm } from './_components/mapping-form';
import { NextStep } from './_components/next-step';
import { NoteList } from './_components/note-list';
import { Refresh } from './_components/refresh';

export const metadata: Metadata = { title: 'Import' };

const isQuality = ({ rule }: ImportNote): boolean => rule.startsWith('quality_');

type PageProps = { params: Promise<{ id: string }> };

export default async function ImportEntryPage({ params }: PageProps) {
  const { id } = await params;
  const entry = await forPage(() => getImport(id));
  const quality = entry.flags.filter(isQuality);
  const about = entry.dataset ? findDataset(entry.dataset) : null;
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
      {entry.status === 'needs_mapping' ? <MappingForm entry={entry} /> : null}
      {entry.errors.length > 0 ? <FaultTable entry={entry} /> : null}
      <NoteList id="quality" title="Quality flags" notes={quality} />
      <NoteList id="notes" title="Worth knowing" notes={entry.flags.filter((note) => !isQuality(note))} />
    </PageMain>
  );
}
