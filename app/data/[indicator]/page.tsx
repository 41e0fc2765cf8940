import type { Metadata } from 'next';
import { forPage } from '@/app/_adapters/page';
import { ProvenanceTag } from '@/components/figures/provenance-tag';
import { countsText } from '@/components/figures/read-comparison';
import { PageHeader } from '@/components/shell/page-header';
import { PageMain } from '@/components/shell/page-main';
import { DataTable } from '@/components/ui/data-table';
import { Pill } from '@/components/ui/pill';
import type { Figure } from '@/lib/contracts/figure';
import { getIndicator } from '@/lib/data/figures';
import { formatInterval, formatMeasure, unitSuffix } from '@/lib/format/number';
import { breakdownLabel, GROUP_WORDS } from '@/lib/format/words';

export const metadata: Metadata = { title: 'Definition' };

const SHOWN_ROWS = 400;

const POLARITY_WORDS = {
  high_good: 'High is good',
  low_good: 'Low is good',
  no_judgement: 'No judgement: neither high nor low is good in itself',
};

type PageProps = { params: Promise<{ indicator: string }> };

export default async function IndicatorPage({ params }: PageProps) {
  const id = decodeURIComponent((await params).indicator);
  const { indicator, figures } = await forPage(() => getIndicator(id));
  const sources = [...new Map(figures.map(({ source }) => [source.id, source])).values()];
  const papers: readonly (readonly [string, string])[] = [
    ['Definition', indicator.definition],
    ['Numerator', indicator.numerator],
    ['Denominator', indicator.denominator],
    ['Method', indicator.method],
    ['Unit', unitSuffix(indicator.unit) || indicator.unit.replaceAll('_', ' ')],
    ['Direction', POLARITY_WORDS[indicator.polarity]],
    ['Mind', indicator.caveat],
    ['To load more', indicator.loadHint],
  ];
  const csvHref = `/api/v1/figures?${new URLSearchParams({ indicator: id, format: 'csv' })}`;
  return (
    <PageMain>
      <PageHeader
        title={indicator.name}
        crumbs={[{ href: '/data', label: 'Data and definitions' }]}
        tags={<Pill tone="outline">{GROUP_WORDS[indicator.group]}</Pill>}
      />
      <dl className="grid max-w-[80ch] gap-x-6 gap-y-3 sm:grid-cols-[10rem_1fr]">
        {papers
          .filter(([, text]) => text !== '')
          .map(([term, text]) => (
            <div key={term} className="contents">
              <dt className="font-semibold">{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      <section aria-labelledby="sources" className="flex flex-col gap-2">
        <h2 id="sources" className="text-xl">
          Sources
        </h2>
        {sources.length === 0 ? <p>No figure is loaded.</p> : null}
        <ul className="list-disc pl-5">
          {sources.map(({ id: sourceId, name, publisher, url, licence }) => (
            <li key={sourceId}>
              {url ? (
                <a className="link" href={url}>
                  {name}
                </a>
              ) : (
                name
              )}
              {`, ${publisher}. Licence: ${licence}`}
            </li>
          ))}
        </ul>
      </section>
      {figures.length > 0 ? (
        <section aria-label="Figures" className="flex flex-col gap-3">
          <p className="text-sm">
            <a className="link" href={csvHref}>{`Download all ${figures.length} figures (CSV)`}</a>
          </p>
          <DataTable
            caption={
              figures.length > SHOWN_ROWS
                ? `Figures: the first ${SHOWN_ROWS} of ${figures.length}; the download has all`
                : 'Figures'
            }
            columns={[
              { key: 'area', header: 'Area', cell: ({ areaName }: Figure) => areaName },
              {
                key: 'breakdown',
                header: 'Breakdown',
                cell: ({ breakdown }: Figure) => breakdownLabel(breakdown) || 'all',
              },
              {
                key: 'period',
                header: 'Period',
                cell: ({ period, stale }: Figure) => `${period.label}${stale ? ' (old)' : ''}`,
              },
              {
                key: 'value',
                header: 'Value',
                numeric: true,
                cell: ({ measure }: Figure) => formatMeasure(measure, indicator.unit, indicator.decimals),
              },
              {
                key: 'interval',
                header: '95% interval',
                numeric: true,
                cell: ({ measure }: Figure) =>
                  measure.kind === 'value' && measure.interval
                    ? formatInterval(measure.interval, indicator.decimals)
                    : '–',
              },
              {
                key: 'counts',
                header: 'Counts',
                numeric: true,
                cell: (figure: Figure) => countsText(figure, indicator) ?? '–',
              },
              {
                key: 'kind',
                header: 'Kind',
                cell: ({ provenance }: Figure) => <ProvenanceTag provenance={provenance} />,
              },
              { key: 'release', header: 'Release', cell: ({ releaseId }: Figure) => releaseId },
            ]}
            rows={figures.slice(0, SHOWN_ROWS)}
            rowKey={(f) => `${f.areaCode} ${f.breakdown} ${f.period.end} ${f.releaseId}`}
          />
        </section>
      ) : null}
    </PageMain>
  );
}
