'use client';

import {
  Bar,
  CartesianGrid,
  Legend,
  BarChart as RechartsBarChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { SERIES_COLOUR, seriesAt } from '@/components/charts/theme';
import type { ChartProps } from './chart-props';
import { ChartTooltip } from './chart-tooltip';

type BarChartProps = ChartProps & { stack?: boolean; layout?: 'horizontal' | 'vertical' };

/** `layout="vertical"`, Tremor's word for it, has the names down the side and the bars lying. */
export function BarChart({
  data,
  index,
  categories,
  colors = SERIES_COLOUR,
  valueFormatter = String,
  onValueChange,
  showLegend = true,
  stack = false,
  layout = 'vertical',
  label,
  height,
}: BarChartProps) {
  const tick = { fill: 'var(--muted)', fontSize: 12 };
  const lying = layout === 'vertical';
  return (
    <ResponsiveContainer width="100%" height={height}>
      <RechartsBarChart
        data={[...data]}
        layout={layout}
        title={label}
        margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
      >
        <CartesianGrid stroke="var(--line)" vertical={lying} horizontal={!lying} />
        {lying ? (
          <XAxis type="number" stroke="var(--control)" tick={tick} tickFormatter={valueFormatter} />
        ) : (
          <XAxis dataKey={index} stroke="var(--control)" tick={tick} />
        )}
        {lying ? (
          <YAxis type="category" dataKey={index} stroke="var(--control)" tick={tick} width="auto" interval={0} />
        ) : (
          <YAxis stroke="var(--control)" tick={tick} tickFormatter={valueFormatter} width="auto" />
        )}
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--sunken)' }}
          content={({ active, label: at, payload }) => (
            <ChartTooltip active={active} label={at} payload={payload} valueFormatter={valueFormatter} />
          )}
        />
        {showLegend && categories.length > 1 ? (
          <Legend verticalAlign="top" align="left" itemSorter={null} wrapperStyle={{ fontSize: 12 }} />
        ) : null}
        {categories.map((category, at) => (
          <Bar
            key={category}
            dataKey={category}
            fill={seriesAt(colors, at)}
            stroke="var(--surface)"
            isAnimationActive={false}
            onClick={(_, position) => {
              const row = data[position];
              const value = row?.[category];
              if (typeof value === 'number') onValueChange?.({ index: String(row?.[index]), category, value });
            }}
            {...(stack ? { stackId: 'all' } : {})}
          />
        ))}
      </RechartsBarChart>
    </ResponsiveContainer>
  );
}
