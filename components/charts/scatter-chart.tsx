import { labelledTicks, percent } from './axis';
import { anchorAt } from './band-strip-chart';
import { ChartSvg } from './chart-svg';
import type { Scatter, ScatterPoint } from './scatter';
import { formatValue, tickFormat, type ValueFormat } from './value-format';

type Side = { label: string; format: ValueFormat };
type ScatterChartProps = { scatter: Scatter; x: Side; y: Side; alternative: string };

export const SCATTER_PLOT = [34, 334] as const;
const FOOT = 44;

/** Areas as points; chosen ones are named, the others on hover and in the table. */
export function ScatterChart({ scatter, x, y, alternative }: ScatterChartProps) {
  const [top, bottom] = SCATTER_PLOT;
  const { line } = scatter;
  return (
    <ChartSvg alternative={alternative} height={bottom + FOOT}>
      <text x="0" y="14" className="fill-ink text-xs font-semibold">
        {`↑ ${y.label}`}
      </text>
      {scatter.y.ticks.map((tick) => (
        <g key={tick}>
          <line
            x1="12%"
            x2="97%"
            y1={scatter.y.at(tick)}
            y2={scatter.y.at(tick)}
            className="stroke-line"
            strokeWidth={1}
          />
          <text x="0" y={scatter.y.at(tick) + 4} className="fill-muted text-xs">
            {formatValue(tick, tickFormat(scatter.y, y.format))}
          </text>
        </g>
      ))}
      <line x1="12%" x2="12%" y1={top} y2={bottom} className="stroke-control" strokeWidth={1} />
      {line ? (
        <line
          x1={percent(line.x1)}
          y1={line.y1}
          x2={percent(line.x2)}
          y2={line.y2}
          className="stroke-ink"
          strokeWidth={2}
          strokeDasharray="6 3"
        />
      ) : null}
      {scatter.points.map((point) => (
        <Point key={point.code} point={point} x={x} y={y} />
      ))}
      {labelledTicks(scatter.x).map((tick) => (
        <text
          key={tick}
          x={percent(scatter.x.at(tick))}
          y={bottom + 16}
          textAnchor={anchorAt(scatter.x.at(tick))}
          className="fill-muted text-xs"
        >
          {formatValue(tick, tickFormat(scatter.x, x.format))}
        </text>
      ))}
      <text x="97%" y={bottom + 36} textAnchor="end" className="fill-ink text-xs font-semibold">
        {`${x.label} →`}
      </text>
    </ChartSvg>
  );
}

function Point({ point, x, y }: { point: ScatterPoint; x: Side; y: Side }) {
  const { name, left, top, isNamed = false, highlighted = false } = point;
  return (
    <g>
      <circle
        cx={percent(left)}
        cy={top}
        r={highlighted ? 7 : 5}
        className={highlighted ? 'fill-series-2 stroke-ink' : 'fill-series-1 stroke-surface'}
        fillOpacity={highlighted ? 1 : 0.75}
      >
        <title>{`${name}: ${x.label} ${formatValue(point.x, x.format)}, ${y.label} ${formatValue(point.y, y.format)}`}</title>
      </circle>
      {highlighted || isNamed ? (
        <svg aria-hidden="true" x={percent(left)} y={top} overflow="visible">
          <text
            x={left > 60 ? -10 : 10}
            y="4"
            textAnchor={left > 60 ? 'end' : 'start'}
            className={highlighted ? 'fill-ink text-xs font-semibold' : 'fill-muted text-xs'}
          >
            {name}
          </text>
        </svg>
      ) : null}
    </g>
  );
}
