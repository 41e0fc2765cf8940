import type { BriefingDocument, ComparisonTone, PositionRow } from '@/lib/contracts/briefing';
import { BriefingSection, BriefingSubheading } from './briefing-section';
import { BriefingFiles, BriefingTable, type BriefingTableRow, Detail } from './briefing-table';

/** Shape beside the word; the same as in print. */
const MARKS: Readonly<Record<ComparisonTone, string>> = {
  better: '▲',
  worse: '▼',
  similar: '●',
  higher: '△',
  lower: '▽',
  not_compared: '',
};

const papers = (row: PositionRow): string =>
  [
    row.period,
    row.source,
    row.provenance === 'published' ? '' : row.provenance,
    row.stale ? 'over three years old' : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');

const toTableRow = (row: PositionRow): BriefingTableRow => ({
  key: `${row.indicatorId} ${row.breakdown}`,
  muted: row.stale,
  cells: [
    <>
      {row.breakdown === '' ? row.indicator : `${row.indicator}, ${row.breakdown}`}
      <Detail>{papers(row)}</Detail>
    </>,
    <>
      <span className="font-semibold">{row.value}</span>
      {row.interval === '' ? '' : ` (${row.interval})`}
      <Detail>{row.counts}</Detail>
    </>,
    row.comparator === '' ? '' : `${row.comparator}: ${row.comparatorValue}`,
    <>
      <span aria-hidden="true">{MARKS[row.tone]}</span> {row.comparison}
    </>,
  ],
});

export function BriefingPosition({ id, document }: { readonly id: string; readonly document: BriefingDocument }) {
  const { caption, note, rows, notLoaded } = document.position;
  return (
    <BriefingSection id="position" heading={caption}>
      {rows.length === 0 ? null : (
        <>
          <BriefingTable
            caption={caption}
            headers={['Indicator', document.area.name, 'Compared with', 'Reading']}
            rows={rows.map(toTableRow)}
          />
          <p className="text-sm text-muted">{note}</p>
          <BriefingFiles id={id} part="position" what="this table" />
        </>
      )}
      {notLoaded.length === 0 ? null : (
        <>
          <BriefingSubheading>Not loaded</BriefingSubheading>
          <ul className="list-disc space-y-1 pl-5 text-sm">
            {notLoaded.map((row) => (
              <li key={row.indicator}>
                <span className="font-medium">{row.indicator}:</span> {row.hint}
              </li>
            ))}
          </ul>
        </>
      )}
    </BriefingSection>
  );
}
