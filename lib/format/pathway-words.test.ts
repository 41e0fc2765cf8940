import { describe, expect, it } from 'vitest';
import { bandOf } from '@/lib/domain/pathway/band';
import { costPerWords } from './pathway-words';

const [nothing, millions] = [bandOf([0, 0]), bandOf([1_000_000, 3_000_000])];

describe('the cost of a gain', () => {
  it('is no cost where nothing is paid, and not a want of gain', () => {
    expect(costPerWords(null, 'whole', nothing)).toBe('no cost');
  });

  it('is not known where no cost was entered, whole or in part: £0 is what is left out', () => {
    expect(costPerWords(null, 'none', nothing)).toBe('not known: no cost entered');
    expect(costPerWords(null, 'part', nothing)).toBe('not given: a lever has no cost entered');
  });

  it('is not given where something is paid and few draws gain', () => {
    expect(costPerWords(null, 'whole', millions)).toBe('not given: fewer than half of the draws gain enough');
  });

  it('has its interval where draws gain', () => {
    expect(costPerWords(millions, 'whole', millions)).toBe('£2.0m (80% interval £1.2m to £2.8m)');
  });
});
