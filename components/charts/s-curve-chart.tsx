import { labelledTicks, percent } from './axis';
import { anchorAt } from './band-strip-chart';
import { ChartSvg } from './chart-svg';
import { toSCurve } from './s-curve';
import { formatChange, tickFormat, type ValueFormat } from './value-format';

type SCurveChartProps = { values: readonly number[]; format: ValueFormat; alternative: string };

const TOP = 12;
const BOTTOM = 162;

/** Read across: a change. Read up: in how many of 100 draws it is at least as large. */
export function SCurveChart({ values, format, alternative }: SCurveChartProps) {
  const { path, x, y } = toSCurve(values, [TOP, BOTTOM]);
  return (
    <ChartSvg alternative={alternative} height={BOTTOM + 26}>
      {y.ticks.map((tick) => (
        <line key={tick} x1="0" x2="100%" y1={y.at(tick)} y2={y.at(tick)} className="stroke-line" strokeWidth={1} />
      ))}
      <line x1={percent(x.at(0))} x2={percent(x.at(0))} y1={TOP} y2={BOTTOM} className="stroke-ink" strokeWidth={2} />
      <svg
        aria-hidden="true"
        y="0"
        width="100%"
        height={BOTTOM}
        viewBox={`0 0 100 ${BOTTOM}`}
        preserveAspectRatio="none"
      >
        <path d={path} fill="none" className="stroke-accent" strokeWidth={2.5} vectorEffect="non-scaling-stroke" />
      </svg>
      {y.ticks.map((tick) => (
        <text key={tick} x="0" y={y.at(tick) - 4} className="fill-muted text-xs">
          {`${tick} in 100`}
        </text>
      ))}
      {labelledTicks(x).map((tick) => (
        <text
          key={tick}
          x={percent(x.at(tick))}
          y={BOTTOM + 20}
          textAnchor={anchorAt(x.at(tick))}
          className="fill-muted text-xs"
        >
          {formatChange(tick, tickFormat(x, format))}
        </text>
      ))}
    </ChartSvg>
  );
}
