export type ChartRow = Readonly<Record<string, string | number | null>>;

/** Tremor's property names. */
export type ChartProps = {
  data: readonly ChartRow[];
  /** Key of the text on the axis. */
  index: string;
  /** Keys of the series, at most four. */
  categories: readonly string[];
  /** CSS colours; by default those of the series. */
  colors?: readonly string[];
  valueFormatter?: (value: number) => string;
  onValueChange?: (value: ChartValue | null) => void;
  showLegend?: boolean;
  /** Name of the chart for those who don't see it. */
  label: string;
  height: number;
};

export type ChartValue = { index: string; category: string; value: number };
