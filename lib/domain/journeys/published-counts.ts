import type { ReachCell } from '@/lib/domain/reach/published-count';
import type { Counts } from './counts';

interface PublishedView {
  readonly rows: readonly { readonly code: string; readonly cells: readonly ReachCell[] }[];
  readonly columns: readonly { readonly code: string }[];
}

/** A published table as counts: one that rounds to 0 is 0, one that is withheld or not loaded is a gap. */
export const publishedCounts = ({ rows, columns }: PublishedView): Counts => ({
  rows: rows.map(({ code }) => code),
  columns: columns.map(({ code }) => code),
  counts: rows.flatMap(({ cells }) =>
    columns.map((_, at) => {
      const cell = cells[at];
      if (cell?.kind === 'value') return cell.count;
      return cell?.kind === 'low' || cell?.kind === 'not_applicable' ? 0 : null;
    }),
  ),
});

/** The same with gaps left out, for sums that say how many cells they lack. */
export const withoutGaps = (counts: Counts): { readonly counts: Counts; readonly gaps: number } => {
  const all = Array.from(counts.counts);
  return {
    counts: { ...counts, counts: all.map((count) => count ?? 0) },
    gaps: all.filter((count) => count === null).length,
  };
};
