import { percent, round } from './axis';
import { ChartSvg } from './chart-svg';
import { ComparisonMark } from './comparison-mark';
import { StretchedLines } from './stretched-lines';
import { formatValue, type ValueFormat } from './value-format';
import type { XmrMark, XmrSeries } from './xmr-series';

type XmrChartProps = {
  series: Extract<XmrSeries, { kind: 'chart' }>;
  format: ValueFormat;
  alternative: string;
};

export const XMR_PLOT = [16, 216] as const;
const FOOT = 26;
const MOST_LABELS = 5;
/** Longer names of periods would cover one another: only the first and the last are written. */
const LONGEST_LABEL = 10;

function labelledMarks(marks: readonly XmrMark[]): readonly XmrMark[] {
  const isLong = marks.some(({ label }) => label.length > LONGEST_LABEL);
  const step = isLong ? Math.max(1, marks.length - 1) : Math.ceil(marks.length / MOST_LABELS);
  return marks.filter((_, at) => (marks.length - 1 - at) % step === 0);
}

/** A series with its mean and process limits: a triangle is a point that chance alone does not explain. */
export function XmrChart({ series: { marks, path, y, mean, lower, upper }, format, alternative }: XmrChartProps) {
  const [, bottom] = XMR_PLOT;
  const limits = [lower, upper].filter((limit) => limit !== null);
  const across = (values: readonly number[]) => values.map((value) => `M12 ${round(y.at(value))}H96`).join('');
  return (
    <ChartSvg alternative={alternative} height={bottom + FOOT}>
      {[...limits, mean].map((value) => (
        <text key={value} x="0" y={y.at(value) + 4} className="fill-muted text-xs">
          {formatValue(value, format)}
        </text>
      ))}
      <StretchedLines y={0} height={bottom}>
        <path d={across([mean])} className="stroke-ink" strokeWidth={1.5} vectorEffect="non-scaling-stroke" />
        <path
          d={across(limits)}
          className="stroke-whisker"
          strokeWidth={1.5}
          strokeDasharray="5 3"
          vectorEffect="non-scaling-stroke"
        />
        <path d={path} className="stroke-similar" strokeWidth={2} vectorEffect="non-scaling-stroke" />
      </StretchedLines>
      {marks.map(({ label, value, x, y: top, comparison, signal }) => (
        <ComparisonMark
          key={label}
          comparison={comparison}
          x={x}
          y={top}
          radius={5}
          title={`${label}: ${formatValue(value, format)}${signal ? `, ${signal}` : ''}`}
        />
      ))}
      {labelledMarks(marks).map(({ label, x }) => (
        <text
          key={label}
          x={percent(x)}
          y={bottom + 20}
          textAnchor={x > 90 ? 'end' : 'middle'}
          className="fill-muted text-xs"
        >
          {label}
        </text>
      ))}
    </ChartSvg>
  );
}
