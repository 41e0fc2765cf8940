import { describe, expect, it } from 'vitest';
import type { BarsSpec } from '@/lib/contracts/briefing';
import { contrast, inkOn, JUDGEMENT_STEPS, NO_JUDGEMENT_STEPS } from './ink';
import { sortedBarsSvg } from './sorted-bars';
import { wrapName } from './svg-text';

const SPEC: BarsSpec = {
  baseline: 0,
  axisLabel: 'Per cent',
  ceiling: 100,
  benchmark: { name: 'UK', value: 90.1, label: '90.1' },
  bars: [{ code: 'A', name: 'North & East', value: 85, lower: 77.8, upper: 90.2, label: '85.0', selected: true }],
};

describe('print figures', () => {
  it('write text on every map shade at 4.5 to 1 or better', () => {
    const worst = Math.min(...[...NO_JUDGEMENT_STEPS, ...JUDGEMENT_STEPS].map((fill) => contrast(fill, inkOn(fill))));
    expect(worst).toBeGreaterThanOrEqual(4.5);
  });

  it('use no colour that the PDF engine would draw black', () => {
    expect(sortedBarsSvg(SPEC, 'alt')).not.toMatch(/var\(|currentColor/);
  });

  it('start bars at nought and draw whiskers only for an interval', () => {
    const without = sortedBarsSvg({ ...SPEC, bars: SPEC.bars.map((bar) => ({ ...bar, lower: null })) }, 'alt');
    expect(sortedBarsSvg(SPEC, 'alt').length).toBeGreaterThan(without.length);
    expect(without).toContain('<rect x="112"');
  });

  it('escape names and the text alternative', () => {
    const svg = sortedBarsSvg(SPEC, '"<&');
    expect(svg).toContain('North &#38; East');
    expect(svg).toContain('aria-label="&#34;&#60;&#38;"');
  });

  it('never print a name wider than its column', () => {
    const lines = wrapName('Bath and North East Somerset, Swindon and Wiltshire', 20);
    expect(lines).toEqual(['Bath and North East', 'Somerset, Swindon a…']);
    expect(wrapName('Yorkshire and the Humber', 20)).toEqual(['Yorkshire and the', 'Humber']);
  });
});
