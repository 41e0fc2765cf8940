import type { ReactNode } from 'react';

type StretchedLinesProps = { y: number; height: number; children: ReactNode };

/**
 * For many lines in one path, which keeps the page small: across in hundredths of the width, down in px from `y`. Paths
 * need `vectorEffect="non-scaling-stroke"`; text and filled shapes would lose their form.
 */
export function StretchedLines({ y, height, children }: StretchedLinesProps) {
  return (
    <svg
      aria-hidden="true"
      y={y}
      width="100%"
      height={height}
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
      overflow="visible"
      className="pointer-events-none fill-none"
    >
      {children}
    </svg>
  );
}
