import type { ReactNode } from 'react';
import { ProvenanceTag } from '@/components/figures/provenance-tag';
import { classNames } from '@/components/ui/class-names';
import { Disclosure } from '@/components/ui/disclosure';
import type { FileLinks } from '@/components/ui/download-links';
import type { ChartTableData } from './chart-cell';
import { ChartDownloads } from './chart-downloads';
import { DEMONSTRATION, fileNameOf, type PapersInput, papersOf } from './chart-papers';
import { ChartTable } from './chart-table';

type ChartFrameProps = PapersInput & {
  /** Unique on the page. */
  id: string;
  /** Active: states the finding. */
  title: string;
  /** The same sentence that the drawing has as its name, or a longer one; shown to everyone. */
  alternative: string;
  footnotes?: readonly string[];
  /** Lines that a licence asks for, written into downloaded drawings; the drawing shows them itself. */
  credits?: readonly string[];
  table: ChartTableData;
  /** Files made by the server; without them the browser makes them from the table. */
  files?: FileLinks;
  headingLevel?: 2 | 3 | 4;
  /** Where the frame stands in a card of its own. */
  plain?: boolean;
  /** The drawing is a table: there is no drawing to download. */
  tabular?: boolean;
  children: ReactNode;
};

/** A chart with its papers: nothing is drawn outside of one. */
export function ChartFrame(props: ChartFrameProps) {
  const {
    id,
    title,
    alternative,
    unit,
    period,
    source,
    releaseId,
    provenance,
    footnotes = [],
    credits = [],
    table,
  } = props;
  const Heading = `h${props.headingLevel ?? 3}` as const;
  const sourceText = `Source: ${source.name}, ${source.publisher}. Release ${releaseId}.`;
  return (
    <figure
      id={id}
      aria-labelledby={`${id}-title`}
      className={classNames(
        'flex min-w-0 flex-col',
        !props.plain && 'rounded-lg border border-line bg-surface p-4 sm:p-6',
        provenance === 'demonstration' && 'hatch-demo',
      )}
    >
      <div
        className={classNames('flex min-w-0 grow flex-col gap-3', provenance === 'demonstration' && 'bg-surface p-3')}
      >
        <div className="flex flex-col gap-1">
          <div className="flex flex-wrap items-start justify-between gap-2">
            <Heading id={`${id}-title`} className="text-lg">
              {title}
            </Heading>
            <ProvenanceTag provenance={provenance} />
          </div>
          <p className="text-sm text-muted">{`${unit} · ${period}`}</p>
        </div>
        <div data-drawing className="min-w-0">
          {props.children}
        </div>
        <figcaption className="flex flex-col gap-2 text-sm">
          <p className="max-w-prose">{alternative}</p>
          {footnotes.length > 0 ? (
            <ul className="max-w-prose list-disc pl-5 text-muted">
              {footnotes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          ) : null}
          <p className="text-muted">
            Source:{' '}
            {source.url ? (
              <a href={source.url} className="link">
                {source.name}
              </a>
            ) : (
              source.name
            )}
            {`, ${source.publisher}. Release ${releaseId}.`}
          </p>
        </figcaption>
        <Disclosure summary="View as a table">
          <ChartTable label={`${title}: table`} table={table} />
        </Disclosure>
        <ChartDownloads
          figureId={id}
          fileName={fileNameOf(props)}
          lines={[
            title,
            props.of.map(({ name }) => name).join(', '),
            `${unit}, ${period}`,
            sourceText,
            ...credits,
            ...(provenance === 'demonstration' ? [DEMONSTRATION] : []),
          ]}
          title={title}
          papers={papersOf(props)}
          files={props.files}
          tabular={props.tabular}
        />
      </div>
    </figure>
  );
}

type TableFigureProps = PapersInput & { id: string; label: string; table: ChartTableData };

/** A table that stands without a drawing, with its files. */
export function TableFigure(props: TableFigureProps) {
  const { id, label, table } = props;
  return (
    <figure id={id} aria-label={label} className="flex min-w-0 flex-col gap-3">
      <ChartTable label={label} table={table} />
      <ChartDownloads
        figureId={id}
        fileName={fileNameOf(props)}
        lines={[]}
        title={label}
        papers={papersOf(props)}
        tabular
      />
    </figure>
  );
}
