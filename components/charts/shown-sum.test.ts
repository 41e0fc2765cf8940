import { describe, expect, it } from 'vitest';
import { shownSum } from './shown-sum';

const zero = { kind: 'value', count: 0 } as const;
const [low, withheld, absent] = [{ kind: 'low' }, { kind: 'suppressed' }, { kind: 'not_loaded' }] as const;

describe('a sum of published cells', () => {
  it('adds what has a number; what rounds to 0 and what is withheld adds nothing', () => {
    expect(shownSum([{ kind: 'value', count: 15 }, low, withheld])).toEqual({ people: 15, kind: 'value' });
  });

  it.each([
    ['each rounds to 0', [low, low], 'low'],
    ['some round to 0 beside a 0', [zero, low], 'low'],
    ['one is withheld', [zero, low, withheld], 'suppressed'],
    ['one is not loaded', [low, absent], 'not_loaded'],
    ['none applies', [{ kind: 'not_applicable' } as const], 'not_applicable'],
  ] as const)('is no number, never 0, where %s', (_, cells, kind) => {
    expect(shownSum(cells)).toEqual({ people: null, kind });
  });

  it('is 0 where every count is 0, or there is nothing to count', () => {
    expect(shownSum([zero, zero])).toEqual({ people: 0, kind: 'value' });
    expect(shownSum([])).toEqual({ people: 0, kind: 'value' });
  });
});
