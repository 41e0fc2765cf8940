import { formatNumber, formatPercent } from '@/lib/format/number';
import { type Axis, labelledTicks, percent } from './axis';
import { anchorAt } from './band-strip-chart';
import { ChartSvg } from './chart-svg';
import { ComparisonMark } from './comparison-mark';
import type { Funnel, FunnelUnit } from './funnel';
import { comparisonWord } from './theme';

type Drawn = Extract<Funnel, { kind: 'funnel' }>;
type FunnelChartProps = { funnel: Drawn; alternative: string; decimals: number; sizeLabel: string };

export const FUNNEL_PLOT = [24, 304] as const;
const FOOT = 44;

/** Areas by size: what lies outside the lines differs by more than chance. Only those areas are named. */
export function FunnelChart({ funnel, alternative, decimals, sizeLabel }: FunnelChartProps) {
  const { units, x, y, averagePct, limits } = funnel;
  const [, bottom] = FUNNEL_PLOT;
  return (
    <ChartSvg alternative={alternative} height={bottom + FOOT}>
      <YTicks y={y} />
      <line x1="12%" x2="97%" y1={y.at(averagePct)} y2={y.at(averagePct)} className="stroke-ink" strokeWidth={2} />
      <svg aria-hidden="true" width="100%" height={bottom} viewBox={`0 0 100 ${bottom}`} preserveAspectRatio="none">
        {limits.flatMap(({ level, paths }) =>
          paths.map((d) => (
            <path
              key={d}
              d={d}
              fill="none"
              className="stroke-whisker"
              strokeWidth={level === 0.95 ? 1.5 : 2}
              strokeDasharray={level === 0.95 ? '5 3' : 'none'}
              vectorEffect="non-scaling-stroke"
            />
          )),
        )}
      </svg>
      {units.map((unit) => (
        <Unit key={unit.code} unit={unit} decimals={decimals} />
      ))}
      {labelledTicks(x).map((tick) => (
        <text
          key={tick}
          x={percent(x.at(tick))}
          y={bottom + 16}
          textAnchor={anchorAt(x.at(tick))}
          className="fill-muted text-xs"
        >
          {formatNumber(tick)}
        </text>
      ))}
      <text x="97%" y={bottom + 36} textAnchor="end" className="fill-muted text-xs">
        {sizeLabel}
      </text>
    </ChartSvg>
  );
}

function YTicks({ y }: { y: Axis }) {
  return y.ticks.map((tick) => (
    <g key={tick}>
      <line x1="12%" x2="97%" y1={y.at(tick)} y2={y.at(tick)} className="stroke-line" strokeWidth={1} />
      <text x="0" y={y.at(tick) + 4} className="fill-muted text-xs">
        {formatPercent(tick, Number.isInteger(tick) ? 0 : 1)}
      </text>
    </g>
  ));
}

function Unit({ unit, decimals }: { unit: FunnelUnit; decimals: number }) {
  const { name, x, y, signal, comparison, highlighted = false, valuePct, events, total } = unit;
  const isNamed = highlighted || signal !== 'within';
  const title = `${name}: ${formatPercent(valuePct, decimals)}, ${formatNumber(events)} of ${formatNumber(total)}, ${comparisonWord(comparison)}`;
  return (
    <g>
      <ComparisonMark comparison={comparison} x={x} y={y} radius={highlighted ? 7 : 5} title={title} />
      {isNamed ? (
        <svg aria-hidden="true" x={percent(x)} y={y} overflow="visible">
          <text x={x > 60 ? -10 : 10} y="4" textAnchor={x > 60 ? 'end' : 'start'} className="fill-ink text-xs">
            {highlighted ? `▸ ${name}` : name}
          </text>
        </svg>
      ) : null}
    </g>
  );
}
