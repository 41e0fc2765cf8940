import { percent } from './axis';
import { ChartSvg } from './chart-svg';
import type { StackRow } from './stacked-shares';
import { CLASS_FILL, CLASS_INK, seriesAt } from './theme';

type StackedSharesChartProps = {
  rows: readonly StackRow[];
  /** Labels of the parts, in their order. */
  parts: readonly string[];
  alternative: string;
};

const ROW = 44;
const KEY = 22;
const BAR = 20;
/** Longer labels would touch at 320 px, two in a line. */
const MOST_LETTERS = 15;

/** Fewer parts are spread over the five shades. */
const shadeOf = (at: number, count: number): number => (count < 2 ? 2 : Math.round((at * 4) / (count - 1)));

/** Bars of 100%: parts from left to right in the order of the key. */
export function StackedSharesChart({ rows, parts, alternative }: StackedSharesChartProps) {
  const inLine = parts.some(({ length }) => length > MOST_LETTERS) ? 1 : 2;
  const top = Math.ceil(parts.length / inLine) * KEY + 8;
  return (
    <ChartSvg alternative={alternative} height={top + rows.length * ROW}>
      {parts.map((part, at) => (
        <svg
          key={part}
          aria-hidden="true"
          x={percent((at % inLine) * 50)}
          y={Math.floor(at / inLine) * KEY}
          overflow="visible"
        >
          <rect
            y="2"
            width="14"
            height="14"
            rx="2"
            className={`${seriesAt(CLASS_FILL, shadeOf(at, parts.length))} stroke-control`}
          />
          <text x="20" y="14" className="fill-ink text-xs">
            {part}
          </text>
        </svg>
      ))}
      {rows.map((row, at) => (
        <StackBar key={row.key} row={row} count={parts.length} y={top + at * ROW} />
      ))}
    </ChartSvg>
  );
}

function StackBar({ row: { label, note, segments }, count, y }: { row: StackRow; count: number; y: number }) {
  return (
    <g>
      <text x="0" y={y + 13} className="fill-ink text-[13px]">
        {label}
      </text>
      <text x="100%" y={y + 13} textAnchor="end" className="fill-muted text-[13px]">
        {note}
      </text>
      {segments.map((segment) => (
        <g key={segment.label}>
          <rect
            x={percent(segment.from)}
            y={y + 18}
            width={percent(segment.width)}
            height={BAR}
            strokeWidth={1}
            className={`${seriesAt(CLASS_FILL, shadeOf(segment.at, count))} stroke-surface`}
          >
            <title>{`${label}, ${segment.label}`}</title>
          </rect>
          {segment.text === '' ? null : (
            <text
              x={percent(segment.from + segment.width / 2)}
              y={y + 18 + 14}
              textAnchor="middle"
              className={`${seriesAt(CLASS_INK, shadeOf(segment.at, count))} text-xs font-semibold`}
            >
              {segment.text}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}
