import { percent } from './axis';
import { ChartSvg } from './chart-svg';
import { type FanPoint, toFan } from './fan';
import { formatChange, formatRange, tickFormat, type ValueFormat } from './value-format';

type FanChartProps = {
  points: readonly FanPoint[];
  format: ValueFormat;
  alternative: string;
  /** Of the plot, without years. */
  plotHeight?: number;
};

const TOP = 12;
const FOOT = 26;

/** A change over years: median, dark band for 80 % of draws, light for 95 %; the thick line is no change. */
export function FanChart({ points, format, alternative, plotHeight = 170 }: FanChartProps) {
  const bottom = TOP + plotHeight;
  const fan = toFan({ points, height: [TOP, bottom] });
  return (
    <ChartSvg alternative={alternative} height={bottom + FOOT}>
      <svg
        aria-hidden="true"
        y="0"
        width="100%"
        height={bottom}
        viewBox={`0 0 100 ${bottom}`}
        preserveAspectRatio="none"
      >
        {fan.band95 ? <path d={fan.band95} className="fill-band-95" /> : null}
        <path d={fan.band80} className="fill-band-80" />
        <path d={fan.median} fill="none" className="stroke-ink" strokeWidth={2.5} vectorEffect="non-scaling-stroke" />
      </svg>
      {fan.y.ticks.map((tick) => (
        <g key={tick}>
          <line
            x1="0"
            x2="100%"
            y1={fan.y.at(tick)}
            y2={fan.y.at(tick)}
            className={tick === 0 ? 'stroke-ink' : 'stroke-line'}
            strokeWidth={tick === 0 ? 2 : 1}
          />
          <text x="0" y={fan.y.at(tick) - 4} className="fill-ink text-xs">
            {formatChange(tick, tickFormat(fan.y, format))}
          </text>
        </g>
      ))}
      {fan.points.map(({ x, y, year, band }) => (
        <circle key={year} cx={percent(x)} cy={y} r={3} className="fill-ink stroke-surface">
          <title>
            {`${year}: ${formatChange(band.median, format)} (80% interval ${formatRange(band.lower80, band.upper80, format)})`}
          </title>
        </circle>
      ))}
      {fan.years.map(({ x, text }) => (
        <text key={text} x={percent(x)} y={bottom + 20} textAnchor="middle" className="fill-muted text-xs">
          {text}
        </text>
      ))}
    </ChartSvg>
  );
}
