import { formatNumber } from '@/lib/format/number';
import { percent } from './axis';
import { ChartSvg } from './chart-svg';
import { labelLines } from './label-lines';

export type TornadoRow = { name: string; coefficient: number };

const LINE = 16;
/** Of a row without its label's further lines. */
const ROW = 40;
const at = (coefficient: number): number => 50 + 48 * coefficient;

/** Which uncertain numbers go with the answer, the largest first; to the left: the more of it, the less of the answer. */
export function TornadoChart({ rows, alternative }: { rows: readonly TornadoRow[]; alternative: string }) {
  const labels = rows.map(({ name }) => labelLines(name));
  const further = labels.map((lines) => LINE * (lines.length - 1));
  const topOf = (row: number) => row * ROW + further.slice(0, row).reduce((sum, one) => sum + one, 0);
  const height = topOf(rows.length);
  return (
    <ChartSvg alternative={alternative} height={height + 22}>
      {rows.map(({ name, coefficient }, row) => (
        <g key={name}>
          <text y={topOf(row) + 14} className="fill-ink text-[13px]">
            {labels[row]?.map((line, at) => (
              <tspan key={line} x="0" dy={at === 0 ? 0 : LINE}>
                {line}
              </tspan>
            ))}
          </text>
          <text x="100%" y={topOf(row) + 14} textAnchor="end" className="fill-ink text-[13px] font-semibold">
            {formatNumber(coefficient, 2)}
          </text>
          <rect
            x={percent(at(Math.min(coefficient, 0)))}
            width={percent(Math.abs(at(coefficient) - 50))}
            y={topOf(row + 1) - 20}
            height="12"
            className={coefficient < 0 ? 'fill-band-95 stroke-ink' : 'fill-band-80'}
          />
          <line
            x1="50%"
            x2="50%"
            y1={topOf(row + 1) - 24}
            y2={topOf(row + 1) - 4}
            className="stroke-ink"
            strokeWidth={2}
          />
        </g>
      ))}
      {[-1, 0, 1].map((tick) => (
        <text
          key={tick}
          x={percent(at(tick))}
          y={height + 16}
          textAnchor={tick < 0 ? 'start' : tick > 0 ? 'end' : 'middle'}
          className="fill-muted text-xs"
        >
          {formatNumber(tick)}
        </text>
      ))}
    </ChartSvg>
  );
}
