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

const triangles = {
  higher: 'M0 -1.15 1 0.7H-1Z',
  lower: 'M0 1.15 -1 -0.7H1Z',
} as const;

/** Triangle up or down where a figure differs, circle where it doesn't or isn't compared: the fill only repeats it. */
export function ComparisonMark({ comparison, x, y, radius = 6, title, className = '' }: ComparisonMarkProps) {
  const { direction } = comparison;
  const look = `stroke-ink ${comparisonFill(comparison)} ${className}`;
  const name = title ? <title>{title}</title> : null;
  if (direction !== 'higher' && direction !== 'lower') {
    return (
      <circle cx={percent(x)} cy={y} r={radius} strokeWidth={1} className={look}>
        {name}
      </circle>
    );
  }
  return (
    <svg aria-hidden="true" x={percent(x)} y={y} overflow="visible">
      <path
        d={triangles[direction]}
        transform={`scale(${radius})`}
        vectorEffect="non-scaling-stroke"
        strokeWidth={1}
        className={look}
      >
        {name}
      </path>
    </svg>
  );
}
