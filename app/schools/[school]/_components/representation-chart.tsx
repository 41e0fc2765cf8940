import { absentCell } from '@/components/charts/chart-cell';
import { ChartFrame } from '@/components/charts/chart-frame';
import { toCompareBars } from '@/components/charts/compare-bars';
import { CompareBarsChart } from '@/components/charts/compare-bars-chart';
import type { Representations, SchoolReach } from '@/lib/contracts/school-reach';
import { inPercent } from '@/lib/domain/reach/count-figures';
import { measureText, rangeText } from '@/lib/format/measure-words';
import { formatNumber, formatShare } from '@/lib/format/number';
import { REPRESENTATION_WORDS } from '@/lib/format/reach-words';
import { AbsentBlock } from './absent-block';
import { baseNote, framePapers, sourceNote } from './block-papers';
import { numberCell } from './number-cell';

type Given = Extract<Representations, { kind: 'given' }>;
type Group = Given['groups'][number];

const readingText = ({ reading }: Group): string =>
  reading === null ? 'nothing to compare with' : REPRESENTATION_WORDS[reading];

function titleOf({ groups, base }: Given, subject: string, leadGroup: string): string {
  const lead = groups.find(({ group }) => group === leadGroup);
  if (lead?.share.kind !== 'value') return `Entrants by ${subject}`;
  const share = `${lead.label}: ${formatShare(lead.share.value)} of entrants`;
  if (lead.reading === null || lead.baseShare === null) return share;
  return `${share}, ${formatShare(lead.baseShare)} of ${base}: ${REPRESENTATION_WORDS[lead.reading]}`;
}

const groupText = ({ label, share, baseShare, ratio }: Group): string => {
  const own = `${label} ${measureText(inPercent(share), 1, '%')}`;
  return baseShare === null || ratio.kind !== 'value'
    ? own
    : `${own} against ${formatShare(baseShare)} (${formatNumber(ratio.value, 2)} to 1)`;
};

type RepresentationChartProps = {
  id: string;
  subject: string;
  /** The group that the title is about. */
  lead: string;
  block: Representations;
  school: SchoolReach['school'];
};

/** Shares of entrants against a named population: ratios where it is loaded, else shares. */
export function RepresentationChart({ id, subject, lead, block, school }: RepresentationChartProps) {
  if (block.kind === 'absent') return <AbsentBlock title={`Entrants by ${subject}`} block={block} />;
  const { groups, base, baseSource, unknown, papers } = block;
  const hasBase = groups.some(({ ratio }) => ratio.kind === 'value');
  const rows = toCompareBars({
    order: 'given',
    entries: groups.map((one) => ({
      code: one.group,
      name: one.label,
      measure: hasBase ? one.ratio : inPercent(one.share),
    })),
    benchmark: hasBase ? { label: 'In proportion', value: 1 } : null,
  });
  const alternative = `Of entrants: ${groups.map(groupText).join('; ')}. Compared with ${base}${hasBase ? '' : ', which aren’t loaded'}.`;
  return (
    <ChartFrame
      id={id}
      title={titleOf(block, subject, lead)}
      alternative={alternative}
      unit={hasBase ? `share of entrants ÷ share of ${base}` : '% of entrants'}
      {...framePapers(papers, school)}
      footnotes={[
        `Shares are of entrants whose group is known; not known: ${measureText(inPercent(unknown), 1, '% of all')}.`,
        ...baseNote(base, baseSource),
        'A share in or out of proportion doesn’t say how people applied or were chosen.',
        sourceNote(papers),
      ]}
      table={{
        columns: [
          { label: 'Group' },
          { label: 'Entrants', numeric: true },
          { label: '% of entrants', numeric: true },
          { label: '95% interval', numeric: true },
          { label: `% of ${base}`, numeric: true },
          { label: 'Ratio', numeric: true },
          { label: '95% interval of it', numeric: true },
          { label: 'Reading' },
        ],
        rows: groups.map((one) => [
          one.label,
          numberCell(one.people, 0),
          numberCell(inPercent(one.share), 1, '%'),
          rangeText(inPercent(one.share), 1),
          one.baseShare === null
            ? absentCell('not_loaded', 'Not loaded')
            : { value: 100 * one.baseShare, text: formatShare(one.baseShare) },
          numberCell(one.ratio, 2),
          rangeText(one.ratio, 2),
          readingText(one),
        ]),
      }}
    >
      <CompareBarsChart
        rows={rows}
        format={hasBase ? { unit: 'score', decimals: 2 } : { unit: 'percent', decimals: 1 }}
        alternative={alternative}
      />
    </ChartFrame>
  );
}
