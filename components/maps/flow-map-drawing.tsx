import { AppLink } from '@/components/ui/app-link';
import { formatCount } from '@/lib/format/number';
import { type FlowMap, POINT_RADIUS } from './flow-map';

type FlowMapDrawingProps = {
  map: FlowMap;
  alternative: string;
  /** Chooses another region. */
  href: (code: string) => string;
};

/** Arcs between regions; each region is a link to its own flows. */
export function FlowMapDrawing({
  map: { points, arcs, ring, unplaced, width, height },
  alternative,
  href,
}: FlowMapDrawingProps) {
  return (
    <div className="flex flex-col gap-2">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing with links is a group of them */}
      <svg
        role="group"
        aria-label={alternative}
        viewBox={`0 0 ${width} ${height}`}
        className="block w-full max-w-sm overflow-visible"
      >
        {arcs.map(({ code, path, head, width: thick }) => (
          <g key={code} className="opacity-70">
            <path d={path} className="fill-none stroke-higher" strokeWidth={thick} />
            <path d={head} className="fill-higher" />
          </g>
        ))}
        {points.map(({ code, name, label, x, y, people, isChosen }) => (
          <AppLink
            key={code}
            href={href(code)}
            keepScroll
            aria-label={`${name}: ${people === null ? 'withheld, low or not loaded' : `${formatCount(people)} people`}${isChosen ? ', chosen' : ''}`}
            aria-current={isChosen ? 'true' : undefined}
          >
            {isChosen && ring > 0 ? (
              <circle
                cx={x}
                cy={y}
                r={POINT_RADIUS + ring / 2 + 2}
                className="fill-none stroke-series-1 opacity-60"
                strokeWidth={ring}
              />
            ) : null}
            <circle
              cx={x}
              cy={y}
              r={POINT_RADIUS}
              strokeWidth={isChosen ? 3 : 1}
              className={`focus-mark ${isChosen ? 'fill-accent-soft stroke-accent' : 'fill-surface stroke-control'}`}
            />
            <text
              x={x}
              y={y + 4}
              textAnchor="middle"
              className={`fill-ink stroke-surface text-[14px] [paint-order:stroke] [stroke-width:2px] sm:text-[11px] ${isChosen ? 'font-bold' : 'font-medium'}`}
            >
              {label}
            </text>
          </AppLink>
        ))}
      </svg>
      {unplaced.length > 0 ? (
        <p className="text-sm text-muted">{`Without a place on the map: ${unplaced.join(', ')}.`}</p>
      ) : null}
    </div>
  );
}
