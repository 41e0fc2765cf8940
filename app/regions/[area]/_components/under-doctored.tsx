import { DataTable } from '@/components/ui/data-table';
import { tableFiles } from '@/lib/contracts/page-tables';
import type { UnderDoctoredRow } from '@/lib/domain/indicators/under-doctored';

type UnderDoctoredProps = { code: string; rows: readonly UnderDoctoredRow[] };

/** Each published definition side by side; no threshold of our own, no verdict. */
export function UnderDoctored({ code, rows }: UnderDoctoredProps) {
  return (
    <section aria-labelledby="under-doctored" className="flex flex-col gap-3">
      <h2 id="under-doctored" className="text-xl">
        Under-doctored, by definition
      </h2>
      <p className="max-w-prose">
        There is no one definition. Here is each published one: what it gives for this area, or why it can’t be computed
        from what is loaded. Stead adds no threshold.
      </p>
      <DataTable
        caption="Published definitions of under-doctored"
        captionHidden
        columns={[
          {
            key: 'name',
            header: 'Definition',
            cell: ({ definition }: UnderDoctoredRow) => (
              <>
                {definition.name}
                <span className="block text-xs font-normal text-muted">{definition.formula}</span>
              </>
            ),
          },
          {
            key: 'value',
            header: 'This area',
            cell: ({ outcome }: UnderDoctoredRow) =>
              outcome.kind === 'computed' ? (
                <span className={outcome.stale ? 'text-muted' : 'font-semibold'}>
                  {outcome.text}
                  {outcome.stale ? ' (over three years old)' : ''}
                </span>
              ) : (
                <span className="text-muted">{`Not computed. ${outcome.reason}`}</span>
              ),
          },
          {
            key: 'basis',
            header: 'Date and basis',
            cell: ({ outcome }: UnderDoctoredRow) =>
              outcome.kind === 'computed' ? `${outcome.date}. ${outcome.basis}` : '–',
          },
          {
            key: 'threshold',
            header: 'Threshold as published',
            cell: ({ definition }: UnderDoctoredRow) => definition.threshold,
          },
        ]}
        rows={rows}
        rowKey={({ definition }) => definition.name}
        download={{ what: 'these definitions', files: tableFiles('under-doctored', { area: code }) }}
      />
    </section>
  );
}
