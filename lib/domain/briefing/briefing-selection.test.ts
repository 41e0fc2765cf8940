import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_BARS, selectBars } from './bar-selection';
import { chooseFigures } from './figure-choice';
import { selectKeyMessages, wordCount } from './key-messages';
import { classOf, equalCountClasses } from './map-classes';
import { selectPosition } from './position-order';
import { MAX_RECOMMENDATIONS, selectRecommendations } from './recommendation-limit';

const message = (text: string, stale = false) => ({ text, ref: '', stale });

describe('key messages', () => {
  it('never hold a figure over three years old', () => {
    expect(selectKeyMessages([message('Old.', true), message('New.')]).map(({ text }) => text)).toEqual(['New.']);
  });

  it('are at most five, in the order given', () => {
    const texts = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(selectKeyMessages(texts.map((text) => message(text))).map(({ text }) => text)).toEqual(texts.slice(0, 5));
  });

  it('leave out a sentence of more than 25 words', () => {
    const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
    expect(selectKeyMessages([message(words(26)), message(words(25))])).toEqual([message(words(25))]);
  });

  it('count a number as a word and a lone sign not', () => {
    expect(wordCount('85.0 % of 127 – posts')).toBe(4);
  });
});

describe('position table', () => {
  it('drops figures over three years old before current ones', () => {
    const rows = [
      { indicatorId: 'a', group: 'need', stale: true },
      { indicatorId: 'b', group: 'need', stale: false },
      { indicatorId: 'c', group: 'vacancy', stale: false },
    ] as const;
    expect(selectPosition(rows, 2)).toEqual([rows[2], rows[1]]);
  });

  it('leaves room for every indicator where one has many parts', () => {
    const parts = Array.from({ length: 5 }, () => ({ indicatorId: 'fill', group: 'vacancy', stale: false }) as const);
    const need = { indicatorId: 'need', group: 'need', stale: false } as const;
    expect(selectPosition([...parts, need], 3)).toEqual([parts[0], parts[1], need]);
  });
});

describe('map classes', () => {
  it('put every value into exactly one class, in order, at most five', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 60 }), (values) => {
        const classes = equalCountClasses(values);
        const sorted = [...values].sort((a, b) => a - b).map((value) => classOf(value, classes) ?? Number.NaN);
        expect(classes.length).toBeLessThanOrEqual(5);
        expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
        expect(sorted.some(Number.isNaN)).toBe(false);
      }),
    );
  });

  it('keep the extreme shades for the extremes of two values', () => {
    expect(equalCountClasses([3, 1]).map(({ mapClass }) => mapClass)).toEqual([1, 5]);
  });
});

describe('bars', () => {
  it('always include the briefing’s own area, and at most fourteen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), (count, pick) => {
        const rows = Array.from({ length: count }, (_, index) => ({
          code: `A${index}`,
          value: (index * 37) % 11,
          selected: index === pick % count,
        }));
        const { shown, omitted } = selectBars(rows);
        expect(shown.some((row) => row.selected)).toBe(true);
        expect(shown.length).toBeLessThanOrEqual(MAX_BARS);
        expect(shown.length + omitted).toBe(count);
      }),
    );
  });
});

describe('choice of figures', () => {
  const coverage = { total: 11, stale: false, hasIntervals: false, areaLoaded: true };

  it('maps the best-covered indicator and draws bars of one with intervals', () => {
    const choice = chooseFigures([
      { ...coverage, indicatorId: 'fill', loaded: 3, hasIntervals: true },
      { ...coverage, indicatorId: 'need', loaded: 11 },
      { ...coverage, indicatorId: 'rural', loaded: 11 },
    ]);
    expect(choice).toEqual({ mapId: 'need', barsId: 'fill' });
  });

  it('uses nothing that is over three years old or not loaded for the area', () => {
    const choice = chooseFigures([
      { ...coverage, indicatorId: 'old', loaded: 11, stale: true },
      { ...coverage, indicatorId: 'fill', loaded: 3, areaLoaded: false },
    ]);
    expect(choice).toEqual({ mapId: null, barsId: null });
  });
});

describe('recommendations', () => {
  const rows = (group: 'measured_here' | 'applies_anywhere' | 'other_evidence', count: number) =>
    Array.from({ length: count }, (_, index) => ({ group, id: `${group}${index}` }));

  it('keep room for every group when there are many', () => {
    const chosen = selectRecommendations([
      ...rows('other_evidence', 8),
      ...rows('applies_anywhere', 8),
      ...rows('measured_here', 8),
    ]);
    expect(chosen).toHaveLength(MAX_RECOMMENDATIONS);
    expect(new Set(chosen.map(({ group }) => group)).size).toBe(3);
  });

  it('are all shown when there are few', () => {
    expect(selectRecommendations([...rows('measured_here', 1), ...rows('other_evidence', 9)])).toHaveLength(8);
  });
});
