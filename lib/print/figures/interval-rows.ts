import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { BAR_EDGE, BAR_OTHER, BAR_SELECTED, INK, MUTED, PAPER, RULE } from './ink';
import { charactersFor, escapeXml, px, wrapName } from './svg-text';

/** `bars` begin at 0; `dots` stand for ratios, filled where their interval leaves out the reference. */
export type IntervalRowsSpec = {
  readonly mark: 'bars' | 'dots';
  readonly rows: readonly IntervalRow[];
  readonly axisLabel: string;
  readonly reference: { readonly value: number; readonly label: string } | null;
};

export type IntervalRow = {
  readonly name: string;
  /** Value and interval in words, or why there is none. */
  readonly text: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** A heading above the row. */
  readonly heading?: string;
};

/** Drawn in points at the width of half a page: 8 is 8 points on paper. */
const WIDTH = 238;
const NAME_WIDTH = 82;
const TEXT_WIDTH = 84;
const GAP = 6;
const SIZE = 8;
const NAME_CHARACTERS = 20;
const LINE = 9;
const AXIS = 24;
/** Wider marks make no finer reading; one of few people would press all others to the edge. */
const MOST_RATIO = 4;

/** Wider than any letter on average: words that cross a line stand on paper. */
const LETTER = 4.8;

type X = ScaleLinear<number, number>;

/** Room for the name of the reference line. */
const topEdge = (reference: IntervalRowsSpec['reference']): number => (reference ? 11 : 1);

const topOf = ({ mark, rows, reference }: IntervalRowsSpec): number => {
  const values = rows.flatMap(({ value, upper }) => [value ?? 0, upper ?? 0]);
  const most = Math.max(...values, reference?.value ?? 0);
  return mark === 'dots' ? Math.min(MOST_RATIO, Math.max(most, 1.5)) : most || 1;
};

const text = (x: number, y: number, words: string, rest: string): string =>
  `<text x="${px(x)}" y="${px(y)}" font-size="${SIZE}" ${rest}>${escapeXml(words)}</text>`;

const whisker = ({ lower, upper }: IntervalRow, y: number, x: X): string => {
  if (lower === null || upper === null) return '';
  const path = `M${px(x(lower))} ${px(y)}H${px(x(upper))}M${px(x(lower))} ${px(y - 2.5)}V${px(y + 2.5)}M${px(x(upper))} ${px(y - 2.5)}V${px(y + 2.5)}`;
  return `<path d="${path}" fill="none" stroke="${PAPER}" stroke-width="2.6"/><path d="${path}" fill="none" stroke="${MUTED}" stroke-width="1.3"/>`;
};

const markOf = (row: IntervalRow, y: number, x: X, { mark, reference }: IntervalRowsSpec): string => {
  if (row.value === null) return '';
  if (mark === 'bars')
    return `<rect x="${px(x(0))}" y="${px(y - 4)}" width="${px(x(row.value) - x(0))}" height="8" fill="${BAR_OTHER}" stroke="${BAR_EDGE}" stroke-width="0.5"/>${whisker(row, y, x)}`;
  const isApart =
    reference !== null &&
    row.lower !== null &&
    row.upper !== null &&
    (row.lower > reference.value || row.upper < reference.value);
  return `${whisker(row, y, x)}<circle cx="${px(x(row.value))}" cy="${px(y)}" r="3" fill="${isApart ? BAR_SELECTED : PAPER}" stroke="${BAR_SELECTED}" stroke-width="1.2"/>`;
};

type Placed = { readonly row: IntervalRow; readonly y: number; readonly names: readonly string[] };

/** Rows from the top down: a heading and a name of two lines take more room. */
const place = ({ rows, reference }: IntervalRowsSpec): { placed: readonly Placed[]; bottom: number } => {
  let at = topEdge(reference);
  const placed = rows.map((row) => {
    const names = wrapName(row.name, charactersFor(row.name, NAME_CHARACTERS));
    if (row.heading) at += 13;
    const height = names.length > 1 ? 21 : 14;
    at += height;
    return { row, y: at - height / 2, names };
  });
  return { placed, bottom: at + 1 };
};

const headingOf = (words: string, y: number): string =>
  `<rect x="0" y="${px(y - 8)}" width="${px(words.length * LETTER)}" height="10" fill="${PAPER}"/>${text(0, y, words, `font-weight="600" fill="${INK}"`)}`;

const draw = ({ row, y, names }: Placed, x: X, spec: IntervalRowsSpec): string => {
  const top = y - (names.length > 1 ? 10.5 : 7);
  const heading = row.heading ? headingOf(row.heading, top - 3) : '';
  const first = y + 2.8 - ((names.length - 1) * LINE) / 2;
  const name = names
    .map((line, i) => text(NAME_WIDTH, first + i * LINE, line, `text-anchor="end" fill="${INK}"`))
    .join('');
  return `${heading}${name}${markOf(row, y, x, spec)}${text(WIDTH, y + 2.8, row.text, `text-anchor="end" fill="${INK}"`)}`;
};

const axis = ({ axisLabel, reference }: IntervalRowsSpec, x: X, bottom: number): string => {
  const format = x.tickFormat(3);
  const ticks = x
    .ticks(3)
    .map(
      (tick) =>
        `<path d="M${px(x(tick))} ${topEdge(reference)}V${px(bottom)}" stroke="${RULE}" stroke-width="0.5"/>${text(x(tick), bottom + 9, format(tick), `text-anchor="middle" fill="${MUTED}"`)}`,
    )
    .join('');
  const line = reference
    ? `<path d="M${px(x(reference.value))} 10V${px(bottom)}" stroke="${INK}" stroke-width="1.2"/>${text(x(reference.value), 7, reference.label, `text-anchor="middle" font-weight="600" fill="${INK}"`)}`
    : '';
  return `${ticks}${text(NAME_WIDTH + GAP, bottom + 20, axisLabel, `fill="${MUTED}"`)}${line}`;
};

/** Rows in the order given, each with its interval and its figures in words: for half a page's width. */
export const intervalRowsSvg = (spec: IntervalRowsSpec, alt: string): string => {
  const x = scaleLinear([0, topOf(spec)], [NAME_WIDTH + GAP, WIDTH - TEXT_WIDTH - GAP]).clamp(true);
  const { placed, bottom } = place(spec);
  const scale = spec.mark === 'bars' ? x.nice(3) : x;
  // Where every figure is withheld an axis would stand for nothing.
  const isEmpty = spec.rows.every(({ value }) => value === null);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${px(isEmpty ? bottom : bottom + AXIS)}" role="img" aria-label="${escapeXml(alt)}" font-family="Inter">${isEmpty ? '' : axis(spec, scale, bottom)}${placed.map((one) => draw(one, scale, spec)).join('')}</svg>`;
};
