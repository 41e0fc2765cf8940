import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Bar, BarsSpec } from '@/lib/contracts/briefing';
import { BAR_EDGE, BAR_OTHER, BAR_SELECTED, INK, MUTED, RULE } from './ink';
import { escapeXml, px, wrapName } from './svg-text';

const WIDTH = 340;
const NAME_WIDTH = 112;
const VALUE_WIDTH = 52;
const TOP = 20;
/** Bold runs wider. */
const NAME_CHARACTERS = 19;
const BOLD_NAME_CHARACTERS = 17;

type Frame = { readonly x: ScaleLinear<number, number>; readonly step: number; readonly baseline: number };

const endsOf = (spec: BarsSpec): [number, number] => {
  const values = spec.bars.flatMap((bar) => [bar.value, bar.lower ?? bar.value, bar.upper ?? bar.value]);
  const all = [...values, spec.baseline, ...(spec.benchmark ? [spec.benchmark.value] : [])];
  return [Math.min(...all), spec.ceiling ?? Math.max(...all)];
};

const drawName = (bar: Bar, y: number): string => {
  const lines = wrapName(bar.name, bar.selected ? BOLD_NAME_CHARACTERS : NAME_CHARACTERS);
  const first = y + 4 - (lines.length - 1) * 5.5;
  const weight = bar.selected ? 700 : 400;
  return lines
    .map(
      (line, index) =>
        `<text x="${NAME_WIDTH - 8}" y="${px(first + index * 11)}" text-anchor="end" font-size="11" font-weight="${weight}" fill="${INK}">${escapeXml(line)}</text>`,
    )
    .join('');
};

const drawWhisker = (bar: Bar, y: number, frame: Frame): string => {
  if (bar.lower === null || bar.upper === null) return '';
  const cap = frame.step * 0.13;
  const [left, right] = [frame.x(bar.lower), frame.x(bar.upper)];
  const path = `M${px(left)} ${px(y)}H${px(right)}M${px(left)} ${px(y - cap)}V${px(y + cap)}M${px(right)} ${px(y - cap)}V${px(y + cap)}`;
  // White under dark: the whisker stays visible inside the dark bar as well as beyond it.
  return `<path d="${path}" fill="none" stroke="#FFFFFF" stroke-width="4"/><path d="${path}" fill="none" stroke="${MUTED}" stroke-width="2"/>`;
};

const drawBar = (bar: Bar, index: number, frame: Frame): string => {
  const y = TOP + frame.step * (index + 0.5);
  const height = frame.step * 0.58;
  const [from, to] = [frame.x(frame.baseline), frame.x(bar.value)].sort((a, b) => a - b);
  const fill = bar.selected ? BAR_SELECTED : BAR_OTHER;
  const body = `<rect x="${px(from ?? 0)}" y="${px(y - height / 2)}" width="${px((to ?? 0) - (from ?? 0))}" height="${px(height)}" fill="${fill}" stroke="${BAR_EDGE}" stroke-width="0.75"/>`;
  const weight = bar.selected ? 700 : 400;
  const label = `<text x="${WIDTH}" y="${px(y + 4)}" text-anchor="end" font-size="11" font-weight="${weight}" fill="${INK}">${escapeXml(bar.label)}</text>`;
  return `${drawName(bar, y)}${body}${drawWhisker(bar, y, frame)}${label}`;
};

const drawBenchmark = (spec: BarsSpec, frame: Frame, bottom: number): string => {
  if (!spec.benchmark) return '';
  const x = frame.x(spec.benchmark.value);
  const text = `${spec.benchmark.name} ${spec.benchmark.label}`;
  const [low = 0, high = WIDTH] = frame.x.range();
  const anchor = x > (low + high) / 2 ? 'end' : 'start';
  return `<path d="M${px(x)} ${TOP - 5}V${px(bottom)}" stroke="${INK}" stroke-width="2"/><text x="${px(anchor === 'end' ? x + 2 : x - 2)}" y="11" text-anchor="${anchor}" font-size="11" font-weight="600" fill="${INK}">${escapeXml(text)}</text>`;
};

const drawAxis = (frame: Frame, bottom: number, axisLabel: string): string => {
  const format = frame.x.tickFormat(4);
  const ticks = frame.x
    .ticks(4)
    .map(
      (tick) =>
        `<path d="M${px(frame.x(tick))} ${TOP}V${px(bottom)}" stroke="${RULE}" stroke-width="0.75"/><text x="${px(frame.x(tick))}" y="${px(bottom + 13)}" text-anchor="middle" font-size="10.5" fill="${MUTED}">${escapeXml(format(tick))}</text>`,
    )
    .join('');
  return `${ticks}<text x="${NAME_WIDTH}" y="${px(bottom + 28)}" font-size="10.5" fill="${MUTED}">${escapeXml(axisLabel)}</text>`;
};

/** Horizontal bars in the order given, whiskers for intervals, a black line for the benchmark. */
export const sortedBarsSvg = (spec: BarsSpec, alt: string): string => {
  const [low, high] = endsOf(spec);
  const step = spec.bars.length > 6 ? 24 : 30;
  const x = scaleLinear([low, high], [NAME_WIDTH, WIDTH - VALUE_WIDTH]);
  const frame: Frame = { x: spec.ceiling === null ? x.nice(4) : x, step, baseline: spec.baseline };
  const bottom = TOP + step * spec.bars.length;
  const bars = spec.bars.map((bar, index) => drawBar(bar, index, frame)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${px(bottom + 34)}" role="img" aria-label="${escapeXml(alt)}" font-family="Inter">${drawAxis(frame, bottom, spec.axisLabel)}${bars}${drawBenchmark(spec, frame, bottom)}</svg>`;
};
