import { linearAxis, percent, round } from './axis';

export type SparkPoint = { label: string; value: number };

/** A line of at least three figures; fewer would look like a trend that isn't there. */
export function Spark({ points, alternative }: { points: readonly SparkPoint[]; alternative: string }) {
  if (points.length < 3) return null;
  const y = linearAxis({ values: points.map(({ value }) => value), range: [26, 6] });
  const at = (index: number) => round(3 + (94 * index) / (points.length - 1));
  const line = points.map(({ value }, index) => `${at(index)},${y.at(value)}`).join(' ');
  const last = points.at(-1);
  return (
    <svg role="img" aria-label={alternative} width="100%" height="32" className="block">
      <svg aria-hidden="true" width="100%" height="32" viewBox="0 0 100 32" preserveAspectRatio="none">
        <polyline
          points={line}
          fill="none"
          className="stroke-control"
          strokeWidth={2}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      {last ? <circle cx={percent(97)} cy={y.at(last.value)} r="4" className="fill-series-1" /> : null}
    </svg>
  );
}
