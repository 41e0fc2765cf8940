import { AbsentAreas } from './absent-areas';
import { labelledTicks, percent } from './axis';
import { anchorAt } from './band-strip-chart';
import { ChartSvg } from './chart-svg';
import { ComparisonMark } from './comparison-mark';
import type { Dot, DotIntervals } from './dot-intervals';
import { formatRange, formatValue, tickFormat, type ValueFormat } from './value-format';

type DotIntervalChartProps = {
  rows: DotIntervals;
  format: ValueFormat;
  alternative: string;
  /** What the line says, such as `in proportion`. */
  referenceLabel: string;
};

const ROW = 42;
const TOP = 24;
const TRACK = 28;
const FOOT = 20;

const GLYPHS = { higher: '▲ ', lower: '▼ ', similar: '', not_compared: '' } as const;

/** One dot with its interval to a row; triangles where the whole interval lies beyond the line. On narrow screens the numbers are in the table. */
export function DotIntervalChart({ rows, format, alternative, referenceLabel }: DotIntervalChartProps) {
  const { dots, axis, reference } = rows;
  const bottom = TOP + dots.length * ROW;
  const line = percent(axis.at(reference));
  return (
    <>
      <ChartSvg alternative={alternative} height={bottom + FOOT}>
        <text x={line} y="12" textAnchor={anchorAt(axis.at(reference))} className="fill-muted text-xs">
          {`${formatValue(reference, { ...format, decimals: 0 })}: ${referenceLabel}`}
        </text>
        {dots.map((dot, at) => (
          <DotRow key={dot.code} dot={dot} rows={rows} format={format} y={TOP + at * ROW} />
        ))}
        {labelledTicks(axis).map((tick) => (
          <text
            key={tick}
            x={percent(axis.at(tick))}
            y={bottom + 14}
            textAnchor={anchorAt(axis.at(tick))}
            className="fill-muted text-xs"
          >
            {formatValue(tick, tickFormat(axis, format))}
          </text>
        ))}
      </ChartSvg>
      <AbsentAreas rows={rows} />
    </>
  );
}

type DotRowProps = { dot: Dot; rows: DotIntervals; format: ValueFormat; y: number };

function DotRow({ dot, rows: { axis, reference }, format, y }: DotRowProps) {
  const { name, value, lower, upper, comparison } = dot;
  const hasInterval = lower !== null && upper !== null;
  const range = hasInterval ? ` (${formatRange(lower, upper, format)})` : '';
  return (
    <g>
      <text x="0" y={y + 13} className="fill-ink text-[13px]">
        {name}
      </text>
      <text x="100%" y={y + 13} textAnchor="end" className="hidden fill-ink text-[13px] font-semibold sm:inline">
        {GLYPHS[comparison.direction]}
        {formatValue(value, format)}
        <tspan className="fill-muted font-normal">{range}</tspan>
      </text>
      <line x1="2%" x2="98%" y1={y + TRACK} y2={y + TRACK} className="stroke-line" strokeWidth={1} />
      <line
        x1={percent(axis.at(reference))}
        x2={percent(axis.at(reference))}
        y1={y + TRACK - 9}
        y2={y + TRACK + 9}
        className="stroke-ink"
        strokeWidth={2}
      />
      {hasInterval ? (
        <line
          x1={percent(axis.at(lower))}
          x2={percent(axis.at(upper))}
          y1={y + TRACK}
          y2={y + TRACK}
          className="stroke-whisker"
          strokeWidth={3}
        />
      ) : null}
      <ComparisonMark
        comparison={comparison}
        x={axis.at(value)}
        y={y + TRACK}
        title={`${name}: ${formatValue(value, format)}${range}`}
      />
    </g>
  );
}
