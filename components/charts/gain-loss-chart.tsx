import { labelledTicks, percent } from './axis';
import { anchorAt } from './band-strip-chart';
import { ChartSvg } from './chart-svg';
import { Whisker } from './compare-bars-chart';
import type { GainLoss, GainLossRow } from './gain-loss';
import { formatChange, tickFormat, type ValueFormat } from './value-format';

type GainLossChartProps = { rows: GainLoss; format: ValueFormat; alternative: string };

const ROW = 40;
const HATCH = 'loss-hatch';

/** Gains to the right, solid; losses to the left, hatched: told apart in greyscale too. */
export function GainLossChart({ rows: { rows, axis }, format, alternative }: GainLossChartProps) {
  const height = rows.length * ROW;
  return (
    <ChartSvg alternative={alternative} height={height + 24}>
      <defs>
        <pattern id={HATCH} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className="fill-worse" />
          <rect width="2" height="6" className="fill-surface" />
        </pattern>
      </defs>
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
      {rows.map((row, at) => (
        <GainLossBar key={row.label} row={row} zero={axis.at(0)} at={axis.at} format={format} y={at * ROW} />
      ))}
    </ChartSvg>
  );
}

type GainLossBarProps = {
  row: GainLossRow;
  zero: number;
  at: (value: number) => number;
  format: ValueFormat;
  y: number;
};

function GainLossBar({ row: { label, change, word, note }, zero, at, format, y }: GainLossBarProps) {
  const end = at(change.median);
  const loss = change.median < 0;
  return (
    <g>
      <svg aria-hidden="true" x="0" y={y} width="76%" height="20">
        <title>{label}</title>
        <text y="14" className="fill-ink text-[13px]">
          {label}
          {note ? <tspan className="hidden fill-muted sm:inline">{` – ${note}`}</tspan> : null}
        </text>
      </svg>
      <text x="100%" y={y + 14} textAnchor="end" className="fill-ink text-[13px] font-semibold">
        {formatChange(change.median, format)}
        <tspan className="hidden sm:inline">{`, ${word}`}</tspan>
      </text>
      <rect
        x={percent(Math.min(zero, end))}
        y={y + 20}
        width={percent(Math.abs(end - zero))}
        height="14"
        className={loss ? 'stroke-worse' : 'fill-better stroke-better'}
        style={loss ? { fill: `url(#${HATCH})` } : undefined}
      />
      <Whisker from={at(change.lower80)} to={at(change.upper80)} y={y + 27} />
      <line x1={percent(zero)} x2={percent(zero)} y1={y + 16} y2={y + 38} className="stroke-ink" strokeWidth={2} />
    </g>
  );
}
