import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Band } from '@/lib/domain/pathway/round';
import { formatSigned } from '@/lib/format/number';
import { BAR_OTHER, BAR_SELECTED, INK, MUTED, RULE } from './ink';
import { escapeXml, px } from './svg-text';

/** A change over years: median with its bands. Null until there are draws enough for the outer one. */
export type FanSpec = {
  readonly points: readonly { readonly year: number; readonly band: Band }[];
  readonly decimals: number;
  /** Points; 8 is 8 points on paper. */
  readonly width: number;
  readonly height: number;
};

/** Lighter than the band of 80 %, and told from it in grey. */
const OUTER = '#E3ECF4';
const SIZE = 8;
const LEFT = 40;
const RIGHT = 12;
const TOP = 6;
const FOOT = 16;
const MOST_YEARS = 8;

const text = (x: number, y: number, words: string, anchor: string): string =>
  `<text x="${px(x)}" y="${px(y)}" font-size="${SIZE}" text-anchor="${anchor}" fill="${MUTED}">${escapeXml(words)}</text>`;

/** The same drawing as on the screen: dark band 80 % of draws, light 95 %, thick line no change. */
export function fanSvg({ points, decimals, width, height }: FanSpec, alt: string): string {
  const is95 = points.every(({ band }) => band.lower95 !== null && band.upper95 !== null);
  const ends = points.flatMap(({ band }) => [band.lower95 ?? band.lower80, band.upper95 ?? band.upper80, band.median]);
  const y = scaleLinear([Math.min(0, ...ends), Math.max(0, ...ends)], [height - FOOT, TOP]).nice(4);
  const x = scaleLinear([0, Math.max(points.length - 1, 1)], [LEFT, width - RIGHT]);
  const band = (low: (one: Band) => number, high: (one: Band) => number): string =>
    area<FanSpec['points'][number]>()
      .x((_, at) => x(at))
      .y0((point) => y(low(point.band)))
      .y1((point) => y(high(point.band)))
      .digits(1)([...points]) ?? '';
  const outer = is95
    ? `<path d="${band(
        (one) => one.lower95 ?? one.lower80,
        (one) => one.upper95 ?? one.upper80,
      )}" fill="${OUTER}" stroke="${RULE}" stroke-width="0.5"/>`
    : '';
  const inner = `<path d="${band(
    (one) => one.lower80,
    (one) => one.upper80,
  )}" fill="${BAR_OTHER}"/>`;
  const median = line<FanSpec['points'][number]>()
    .x((_, at) => x(at))
    .y((point) => y(point.band.median))
    .digits(1)([...points]);
  const dots = points
    .map((point, at) => `<circle cx="${px(x(at))}" cy="${px(y(point.band.median))}" r="1.8" fill="${BAR_SELECTED}"/>`)
    .join('');
  const rules = y
    .ticks(4)
    .map(
      (tick) =>
        `<path d="M${LEFT} ${px(y(tick))}H${px(width - RIGHT)}" stroke="${tick === 0 ? INK : RULE}" stroke-width="${tick === 0 ? 1.2 : 0.5}"/>${text(LEFT - 5, y(tick) + 2.8, formatSigned(tick, decimals), 'end')}`,
    )
    .join('');
  const step = Math.max(1, Math.ceil(points.length / MOST_YEARS));
  const years = points
    .map((point, at) =>
      (points.length - 1 - at) % step === 0 ? text(x(at), height - 4, String(point.year), 'middle') : '',
    )
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(alt)}" font-family="Inter">${outer}${inner}${rules}<path d="${median ?? ''}" fill="none" stroke="${BAR_SELECTED}" stroke-width="1.6"/>${dots}${years}</svg>`;
}
