import { labelledTicks, percent } from './axis';
import { anchorAt } from './band-strip-chart';
import { ChartSvg } from './chart-svg';
import { Whisker } from './compare-bars-chart';
import { formatChange, tickFormat, type ValueFormat } from './value-format';
import type { WaterfallBar, WaterfallRows } from './waterfall';

type WaterfallChartProps = { rows: WaterfallRows; format: ValueFormat; alternative: string };

/** Two lines of a long name, then the bar. */
const ROW = 58;
const NAME = 38;
/** Characters that fit beside the number on the narrowest screen. */
const LINE = 26;

/** A name over two lines, broken between words. */
const linesOf = (label: string): readonly string[] => {
  if (label.length <= LINE) return [label];
  const at = label.lastIndexOf(' ', LINE);
  return at > 0 ? [label.slice(0, at), label.slice(at + 1)] : [label];
};
const FILL = {
  step: 'fill-series-1',
  interaction: 'fill-surface stroke-ink [stroke-dasharray:4_2]',
  whole: 'fill-series-2 stroke-ink',
} as const;

/** What each part adds, one after the other, and what comes of it. Whiskers: 80 % of draws of that part alone. */
export function WaterfallChart({ rows: { bars, axis }, format, alternative }: WaterfallChartProps) {
  const height = bars.length * ROW;
  return (
    <ChartSvg alternative={alternative} height={height + 24}>
      <line
        x1={percent(axis.at(0))}
        x2={percent(axis.at(0))}
        y1="0"
        y2={height}
        className="stroke-ink"
        strokeWidth={2}
      />
      {bars.map((bar, row) => (
        <Bar key={bar.label} bar={bar} at={axis.at} y={row * ROW} format={format} isLast={row === bars.length - 1} />
      ))}
      {labelledTicks(axis).map((tick) => (
        <text
          key={tick}
          x={percent(axis.at(tick))}
          y={height + 16}
          textAnchor={anchorAt(axis.at(tick))}
          className="fill-muted text-xs"
        >
          {formatChange(tick, tickFormat(axis, format))}
        </text>
      ))}
    </ChartSvg>
  );
}

type BarProps = { bar: WaterfallBar; at: (value: number) => number; y: number; format: ValueFormat; isLast: boolean };

function Bar({ bar: { label, kind, from, to, change }, at, y, format, isLast }: BarProps) {
  return (
    <g>
      <text y={y + 14} className="fill-ink stroke-surface text-[13px] [paint-order:stroke]" strokeWidth={4}>
        {linesOf(label).map((line, at) => (
          <tspan key={line} x="0" dy={at === 0 ? 0 : 17}>
            {line}
          </tspan>
        ))}
      </text>
      <text x="100%" y={y + 14} textAnchor="end" className="fill-ink text-[13px] font-semibold">
        {formatChange(change.mean, format)}
      </text>
      <rect
        x={percent(Math.min(at(from), at(to)))}
        y={y + NAME}
        width={percent(Math.abs(at(to) - at(from)))}
        height="14"
        className={FILL[kind]}
      />
      <Whisker from={at(from + change.lower80)} to={at(from + change.upper80)} y={y + NAME + 7} />
      {isLast || kind === 'whole' ? null : (
        <line
          x1={percent(at(to))}
          x2={percent(at(to))}
          y1={y + NAME + 14}
          y2={y + ROW + NAME}
          className="stroke-control"
        />
      )}
    </g>
  );
}
