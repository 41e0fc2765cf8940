import type { Metadata } from 'next';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { DataTable, type TableColumn } from '@/components/ui/data-table';
import { Disclosure } from '@/components/ui/disclosure';
import { DATASETS, EXCHANGE_DATASETS, type ExchangeDataset } from '@/lib/import/dataset-list';
import { type ExchangeColumn, exchangeColumns } from '@/lib/import/exchange-template';

export const metadata: Metadata = { title: 'Files that can be read' };

type Published = Exclude<(typeof DATASETS)[number], ExchangeDataset>;

const PUBLISHED = DATASETS.filter((dataset): dataset is Published => !dataset.isExchange);

const PUBLISHED_COLUMNS: readonly TableColumn<Published>[] = [
  { key: 'title', header: 'File', cell: ({ title }) => title },
  { key: 'publisher', header: 'Publisher', cell: ({ publisher }) => publisher },
  { key: 'about', header: 'What it is for', cell: ({ about }) => about },
];

const COLUMN_COLUMNS: readonly TableColumn<ExchangeColumn>[] = [
  { key: 'header', header: 'Column', cell: ({ header }) => <code>{header}</code> },
  { key: 'needed', header: 'Needed', cell: ({ isRequired }) => (isRequired ? 'yes' : 'may be left out') },
  { key: 'about', header: 'What it holds', cell: ({ about }) => about },
  { key: 'example', header: 'Example', cell: ({ example }) => <code>{example}</code> },
];

function ExchangeFile({ dataset }: { dataset: ExchangeDataset }) {
  const { id, title, about, isRestricted } = dataset;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h3 id={id} className="text-lg">
        {`${title} (${id}.csv)`}
      </h3>
      <p className="max-w-prose">
        {about}
        {isRestricted ? ' About single people: only results with small numbers hidden are ever shown.' : ''}
      </p>
      <p className="flex flex-wrap gap-x-4">
        <a className="link" href={`/data/import/templates/${id}.csv`}>
          {`Empty ${id}.csv`}
        </a>
        <a className="link" href={`/data/import/templates/${id}-example.csv`}>
          {`${id}.csv with an example row`}
        </a>
      </p>
      <Disclosure summary={`Columns of ${id}.csv`}>
        <DataTable
          caption={`Columns of ${id}.csv`}
          captionHidden
          columns={COLUMN_COLUMNS}
          rows={exchangeColumns(id)}
          rowKey={({ header }) => header}
          download="help"
        />
      </Disclosure>
    </section>
  );
}

export default function FilesPage() {
  return (
    <PageMain>
      <PageHeader
        title="Files that can be read"
        crumbs={[{ href: '/help', label: 'Help and glossary' }]}
        lead="A file is recognised by its headers. Where they are others, an analyst says once which column is which, and that is kept."
      />
      <section aria-labelledby="exchange" className="flex flex-col gap-6">
        <h2 id="exchange" className="text-xl">
          Your own files
        </h2>
        <p className="max-w-prose">
          CSV in UTF-8 with a header row and dates as 2026-03-31. Other columns are refused. Areas have their official
          codes; training regions, foundation areas and schools have the codes of the lists under Data. A column takes
          areas of the kinds that its line names, and a code of another kind is refused with its row.
        </p>
        {EXCHANGE_DATASETS.map((dataset) => (
          <ExchangeFile key={dataset.id} dataset={dataset} />
        ))}
      </section>
      <DataTable
        caption="Files as their publishers make them"
        columns={PUBLISHED_COLUMNS}
        rows={PUBLISHED}
        rowKey={({ id }) => id}
        download="help"
      />
      <p className="max-w-prose">
        Some published files don’t say of which time or area they are. The form has a field for each; on the command
        line, <code>--period 2025</code> and <code>--area CODE</code> say it:{' '}
        <code>npm run stead -- import file.csv --period 2025</code>.
      </p>
      <p className="max-w-prose">
        A table with columns of its own, or with renamed ones, can be mapped to one of the files above. What its columns
        stand for is kept for its source, and used for the source’s next file with the same headers. Zip archives are
        not opened: take the file out first.
      </p>
    </PageMain>
  );
}
