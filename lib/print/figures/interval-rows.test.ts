import { describe, expect, it } from 'vitest';
import { BAR_SELECTED, PAPER } from './ink';
import { type IntervalRowsSpec, intervalRowsSvg } from './interval-rows';

const ROW = { name: 'North & East', text: '0.44 (0.42 to 0.47)', value: 0.44, lower: 0.42, upper: 0.47 };
const DOTS: IntervalRowsSpec = {
  mark: 'dots',
  rows: [ROW],
  axisLabel: 'Ratio',
  reference: { value: 1, label: 'in proportion' },
};
const fills = (svg: string): (string | undefined)[] =>
  [...svg.matchAll(/<circle[^>]*fill="([^"]+)"/g)].map(([, fill]) => fill);

describe('rows with intervals', () => {
  it('fill a dot only where its interval leaves out the reference', () => {
    const straddles = { ...ROW, lower: 0.9, value: 1, upper: 1.1 };
    const unknown = { ...ROW, lower: null, upper: null };
    expect(fills(intervalRowsSvg({ ...DOTS, rows: [ROW, straddles, unknown] }, 'alt'))).toEqual([
      BAR_SELECTED,
      PAPER,
      PAPER,
    ]);
  });

  it('keep a mark of few people inside the figure and its words as they are', () => {
    const wild = { ...ROW, value: 30, upper: 200, text: '30.00 (0.42 to 200.00)' };
    const svg = intervalRowsSvg({ ...DOTS, rows: [wild] }, 'alt');
    const [, x = ''] = /<circle cx="([\d.]+)"/.exec(svg) ?? [];
    expect(Number(x)).toBeLessThanOrEqual(238 - 84);
    expect(svg).toContain('30.00 (0.42 to 200.00)');
  });

  it('draw neither mark nor axis for what is withheld, and say so', () => {
    const gap = { ...ROW, text: 'Suppressed', value: null, lower: null, upper: null };
    const svg = intervalRowsSvg({ ...DOTS, mark: 'bars', rows: [gap], reference: null }, 'alt');
    expect(svg).toContain('Suppressed');
    expect(svg).not.toContain('Ratio');
    expect(svg).not.toMatch(/<rect|<path/);
  });

  it('escape names, and use no colour that the PDF engine would draw black', () => {
    const svg = intervalRowsSvg(DOTS, '"<&');
    expect(svg).toContain('North &#38; East');
    expect(svg).toContain('aria-label="&#34;&#60;&#38;"');
    expect(svg).not.toMatch(/var\(|currentColor/);
  });
});
