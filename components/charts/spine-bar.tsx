import type { SpineRow } from '@/lib/domain/indicators/spine';
import { percent } from './axis';
import { ComparisonMark } from './comparison-mark';
import type { Comparison } from './theme';

type SpineBarProps = {
  row: SpineRow;
  comparison: Comparison;
  /** Positions of the lowest and highest of the similar areas or of the reader's own peers. */
  band: { from: number; to: number } | null;
  /** Position of the larger region that the area lies in. */
  region: number | null;
  /** The row in one sentence. */
  label: string;
};

const HEIGHT = 50;
const MIDDLE = 22;
const THICK = 30;

/** −1 … +1 in % of the width, with room for the marks; what lies beyond stays at the edge. */
const across = (position: number): number => 50 + Math.min(1, Math.max(-1, position)) * 47;

const WHY_NONE = {
  no_benchmark: 'No comparator for this period',
  no_areas: 'No other area for this period',
  not_finite: 'A value is not a number',
} as const;

/** The area among all of its kind: grey = all, light = the middle half, line = comparator, mark = the area. */
export function SpineBar({ row, comparison, band, region, label }: SpineBarProps) {
  if (row.kind === 'none') return <span className="text-xs text-muted">{WHY_NONE[row.reason]}</span>;
  return (
    <svg
      role="img"
      aria-label={label}
      width="100%"
      height={HEIGHT}
      className="block max-w-[400px] min-w-[220px] print:min-w-36"
    >
      {row.kind === 'bar' ? <Segments segments={row.segments} /> : <Dots dots={row.dots} />}
      <line
        x1="50%"
        x2="50%"
        y1={MIDDLE - THICK / 2 - 5}
        y2={MIDDLE + THICK / 2 + 5}
        className="stroke-ink"
        strokeWidth={2}
      />
      {band ? <Band band={band} /> : null}
      {region === null ? null : (
        <svg aria-hidden="true" x={percent(across(region))} y={MIDDLE} overflow="visible">
          <path d="M0 -8 8 0 0 8 -8 0Z" className="fill-surface stroke-ink" strokeWidth={1} />
        </svg>
      )}
      {row.position === null ? null : <ComparisonMark comparison={comparison} x={across(row.position)} y={MIDDLE} />}
    </svg>
  );
}

type Segmented = Extract<SpineRow, { kind: 'bar' }>['segments'];

function Segments({ segments: { left, lowerQuartile, upperQuartile, right } }: { segments: Segmented }) {
  const span = (from: number, to: number) => ({
    x: percent(across(from)),
    width: percent(across(to) - across(from)),
    y: MIDDLE - THICK / 2,
    height: THICK,
  });
  return (
    <>
      <rect {...span(left, right)} className="fill-[light-dark(#b1b4b6,#53657a)]" />
      <rect {...span(lowerQuartile, upperQuartile)} className="fill-[light-dark(#f3f2f1,#28374a)]" />
    </>
  );
}

/** Equal values lie on one another: one dot is enough. */
function Dots({ dots }: { dots: readonly number[] }) {
  return (
    <>
      <line x1="3%" x2="97%" y1={MIDDLE} y2={MIDDLE} className="stroke-line" strokeWidth={1} />
      {[...new Set(dots)].map((dot) => (
        <circle
          key={dot}
          cx={percent(across(dot))}
          cy={MIDDLE}
          r="4"
          className="fill-[light-dark(#b1b4b6,#53657a)] stroke-control"
        />
      ))}
    </>
  );
}

function Band({ band: { from, to } }: { band: { from: number; to: number } }) {
  const ends = [across(Math.min(from, to)), across(Math.max(from, to))] as const;
  const y = MIDDLE + THICK / 2 + 8;
  return (
    <g className="stroke-accent" strokeWidth={2}>
      <line x1={percent(ends[0])} x2={percent(ends[1])} y1={y} y2={y} />
      {ends.map((end, at) => (
        <line key={at === 0 ? 'from' : 'to'} x1={percent(end)} x2={percent(end)} y1={y - 4} y2={y + 4} />
      ))}
    </g>
  );
}
