'use client';

import {
  CartesianGrid,
  Legend,
  Line,
  LineChart as RechartsLineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { SERIES_COLOUR, SERIES_DASH, seriesAt } from '@/components/charts/theme';
import type { ChartProps } from './chart-props';
import { ChartTooltip } from './chart-tooltip';

type LineChartProps = ChartProps & { connectNulls?: boolean };

export function LineChart({
  data,
  index,
  categories,
  colors = SERIES_COLOUR,
  valueFormatter = String,
  onValueChange,
  showLegend = true,
  connectNulls = false,
  label,
  height,
}: LineChartProps) {
  const report = (at: number) => {
    const row = data[at];
    const category = categories.find((key) => typeof row?.[key] === 'number');
    const value = category === undefined ? null : row?.[category];
    if (category !== undefined && typeof value === 'number') {
      onValueChange?.({ index: String(row?.[index]), category, value });
    }
  };
  return (
    <ResponsiveContainer width="100%" height={height}>
      <RechartsLineChart
        data={[...data]}
        title={label}
        margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
        onClick={({ activeTooltipIndex }) => report(Number(activeTooltipIndex ?? -1))}
      >
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis dataKey={index} stroke="var(--control)" tick={{ fill: 'var(--muted)', fontSize: 12 }} />
        <YAxis
          stroke="var(--control)"
          tick={{ fill: 'var(--muted)', fontSize: 12 }}
          tickFormatter={valueFormatter}
          domain={['auto', 'auto']}
          width="auto"
        />
        <Tooltip
          isAnimationActive={false}
          content={({ active, label: at, payload }) => (
            <ChartTooltip active={active} label={at} payload={payload} valueFormatter={valueFormatter} />
          )}
        />
        {showLegend ? (
          <Legend
            verticalAlign="top"
            align="left"
            iconType="plainline"
            itemSorter={null}
            wrapperStyle={{ fontSize: 12 }}
          />
        ) : null}
        {categories.map((category, at) => (
          <Line
            key={category}
            dataKey={category}
            stroke={seriesAt(colors, at)}
            strokeWidth={2}
            strokeDasharray={seriesAt(SERIES_DASH, at)}
            dot={{ r: 3, strokeDasharray: 'none', fill: seriesAt(colors, at) }}
            activeDot={{ r: 6 }}
            connectNulls={connectNulls}
            isAnimationActive={false}
          />
        ))}
      </RechartsLineChart>
    </ResponsiveContainer>
  );
}
