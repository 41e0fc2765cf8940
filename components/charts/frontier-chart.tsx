import { labelledTicks, percent } from './axis';
import { anchorAt } from './band-strip-chart';
import { ChartSvg } from './chart-svg';
import { FRONTIER_LEFT, type Frontier, type FrontierPoint } from './frontier';
import { SeriesMark } from './shape-mark';
import { formatChange, tickFormat, type ValueFormat } from './value-format';

type Side = { label: string; format: ValueFormat };
type FrontierChartProps = { frontier: Frontier; x: Side; y: Side; alternative: string };

export const FRONTIER_PLOT = [34, 314] as const;
const FOOT = 44;

/** Shapes by place in the series: mixes round, today square, the run a diamond. */
const SHAPE = { mix: 0, today: 1, option: 3 } as const;
const FILL = {
  mix: 'fill-series-1 stroke-surface',
  today: 'fill-surface stroke-ink',
  option: 'fill-series-2 stroke-ink',
};

/** Two purposes, each on its own axis. Whiskers: 80 % of draws. */
export function FrontierChart({ frontier, x, y, alternative }: FrontierChartProps) {
  const [top, bottom] = FRONTIER_PLOT;
  return (
    <ChartSvg alternative={alternative} height={bottom + FOOT}>
      <text x="0" y="14" className="fill-ink text-xs font-semibold">
        {`↑ ${y.label}`}
      </text>
      {frontier.y.ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={percent(FRONTIER_LEFT)}
            x2="97%"
            y1={frontier.y.at(tick)}
            y2={frontier.y.at(tick)}
            className="stroke-line"
          />
          <text x="0" y={frontier.y.at(tick) + 4} className="fill-muted text-xs">
            {formatChange(tick, tickFormat(frontier.y, y.format))}
          </text>
        </g>
      ))}
      <line
        x1={percent(frontier.x.at(0))}
        x2={percent(frontier.x.at(0))}
        y1={top}
        y2={bottom}
        className="stroke-control"
      />
      {frontier.steps.slice(1).map((step, at) => {
        const from = frontier.steps[at] ?? step;
        return (
          <line
            key={`${step.left} ${step.top}`}
            x1={percent(from.left)}
            y1={from.top}
            x2={percent(step.left)}
            y2={step.top}
            className="stroke-series-1"
            strokeWidth={2}
            strokeDasharray="2 4"
          />
        );
      })}
      {frontier.points.map((point) => (
        <Point key={point.label} point={point} frontier={frontier} />
      ))}
      {labelledTicks(frontier.x).map((tick) => (
        <text
          key={tick}
          x={percent(frontier.x.at(tick))}
          y={bottom + 16}
          textAnchor={anchorAt(frontier.x.at(tick))}
          className="fill-muted text-xs"
        >
          {formatChange(tick, tickFormat(frontier.x, x.format))}
        </text>
      ))}
      <text x="97%" y={bottom + 36} textAnchor="end" className="fill-ink text-xs font-semibold">
        {`${x.label} →`}
      </text>
    </ChartSvg>
  );
}

function Point({ point, frontier: { x, y } }: { point: FrontierPoint; frontier: Frontier }) {
  const { label, kind, left, top, need, careers } = point;
  return (
    <g>
      <line
        x1={percent(x.at(careers.lower80))}
        x2={percent(x.at(careers.upper80))}
        y1={top}
        y2={top}
        className="stroke-muted"
        strokeOpacity={0.6}
      />
      <line
        x1={percent(left)}
        x2={percent(left)}
        y1={y.at(need.lower80)}
        y2={y.at(need.upper80)}
        className="stroke-muted"
        strokeOpacity={0.6}
      />
      <SeriesMark at={SHAPE[kind]} x={left} y={top} className={FILL[kind]} size={kind === 'mix' ? 90 : 120} />
      <svg aria-hidden="true" x={percent(left)} y={top} overflow="visible">
        <text
          x={left > 60 ? -9 : 9}
          y="-7"
          textAnchor={left > 60 ? 'end' : 'start'}
          className="fill-ink text-xs font-semibold [paint-order:stroke] stroke-surface"
          strokeWidth={3}
        >
          {label}
        </text>
      </svg>
    </g>
  );
}
