'use client';

import { lazy, type PointerEvent, type ReactNode, Suspense, useRef, useState } from 'react';
import type { ChartRow } from '@/components/tremor/chart-props';
import { formatValue, type ValueFormat } from './value-format';

const loadLine = () => import('@/components/tremor/line-chart');
const loadBar = () => import('@/components/tremor/bar-chart');
const LineChart = lazy(async () => ({ default: (await loadLine()).LineChart }));
const BarChart = lazy(async () => ({ default: (await loadBar()).BarChart }));

type InteractiveChartProps = {
  kind: 'line' | 'bar';
  label: string;
  data: readonly ChartRow[];
  index: string;
  categories: readonly string[];
  format: ValueFormat;
  /** The drawing made on the server: what is seen and printed until the reader reaches for it. */
  children: ReactNode;
};

/** The chart's script is fetched when a reader reaches for it, never before; the size stays. */
export function InteractiveChart({ kind, label, data, index, categories, format, children }: InteractiveChartProps) {
  const [height, setHeight] = useState<number | null>(null);
  const still = useRef<HTMLDivElement>(null);
  const fetchAhead = () => void (kind === 'line' ? loadLine() : loadBar());
  const start = () => setHeight(still.current?.offsetHeight ?? 240);
  const reach = async (event: PointerEvent) => {
    // A finger that scrolls past is not reaching for the chart: it has the button.
    if (event.pointerType !== 'mouse' || height !== null) return;
    await (kind === 'line' ? loadLine() : loadBar());
    start();
  };
  const Chart = kind === 'line' ? LineChart : BarChart;
  const drawing = <div ref={still}>{children}</div>;
  return (
    <div onPointerEnter={reach}>
      {height === null ? (
        drawing
      ) : (
        <div style={{ height }}>
          <Suspense fallback={children}>
            <Chart
              data={data}
              index={index}
              categories={categories}
              label={label}
              height={height}
              valueFormatter={(value) => formatValue(value, format)}
            />
          </Suspense>
        </div>
      )}
      <button
        type="button"
        className="needs-script no-print link mt-1 min-h-6 text-sm"
        onFocus={fetchAhead}
        onClick={() => (height === null ? start() : setHeight(null))}
      >
        {height === null ? 'Explore the chart' : 'Back to the still chart'}
      </button>
    </div>
  );
}
