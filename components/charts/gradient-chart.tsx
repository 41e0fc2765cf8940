import { labelledTicks, percent } from './axis';
import { anchorAt, TickLines } from './band-strip-chart';
import { ChartSvg } from './chart-svg';
import type { Gradient, GradientRow } from './gradient';
import { SeriesMark } from './shape-mark';
import { formatValue, tickFormat, type ValueFormat } from './value-format';

type GradientChartProps = {
  gradient: Gradient;
  areaName: string;
  comparatorName: string;
  format: ValueFormat;
  alternative: string;
};

const ROW = 40;
const TOP = 46;

/** One row to a fifth: dot = area, square = comparator, the line between them is the gap. */
export function GradientChart({ gradient, areaName, comparatorName, format, alternative }: GradientChartProps) {
  const height = TOP + gradient.rows.length * ROW;
  const compared = gradient.rows.some(({ comparator }) => comparator !== null);
  return (
    <ChartSvg alternative={alternative} height={height + 22}>
      <SeriesMark at={0} x={0} y={8} className="translate-x-[6px] fill-series-1" size={80} />
      <text x="18" y="12" className="fill-ink text-xs">
        {areaName}
      </text>
      {compared ? (
        <>
          <SeriesMark at={1} x={0} y={28} className="translate-x-[6px] fill-series-2" size={64} />
          <text x="18" y="32" className="fill-ink text-xs">
            {comparatorName}
          </text>
        </>
      ) : null}
      {labelledTicks(gradient.axis).map((tick) => (
        <text
          key={tick}
          x={percent(gradient.axis.at(tick))}
          y={height + 16}
          textAnchor={anchorAt(gradient.axis.at(tick))}
          className="fill-muted text-xs"
        >
          {formatValue(tick, tickFormat(gradient.axis, format))}
        </text>
      ))}
      {gradient.rows.map((row, at) => (
        <Dumbbell
          key={row.label}
          row={row}
          gradient={gradient}
          format={format}
          compared={compared}
          y={TOP + at * ROW}
        />
      ))}
    </ChartSvg>
  );
}

type DumbbellProps = { row: GradientRow; gradient: Gradient; format: ValueFormat; compared: boolean; y: number };

function Dumbbell({ row: { label, area, comparator }, gradient: { axis }, format, compared, y }: DumbbellProps) {
  const middle = y + 28;
  const text = [area, comparator].map((value) => (value === null ? 'not loaded' : formatValue(value, format)));
  return (
    <g>
      <text x="0" y={y + 14} className="fill-ink text-[13px]">
        {label}
      </text>
      <text x="100%" y={y + 14} textAnchor="end" className="fill-ink text-[13px] font-semibold">
        {text[0]}
        {compared ? <tspan className="fill-muted font-normal">{` | ${text[1]}`}</tspan> : null}
      </text>
      <TickLines axis={axis} top={middle - 8} height={16} />
      {area !== null && comparator !== null ? (
        <line
          x1={percent(axis.at(area))}
          x2={percent(axis.at(comparator))}
          y1={middle}
          y2={middle}
          className="stroke-control"
          strokeWidth={3}
        />
      ) : null}
      {comparator === null ? null : (
        <SeriesMark at={1} x={axis.at(comparator)} y={middle} className="fill-series-2 stroke-surface" size={72} />
      )}
      {area === null ? null : (
        <SeriesMark at={0} x={axis.at(area)} y={middle} className="fill-series-1 stroke-surface" size={96} />
      )}
    </g>
  );
}
