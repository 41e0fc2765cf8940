import { describe, expect, test } from 'vitest';
import { type ContextVariable, similarAreas } from './similar-areas';

const CODES = ['a', 'b', 'c', 'd'];
const variable = (id: string, values: readonly number[], scale?: 'log'): ContextVariable => ({
  id,
  label: id,
  values: new Map(values.map((value, i) => [CODES[i] ?? '', value])),
  ...(scale ? { scale } : {}),
});
const VARIABLES = [
  variable('population', [1000, 1100, 100, 10_000], 'log'),
  variable('rural-share', [10, 12, 80, 11]),
  variable('need-index-core', [1.1, 1.0, 1.1, 0.9]),
  variable('imd-score', [30, 29, 10, 5]),
];

describe('similarAreas', () => {
  test('names the nearest areas with three reasons and the greatest difference', () => {
    const result = similarAreas({ code: 'a', areaCodes: CODES, variables: VARIABLES });
    if (result.kind === 'none') throw new Error(result.reason);
    const [nearest] = result.areas;
    expect(nearest?.code).toBe('b');
    expect(nearest?.closest).toHaveLength(3);
    expect(nearest?.furthest.id).toBe('need-index-core');
    expect(nearest?.closest.map(({ id }) => id)).not.toContain('need-index-core');
    expect(result.areas.map(({ distance }) => distance)).toEqual(
      result.areas.map(({ distance }) => distance).toSorted((a, b) => a - b),
    );
  });

  test('never uses the outcome compared, nor another measure of the same thing', () => {
    const result = similarAreas({ code: 'a', areaCodes: CODES, variables: VARIABLES, outcomeId: 'imd-income' });
    expect(result).toMatchObject({ kind: 'similar', variables: ['population', 'rural-share', 'need-index-core'] });
  });

  test('leaves out a variable that an area lacks or that is alike everywhere', () => {
    const lacking = variable('lacking', [1, 2, 3]);
    const alike = variable('alike', [2, 2, 2, 2]);
    const result = similarAreas({ code: 'a', areaCodes: CODES, variables: [...VARIABLES, lacking, alike] });
    expect(result).toMatchObject({ variables: VARIABLES.map(({ id }) => id) });
  });

  test('says why there are none', () => {
    expect(similarAreas({ code: 'z', areaCodes: CODES, variables: VARIABLES })).toEqual({
      kind: 'none',
      reason: 'unknown_area',
    });
    expect(similarAreas({ code: 'a', areaCodes: CODES, variables: VARIABLES.slice(0, 2) })).toEqual({
      kind: 'none',
      reason: 'too_few_variables',
    });
  });

  test('does not depend on the order of the areas', () => {
    const forward = similarAreas({ code: 'a', areaCodes: CODES, variables: VARIABLES });
    const backward = similarAreas({ code: 'a', areaCodes: CODES.toReversed(), variables: VARIABLES });
    if (forward.kind === 'none' || backward.kind === 'none') throw new Error('None');
    expect(backward.areas.map(({ code }) => code)).toEqual(forward.areas.map(({ code }) => code));
  });
});
