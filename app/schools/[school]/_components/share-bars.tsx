import { absentCell } from '@/components/charts/chart-cell';
import { ChartFrame } from '@/components/charts/chart-frame';
import { toCompareBars } from '@/components/charts/compare-bars';
import { CompareBarsChart } from '@/components/charts/compare-bars-chart';
import type { ReachPapers, SchoolReach } from '@/lib/contracts/school-reach';
import type { Measure } from '@/lib/domain/measure/measure';
import { inPercent } from '@/lib/domain/reach/count-figures';
import { rangeText } from '@/lib/format/measure-words';
import { framePapers, sourceNote } from './block-papers';
import { numberCell } from './number-cell';

export type ShareRow = { code: string; name: string; share: Measure; people?: Measure };

type ShareBarsProps = {
  id: string;
  title: string;
  alternative: string;
  unit: string;
  /** What the rows are: `Foundation area`. */
  head: string;
  rows: readonly ShareRow[];
  papers: ReachPapers;
  school: SchoolReach['school'];
  footnotes?: readonly string[];
  /** Rows beyond these are in the table only. */
  most?: number;
};

/** Shares in the order given, each with its interval. */
export function ShareBars(props: ShareBarsProps) {
  const { id, title, alternative, unit, head, rows, papers, school, footnotes = [], most } = props;
  const drawn = most === undefined ? rows : rows.slice(0, most);
  const isCut = drawn.length < rows.length;
  const hasPeople = rows.some(({ people }) => people !== undefined);
  const bars = toCompareBars({
    order: 'given',
    entries: drawn.map(({ code, name, share }) => ({ code, name, measure: inPercent(share) })),
  });
  return (
    <ChartFrame
      id={id}
      title={title}
      alternative={alternative}
      unit={unit}
      {...framePapers(papers, school)}
      footnotes={[
        ...footnotes,
        ...(isCut ? [`The ${drawn.length} largest are drawn; the table has all ${rows.length}.`] : []),
        sourceNote(papers),
      ]}
      table={{
        columns: [
          { label: head },
          ...(hasPeople ? [{ label: 'People', numeric: true }] : []),
          { label: 'Share', numeric: true },
          { label: '95% interval', numeric: true },
        ],
        rows: rows.map(({ name, share, people }) => [
          name,
          ...(hasPeople ? [people ? numberCell(people, 0) : absentCell('not_applicable', '–')] : []),
          numberCell(inPercent(share), 1, '%'),
          rangeText(inPercent(share), 1),
        ]),
      }}
    >
      <CompareBarsChart rows={bars} format={{ unit: 'percent', decimals: 1 }} alternative={alternative} />
    </ChartFrame>
  );
}
