import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import { classNames } from '@/components/ui/class-names';
import { percent, round } from './axis';
import { type Comparison, comparisonFill, seriesAt } from './theme';

const seriesShapes = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond] as const;

type SeriesMarkProps = { at: number; x: number; y: number; className: string; size?: number; title?: string };

/** The shape that belongs to a series, so that lines are told apart without colour. `x` in %, `y` in px, `size` in px². */
export function SeriesMark({ at, x, y, className, size = 56, title }: SeriesMarkProps) {
  const shape = seriesAt(seriesShapes, at);
  if (shape === symbolCircle) {
    return (
      <circle cx={percent(x)} cy={y} r={round(Math.sqrt(size / Math.PI))} className={className}>
        {title ? <title>{title}</title> : null}
      </circle>
    );
  }
  return (
    <svg aria-hidden="true" x={percent(x)} y={y} overflow="visible">
      <path d={symbol(shape, size).digits(2)() ?? ''} className={className}>
        {title ? <title>{title}</title> : null}
      </path>
    </svg>
  );
}

const shapePaths = {
  higher: 'M6 1 11.5 11H.5Z',
  lower: 'M6 11 .5 1h11Z',
  similar: 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1Z',
  not_compared: 'M1.5 1.5h9v9h-9Z',
} as const;

/** Up, down, round: the shape of a comparison. The word stands beside it. */
export function ComparisonShape({ comparison, className }: { comparison: Comparison; className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 12 12" className={classNames('inline-block size-3 shrink-0', className)}>
      <path d={shapePaths[comparison.direction]} className={comparisonFill(comparison)} strokeWidth={1} />
    </svg>
  );
}
