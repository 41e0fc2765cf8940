import { scaleLinear } from 'd3-scale';

/**
 * Charts are as wide as their place: across they are drawn in % of the width, down in px, so that
 * text keeps its size at 320 px and at 1,280.
 */
export type Axis = { ticks: number[]; at: (value: number) => number; domain: readonly [number, number] };

const SMALLEST_SPAN = 1e-9;

type AxisOptions = {
  values: readonly number[];
  /** Where the domain's ends lie, in % of the width or px of the height. */
  range: readonly [number, number];
  zero?: boolean;
  tickCount?: number;
};

/** A linear axis over the values, with a little room at its ends; bars need `zero`. */
export function linearAxis({ values, range, zero = false, tickCount = 4 }: AxisOptions): Axis {
  const finite = values.filter(Number.isFinite);
  const all = zero || finite.length === 0 ? [...finite, 0] : finite;
  const low = Math.min(...all);
  const high = Math.max(...all);
  // Ticks of a span near the smallest number can't be counted.
  const pad = high - low < SMALLEST_SPAN ? Math.max(Math.abs(low) * 0.1, 1) : (high - low) * 0.04;
  const start = zero && low === 0 ? 0 : low - pad;
  const end = zero && high === 0 && low < 0 ? 0 : high + pad;
  const scale = scaleLinear([start, end], [...range]);
  return { ticks: scale.ticks(tickCount), at: (value) => round(scale(value)), domain: [start, end] };
}

/** Labels closer than this share of the width (%) would touch at 320 px. */
const LABEL_GAP = 17;

/** The ticks that get a label on a lying axis: nought always, the rest at even steps that leave room. */
export function labelledTicks({ ticks, at }: Axis): number[] {
  const [first = 0, second = first] = ticks;
  const gap = Math.abs(at(second) - at(first));
  const step = gap === 0 ? 1 : Math.ceil(LABEL_GAP / gap);
  const start = Math.max(ticks.indexOf(0), 0);
  return ticks.filter((_, index) => (index - start) % step === 0);
}

/** As many decimals as tell the ticks apart, no more: long labels touch on a small screen. */
export const tickDecimals = ({ ticks: [first = 0, second = first + 1] }: Axis): number =>
  Math.max(0, Math.ceil(-Math.log10(Math.abs(second - first)) - 1e-9));

/** Short numbers keep the page small; a hundredth of a pixel can't be seen. */
export const round = (value: number): number => Math.round(value * 100) / 100;

export const percent = (value: number): string => `${round(value)}%`;
