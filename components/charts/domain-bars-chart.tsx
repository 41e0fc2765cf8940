import { percent, round } from './axis';
import { ChartSvg } from './chart-svg';
import type { DomainRow } from './domain-bars';
import { StretchedLines } from './stretched-lines';
import { formatValue, type ValueFormat } from './value-format';

type DomainBarsChartProps = {
  rows: readonly DomainRow[];
  benchmarkName: string;
  format: ValueFormat;
  alternative: string;
};

const ROW = 38;
const TOP = 24;

/** For the frame: what length and small marks mean. */
export const DOMAIN_BARS_NOTE =
  'Bars: the gap to the comparator as a share of the widest gap of any area in that domain. Small marks: the other areas.';

/** −1 to +1 of the widest gap, in % of the width, with room for the strokes at both ends. */
const across = (position: number): number => 50 + position * 48;

export function DomainBarsChart({ rows, benchmarkName, format, alternative }: DomainBarsChartProps) {
  const height = TOP + rows.length * ROW;
  return (
    <ChartSvg alternative={alternative} height={height}>
      <text x="0" y="12" className="fill-muted text-xs">
        ← lower
      </text>
      <text x="50%" y="12" textAnchor="middle" className="fill-ink text-xs font-semibold">
        {benchmarkName}
      </text>
      <text x="100%" y="12" textAnchor="end" className="fill-muted text-xs">
        higher →
      </text>
      {rows.map((row, at) => (
        <DomainBar key={row.label} row={row} format={format} y={TOP + at * ROW} />
      ))}
    </ChartSvg>
  );
}

function DomainBar({ row, format, y }: { row: DomainRow; format: ValueFormat; y: number }) {
  const { label, value, benchmark, position, others, word } = row;
  const end = across(position ?? 0);
  const arrow = word === 'higher' ? '▲ ' : word === 'lower' ? '▼ ' : '';
  return (
    <g>
      <text x="0" y={y + 12} className="fill-ink text-[13px]">
        {label}
      </text>
      <text x="100%" y={y + 12} textAnchor="end" className="fill-ink text-[13px] font-semibold">
        {value === null ? word : arrow + formatValue(value, format)}
        {value === null || benchmark === null ? null : (
          <tspan className="hidden fill-muted font-normal sm:inline">
            {` ${word}${word === 'the same' ? ' as' : ' than'} ${formatValue(benchmark, format)}`}
          </tspan>
        )}
      </text>
      <rect x="2%" y={y + 18} width="96%" height="12" className="fill-sunken" />
      {position === null ? null : (
        <rect
          x={percent(Math.min(50, end))}
          y={y + 18}
          width={percent(Math.abs(end - 50))}
          height="12"
          className={position < 0 ? 'fill-lower' : 'fill-higher'}
        />
      )}
      <StretchedLines y={y + 31} height={4}>
        <path
          d={[...new Set(others)].map((other) => `M${round(across(other))} 0V4`).join('')}
          className="stroke-control"
          vectorEffect="non-scaling-stroke"
        />
      </StretchedLines>
      <line x1="50%" x2="50%" y1={y + 15} y2={y + 33} className="stroke-ink" strokeWidth={2} />
    </g>
  );
}
