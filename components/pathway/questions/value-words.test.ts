import { describe, expect, it } from 'vitest';
import type { ValueOfKnowing } from '@/lib/domain/pathway-questions/value-of-knowing';
import { valueSentence, valueTable } from './value-words';

const number = {
  name: 'Money scale',
  range: { low: 0.01449, high: 0.0459, unit: 'utility per 1 % of basic pay' },
  posts: 2.34,
  varianceShare: 0.41,
};
const works = { name: 'Golden hello: whether it does anything', range: null, posts: 1, varianceShare: 0.2 };
const answer: ValueOfKnowing = {
  ...{ kind: 'value', draws: 1_000, leastPosts: 20, meanPosts: 18.2, everything: 4, numbers: [number, works] },
};

describe('what is worth knowing', () => {
  it('says what would be decided now, and which number is worth most', () => {
    expect(valueSentence(answer)).toBe(
      'Where the offer is worth making from 20.0 posts more over the run, it would not be made on what is known now: 18.2 posts more on average over 1,000 draws. Knowing everything first would be worth 4.0 posts. Of single numbers, “Money scale” is worth most: 2.3 posts.',
    );
  });

  it('says so where nothing would change the decision', () => {
    expect(valueSentence({ ...answer, leastPosts: 1, everything: 0, numbers: [] })).toMatch(
      /^Where the offer is worth making from 1.0 post more over the run, it would be made .+ would not change that/,
    );
    expect(valueSentence({ ...answer, numbers: [{ ...works, posts: 0 }] })).toContain('No single number alone');
  });

  it('gives each number in its own unit', () => {
    expect(valueTable(answer).rows).toEqual([
      [
        'Money scale',
        '0.0145 to 0.0459, utility per 1 % of basic pay',
        { value: 2.34, text: '2.3' },
        { value: 0.41, text: '41%' },
      ],
      [works.name, 'yes or no', { value: 1, text: '1.0' }, { value: 0.2, text: '20%' }],
    ]);
  });
});
