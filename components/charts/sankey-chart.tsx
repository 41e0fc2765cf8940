import { wholePercent } from '@/lib/format/flow-words';
import { formatCount } from '@/lib/format/number';
import { percent } from './axis';
import { ChartSvg } from './chart-svg';
import type { Sankey, SankeyLink, SankeyNode } from './sankey';

type SankeyChartProps = { sankey: Sankey; alternative: string };

const TOP = 26;
const NODE = 8;
/** % of the width for the labels of the last column: beside those of the column before they would lie on them. */
const LAST_LABELS = 18;

const KINDS = {
  stayed: 'fill-series-1 opacity-50 hover:opacity-80',
  moved: 'fill-similar opacity-35 hover:opacity-80',
  elsewhere: 'fill-control opacity-15 hover:opacity-60',
} as const;

/** Columns of regions from north to south; ribbons as high as the people in them, with no least height. */
export function SankeyChart({ sankey: { columns, links, height }, alternative }: SankeyChartProps) {
  const step = (100 - LAST_LABELS) / Math.max(columns.length - 1, 1);
  return (
    <ChartSvg alternative={alternative} height={TOP + height + 6}>
      {links.map((ribbons, at) => (
        <svg
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have an order and nothing else
          key={at}
          aria-hidden="true"
          x={percent(step * at)}
          y={TOP}
          width={percent(step)}
          height={height}
          viewBox={`0 0 100 ${height}`}
          preserveAspectRatio="none"
        >
          {ribbons.map((link) => (
            <path key={`${link.from} ${link.to}`} d={ribbon(link)} className={KINDS[link.kind]} />
          ))}
        </svg>
      ))}
      {columns.map(({ title, nodes }, at) => (
        <Column key={title} title={title} nodes={nodes} x={step * at} isLast={at === columns.length - 1} />
      ))}
    </ChartSvg>
  );
}

const ribbon = ({ fromY, toY, height }: SankeyLink): string =>
  `M0 ${fromY}C50 ${fromY} 50 ${toY} 100 ${toY}v${height}C50 ${toY + height} 50 ${fromY + height} 0 ${fromY + height}Z`;

type ColumnProps = { title: string; nodes: readonly SankeyNode[]; x: number; isLast: boolean };

function Column({ title, nodes, x, isLast }: ColumnProps) {
  return (
    <svg aria-hidden="true" x={percent(x)} overflow="visible">
      <text x={isLast ? -NODE : 0} y="13" className="fill-ink text-[13px] font-semibold">
        {title}
      </text>
      {nodes.map((node) => (
        <g key={node.code}>
          <rect
            x={isLast ? -NODE : 0}
            y={TOP + node.y}
            width={NODE}
            height={node.height}
            className={node.isElsewhere ? 'fill-surface stroke-control' : 'fill-higher'}
            strokeDasharray={node.isElsewhere ? '3 2' : undefined}
          />
          <text
            x={isLast ? 4 : NODE + 4}
            y={TOP + node.y + node.height / 2 + 4}
            className="fill-ink stroke-surface text-xs [paint-order:stroke] [stroke-width:4px]"
          >
            {`${node.name} ${formatCount(node.people)}${node.share === null ? '' : ` (${wholePercent(node.share)})`}`}
          </text>
        </g>
      ))}
    </svg>
  );
}
