import type { ReactNode } from 'react';

type ChartSvgProps = {
  /** One sentence that says what the chart shows. */
  alternative: string;
  /** In px; or the shape of a drawing that grows with its place, width to height. */
  height: number | { ratio: number };
  children: ReactNode;
  /** With links inside, the drawing is a group whose parts are read out, else one image. */
  interactive?: boolean;
  /** In px; by default as wide as its place. */
  maxWidth?: number;
};

/** As wide as its place; see `axis.ts` for the units. */
export function ChartSvg({ alternative, height, children, interactive = false, maxWidth }: ChartSvgProps) {
  const role = interactive ? 'group' : 'img';
  return (
    <svg
      role={role}
      aria-label={alternative}
      width="100%"
      height={typeof height === 'number' ? height : undefined}
      className="block overflow-visible"
      style={typeof height === 'number' ? { maxWidth } : { maxWidth, aspectRatio: height.ratio }}
    >
      {children}
    </svg>
  );
}
