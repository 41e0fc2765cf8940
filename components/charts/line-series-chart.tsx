import { classNames } from '@/components/ui/class-names';
import { percent } from './axis';
import { ChartSvg } from './chart-svg';
import { type Line, type Series, toLineSeries } from './line-series';
import { SeriesMark } from './shape-mark';
import { StretchedLines } from './stretched-lines';
import { SERIES_DASH, SERIES_FILL, SERIES_STROKE, seriesAt } from './theme';
import { formatValue, tickFormat, type ValueFormat } from './value-format';

type LineSeriesChartProps = {
  series: readonly Series[];
  format: ValueFormat;
  alternative: string;
  /** Of the plot, without legend and periods. */
  plotHeight?: number;
};

const LEGEND_ROW = 20;
const FOOT = 26;

/** Lines with a marker at every figure: a gap is a figure that is not there. */
export function LineSeriesChart({ series, format, alternative, plotHeight = 200 }: LineSeriesChartProps) {
  const top = series.length * LEGEND_ROW + 16;
  const bottom = top + plotHeight;
  const { lines, y, xLabels } = toLineSeries({ series, height: [top, bottom] });
  return (
    <ChartSvg alternative={alternative} height={bottom + FOOT}>
      {series.map(({ id, name }, at) => (
        <LegendRow key={id} name={name} at={at} y={at * LEGEND_ROW + 8} />
      ))}
      <StretchedLines y={0} height={bottom}>
        <path
          d={y.ticks.map((tick) => `M0 ${y.at(tick)}H100`).join('')}
          className="stroke-line"
          strokeWidth={1}
          vectorEffect="non-scaling-stroke"
        />
        {lines.map((line, at) => (
          <LinePaths key={line.id} line={line} at={at} />
        ))}
      </StretchedLines>
      {y.ticks.map((tick) => (
        <text key={tick} x="0" y={y.at(tick) - 4} className="fill-muted text-xs">
          {formatValue(tick, tickFormat(y, format))}
        </text>
      ))}
      {lines.map((line, at) => (
        <LineMarkers key={line.id} line={line} at={at} format={format} />
      ))}
      {xLabels.map(({ x, text }) => (
        <text key={text} x={percent(x)} y={bottom + 20} textAnchor="middle" className="fill-muted text-xs">
          {text}
        </text>
      ))}
    </ChartSvg>
  );
}

function LegendRow({ name, at, y }: { name: string; at: number; y: number }) {
  return (
    <g>
      <line
        x1="0"
        x2="28"
        y1={y}
        y2={y}
        className={seriesAt(SERIES_STROKE, at)}
        strokeWidth={2}
        strokeDasharray={seriesAt(SERIES_DASH, at)}
      />
      <svg aria-hidden="true" x="14" y="0" overflow="visible">
        <SeriesMark at={at} x={0} y={y} className={seriesAt(SERIES_FILL, at)} />
      </svg>
      <text x="36" y={y + 4} className="fill-ink text-xs">
        {name}
      </text>
    </g>
  );
}

/** Stretched across with its parent, hence the stroke that doesn't scale. */
function LinePaths({ line, at }: { line: Line; at: number }) {
  return line.paths.map((d) => (
    <path
      key={d}
      d={d}
      className={seriesAt(SERIES_STROKE, at)}
      strokeWidth={2}
      strokeDasharray={seriesAt(SERIES_DASH, at)}
      vectorEffect="non-scaling-stroke"
    />
  ));
}

function LineMarkers({ line, at, format }: { line: Line; at: number; format: ValueFormat }) {
  return line.markers.map(({ x, y, value, label, stale }) => (
    <SeriesMark
      key={`${label} ${x}`}
      at={at}
      x={x}
      y={y}
      className={classNames(stale ? 'fill-similar' : seriesAt(SERIES_FILL, at), 'stroke-surface')}
      title={`${line.name}, ${label}: ${formatValue(value, format)}${stale ? ' (old)' : ''}`}
    />
  ));
}
