import type { Band } from '@/lib/contracts/scenario';
import { type Axis, labelledTicks, percent } from './axis';
import type { BandStrip } from './band-strip';
import { ChartSvg } from './chart-svg';
import { formatChange, formatValue, type ValueFormat } from './value-format';

type BandStripChartProps = {
  strip: BandStrip;
  format: ValueFormat;
  alternative: string;
  /** Levels (£) are written without a plus. */
  change?: boolean;
};

const ROW = 76;
const BAND_TOP = 42;
const BAND_HEIGHT = 22;

/** Median with its 80 and 95 % bands; the line at nought says what no change would be. */
export function BandStripChart({ strip: { rows, axis }, format, alternative, change = true }: BandStripChartProps) {
  const write = (value: number) => (change ? formatChange(value, format) : formatValue(value, format));
  const height = rows.length * ROW;
  return (
    <ChartSvg alternative={alternative} height={height + 26}>
      {labelledTicks(axis).map((tick) => (
        <text
          key={tick}
          x={percent(axis.at(tick))}
          y={height + 12}
          textAnchor={anchorAt(axis.at(tick))}
          className="fill-muted text-xs"
        >
          {write(tick)}
        </text>
      ))}
      {rows.map(({ label, band }, at) => (
        <g key={label}>
          <text x="0" y={at * ROW + 14} className="fill-ink text-[13px] font-semibold">
            {label}
          </text>
          <text x="0" y={at * ROW + 32} className="fill-ink text-[13px] font-semibold">
            {write(band.median)}
            <tspan className="fill-muted font-normal">
              {` (80% interval ${write(band.lower80)} to ${write(band.upper80)})`}
            </tspan>
          </text>
          <TickLines axis={axis} top={at * ROW + BAND_TOP - 3} height={BAND_HEIGHT + 6} />
          <BandShape band={band} axis={axis} y={at * ROW + BAND_TOP} />
        </g>
      ))}
    </ChartSvg>
  );
}

/** Through the marks only, never through text; the one at nought stands out. */
export function TickLines({ axis, top, height }: { axis: Axis; top: number; height: number }) {
  return axis.ticks.map((tick) => (
    <line
      key={tick}
      x1={percent(axis.at(tick))}
      x2={percent(axis.at(tick))}
      y1={top}
      y2={top + height}
      className={tick === 0 ? 'stroke-ink' : 'stroke-line'}
      strokeWidth={tick === 0 ? 2 : 1}
    />
  ));
}

/** Labels at the ends stay inside the drawing. */
export const anchorAt = (at: number): 'start' | 'middle' | 'end' => (at < 6 ? 'start' : at > 94 ? 'end' : 'middle');

export function BandShape({ band, axis, y }: { band: Band; axis: Axis; y: number }) {
  const { median, lower80, upper80, lower95, upper95 } = band;
  const span = (from: number, to: number) => ({
    x: percent(axis.at(from)),
    width: percent(axis.at(to) - axis.at(from)),
  });
  return (
    <>
      {lower95 === null || upper95 === null ? null : (
        <rect {...span(lower95, upper95)} y={y + 5} height={BAND_HEIGHT - 10} className="fill-band-95" />
      )}
      <rect {...span(lower80, upper80)} y={y + 2} height={BAND_HEIGHT - 4} className="fill-band-80 stroke-surface" />
      <line
        x1={percent(axis.at(median))}
        x2={percent(axis.at(median))}
        y1={y - 2}
        y2={y + BAND_HEIGHT + 2}
        className="stroke-ink"
        strokeWidth={3}
      />
    </>
  );
}
