import type { ReactNode } from 'react';
import { AbsentAreas } from './absent-areas';
import { percent } from './axis';
import { ChartSvg } from './chart-svg';
import type { Bar, CompareBars } from './compare-bars';
import { StretchedLines } from './stretched-lines';
import { comparisonFill, comparisonWord } from './theme';
import { formatRange, formatValue, type ValueFormat } from './value-format';

type CompareBarsChartProps = { rows: CompareBars; format: ValueFormat; alternative: string };

const ROW = 38;
const TOP = 22;
const BAR = 12;

/** Sorted bars with whiskers; the benchmark is a line through every bar, named at the top. */
export function CompareBarsChart({ rows, format, alternative }: CompareBarsChartProps) {
  const { bars, benchmark, band } = rows;
  const linked = bars.some(({ href }) => href !== undefined);
  const bandTop = benchmark ? TOP : 0;
  const top = bandTop + (band ? TOP : 0);
  return (
    <>
      <ChartSvg alternative={alternative} height={top + bars.length * ROW} interactive={linked}>
        {benchmark ? (
          <g>
            <rect x="0" y="2" width="2" height="14" className="fill-ink" />
            <text x="8" y="13" className="fill-muted text-xs">
              {`${benchmark.label} ${formatValue(benchmark.value, format)}`}
            </text>
          </g>
        ) : null}
        {band ? (
          <g>
            <rect x="0" y={bandTop + 2} width="14" height="14" className="fill-accent-soft stroke-accent" />
            <text x="20" y={bandTop + 13} className="fill-muted text-xs">
              {`${band.label}: ${formatRange(band.from, band.to, format)}`}
            </text>
          </g>
        ) : null}
        {bars.map((bar, at) => (
          <BarRow key={bar.code} bar={bar} rows={rows} format={format} y={top + at * ROW} />
        ))}
        <Lines rows={rows} y={top} />
      </ChartSvg>
      <AbsentAreas rows={rows} />
    </>
  );
}

type BarRowProps = { bar: Bar; rows: CompareBars; format: ValueFormat; y: number };

function BarRow({ bar, rows, format, y }: BarRowProps) {
  const drawing = <BarDrawing bar={bar} rows={rows} format={format} y={y} />;
  if (bar.href === undefined) return drawing;
  return (
    <a href={bar.href} aria-label={barLabel(bar, format)}>
      {drawing}
    </a>
  );
}

function barLabel({ name, value, lower, upper, comparison, stale }: Bar, format: ValueFormat): string {
  const interval = lower !== null && upper !== null ? ` (${formatRange(lower, upper, format)})` : '';
  const word = comparison ? `, ${comparisonWord(comparison)}` : '';
  return `${name}: ${formatValue(value, format)}${interval}${word}${stale ? ', old figure' : ''}`;
}

function barFill({ comparison, stale }: Bar): string {
  if (stale) return 'fill-similar opacity-60';
  return comparison ? comparisonFill(comparison) : 'fill-higher';
}

const glyphs = { higher: '▲ ', lower: '▼ ', similar: '● ', not_compared: '' } as const;

function BarDrawing({ bar, rows, format, y }: BarRowProps) {
  const { axis, band } = rows;
  const zero = axis.at(0);
  const end = axis.at(bar.value);
  return (
    <g>
      <rect x="0" y={y} width="100%" height={ROW} className="fill-transparent" />
      <svg aria-hidden="true" x="0" y={y} width="74%" height="20">
        <title>{bar.name}</title>
        <text y="14" className={bar.highlighted ? 'fill-ink text-[13px] font-bold' : 'fill-ink text-[13px]'}>
          {bar.highlighted ? `▸ ${bar.name}` : bar.name}
        </text>
      </svg>
      <text x="100%" y={y + 14} textAnchor="end" className="fill-ink text-[13px] font-semibold">
        {bar.comparison ? glyphs[bar.comparison.direction] : ''}
        {formatValue(bar.value, format)}
        {bar.stale ? ', old' : ''}
        {bar.lower !== null && bar.upper !== null ? (
          <tspan className="hidden fill-muted font-normal sm:inline">
            {` (${formatRange(bar.lower, bar.upper, format)})`}
          </tspan>
        ) : null}
      </text>
      {band ? (
        <rect
          x={percent(axis.at(band.from))}
          y={y + 17}
          width={percent(Math.max(axis.at(band.to) - axis.at(band.from), 0.3))}
          height={BAR + 6}
          className="fill-accent-soft stroke-accent"
        />
      ) : null}
      <rect
        x={percent(Math.min(zero, end))}
        y={y + 20}
        width={percent(Math.abs(end - zero))}
        height={BAR}
        className={`focus-mark ${barFill(bar)}`}
      />
    </g>
  );
}

/** Whiskers and comparators of all bars: a rim in the surface's colour keeps a whisker readable on its bar. */
function Lines({ rows: { bars, axis, benchmark }, y }: { rows: CompareBars; y: number }) {
  const rowAt = (at: number) => at * ROW + 20;
  const whiskers = bars.map(({ lower, upper }, at) => {
    if (lower === null || upper === null) return '';
    const middle = rowAt(at) + BAR / 2;
    const [from, to] = [axis.at(lower), axis.at(upper)];
    const cap = (x: number) => `M${x} ${middle - 3}v6`;
    return `M${from} ${middle}H${to}${cap(from)}${cap(to)}`;
  });
  const references = bars.map((bar, at) => {
    const reference = bar.reference ?? benchmark?.value ?? null;
    return reference === null ? '' : `M${axis.at(reference)} ${rowAt(at) - 3}v${BAR + 6}`;
  });
  const paths = [
    { d: whiskers.join(''), className: 'stroke-surface', strokeWidth: 4 },
    { d: whiskers.join(''), className: 'stroke-whisker', strokeWidth: 2 },
    { d: references.join(''), className: 'stroke-ink', strokeWidth: 2 },
  ].filter(({ d }) => d !== '');
  if (paths.length === 0) return null;
  return (
    <StretchedLines y={y} height={bars.length * ROW}>
      {paths.map((path) => (
        <path key={path.className} {...path} vectorEffect="non-scaling-stroke" />
      ))}
    </StretchedLines>
  );
}

/** Interval with caps; a rim in the surface's colour keeps it readable on the bar. */
export function Whisker({ from, to, y }: { from: number; to: number; y: number }) {
  const lines: ReactNode[] = [
    ['stroke-surface', 4],
    ['stroke-whisker', 2],
  ].map(([stroke, width]) => (
    <g key={stroke} className={String(stroke)} strokeWidth={width}>
      <line x1={percent(from)} x2={percent(to)} y1={y} y2={y} />
      <line x1={percent(from)} x2={percent(from)} y1={y - 3} y2={y + 3} />
      <line x1={percent(to)} x2={percent(to)} y1={y - 3} y2={y + 3} />
    </g>
  ));
  return <>{lines}</>;
}
