import { percent } from './axis';
import { type Comparison, comparisonFill } from './theme';

type ComparisonMarkProps = {
  comparison: Comparison;
  /** In % of the width, and in px. */
  x: number;
  y: number;
  radius?: number;
  title?: string;
  className?: string;
};

const paths = {
  higher: 'M0 -1.15 1 0.7H-1Z',
  lower: 'M0 1.15 -1 -0.7H1Z',
  similar: 'M0 -1A1 1 0 1 1 0 1 1 1 0 1 1 0 -1Z',
  not_compared: 'M0 -1A1 1 0 1 1 0 1 1 1 0 1 1 0 -1Z',
} as const;

/** Triangle up or down where a figure differs, circle where it doesn't or isn't compared: the fill only repeats it. */
export function ComparisonMark({ comparison, x, y, radius = 6, title, className = '' }: ComparisonMarkProps) {
  return (
    <svg aria-hidden="true" x={percent(x)} y={y} overflow="visible">
      <path
        d={paths[comparison.direction]}
        transform={`scale(${radius})`}
        vectorEffect="non-scaling-stroke"
        strokeWidth={1}
        className={`stroke-ink ${comparisonFill(comparison)} ${className}`}
      >
        {title ? <title>{title}</title> : null}
      </path>
    </svg>
  );
}
