import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareWith, comparisonWord } from './theme';

const css = readFileSync(path.resolve(import.meta.dirname, '../../app/globals.css'), 'utf8');
const tokens = new Map(
  [...css.matchAll(/^ {2}--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/gm)].map(
    ([, name = '', light = '', dark = '']) => [name, [light, dark] as const] as const,
  ),
);

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(first: string, second: string, scheme: 0 | 1): number {
  const [one = '', two = ''] = [first, second].map((name) => tokens.get(name)?.[scheme]);
  const [dark = 0, light = 0] = [luminance(one), luminance(two)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each([
  { scheme: 0, name: 'light' },
  { scheme: 1, name: 'dark' },
] as const)('contrast, $name', ({ scheme }) => {
  test.each(['canvas', 'surface', 'sunken'])('text is at least 7:1 on %s', (ground) => {
    expect(contrast('ink', ground, scheme)).toBeGreaterThanOrEqual(7);
    expect(contrast('muted', ground, scheme)).toBeGreaterThanOrEqual(7);
  });
  test.each([
    ['accent', 'canvas'],
    ['accent', 'surface'],
    ['accent', 'sunken'],
    ['accent-strong', 'accent-soft'],
    ['on-accent', 'accent'],
    ['on-accent', 'accent-strong'],
    ['danger', 'surface'],
    ['danger', 'danger-soft'],
    ['caution', 'caution-soft'],
    ['caution', 'surface'],
    ['q1-ink', 'q1'],
    ['q2-ink', 'q2'],
    ['q3-ink', 'q3'],
    ['q4-ink', 'q4'],
    ['q5-ink', 'q5'],
  ])('%s on %s reads at 4.5:1', (text, ground) => {
    expect(contrast(text, ground, scheme)).toBeGreaterThanOrEqual(4.5);
  });
  test.each([
    'control',
    'better',
    'similar',
    'worse',
    'lower',
    'higher',
    'series-1',
    'series-2',
    'series-3',
    'series-4',
    'whisker',
  ])('%s marks stand out from the surface at 3:1', (mark) => {
    expect(contrast(mark, 'surface', scheme)).toBeGreaterThanOrEqual(3);
  });
});

describe('comparison', () => {
  test('low vacancy is better, low fill is worse, deprivation is never judged', () => {
    expect(compareWith('lower', 'low_good').judgement).toBe('better');
    expect(compareWith('lower', 'high_good').judgement).toBe('worse');
    expect(compareWith('lower', 'no_judgement').judgement).toBe('none');
    expect(compareWith('not_compared', 'high_good').judgement).toBe('none');
  });
  test('is always a word', () => {
    expect(comparisonWord(compareWith('higher', 'high_good'))).toBe('higher, better');
    expect(comparisonWord(compareWith('higher', 'no_judgement'))).toBe('higher');
    expect(comparisonWord(compareWith('not_compared', 'high_good'))).toBe('not compared');
  });
});
