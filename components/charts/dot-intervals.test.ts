import { describe, expect, it } from 'vitest';
import { measured } from '@/lib/domain/measure/measure';
import { toDotIntervals } from './dot-intervals';

const entry = (code: string, value: number, lower: number, upper: number) => ({
  code,
  name: code,
  measure: measured(value, { lower, upper, level: 0.95, method: 'test' }),
});

describe('dots with intervals', () => {
  const entries = [
    entry('over', 1.4, 1.2, 1.6),
    entry('under', 0.6, 0.5, 0.7),
    entry('touches', 0.9, 0.8, 1),
    { code: 'hidden', name: 'Hidden', measure: { kind: 'suppressed' as const } },
    { code: 'bare', name: 'Bare', measure: measured(1.1) },
  ];
  const rows = toDotIntervals({ entries, reference: 1 });

  it('say above or below the line only where the whole interval is', () => {
    expect(rows.dots.map(({ code, comparison }) => [code, comparison.direction])).toEqual([
      ['under', 'lower'],
      ['touches', 'similar'],
      ['bare', 'not_compared'],
      ['over', 'higher'],
    ]);
    expect(new Set(rows.dots.map(({ comparison }) => comparison.judgement))).toEqual(new Set(['none']));
  });

  it('leave nobody out without a word, and keep the line on the axis', () => {
    expect(rows.suppressed).toEqual(['Hidden']);
    const [from, to] = toDotIntervals({ entries: [entry('far', 3, 2.5, 3.5)], reference: 1 }).axis.domain;
    expect([from < 1, to > 3.5]).toEqual([true, true]);
  });

  it('keep the given order where it has a meaning', () => {
    const given = toDotIntervals({ entries, reference: 1, order: 'given' });
    expect(given.dots.map(({ code }) => code)).toEqual(['over', 'under', 'touches', 'bare']);
  });
});
