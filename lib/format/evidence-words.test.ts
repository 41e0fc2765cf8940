import { describe, expect, it } from 'vitest';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { LEVER_PARAMETERS } from '@/lib/domain/levers/lever-parameters';
import { conversionLines, distributionKindWords, distributionWords } from './evidence-words';
import { formatDigits } from './number';

const linesOf = (id: string) => PATHWAY_LEVERS.filter((lever) => lever.id === id).flatMap(conversionLines);

describe('words of the evidence', () => {
  it.each([
    [0.0258, '0.0258'],
    [38.3, '38.3'],
    [-1.234, '−1.23'],
    [0, '0'],
    [1_234, '1,230'],
  ])('writes %s with three digits that count', (value, text) => {
    expect(formatDigits(value)).toBe(text);
  });

  it('gives the money scale with the interval of its specification', () => {
    const { distribution, unit } = LEVER_PARAMETERS.b;
    expect(distributionWords(distribution, unit)).toBe(
      '0.0258 utility per 1 % of basic pay; 80% of draws 0.0145 to 0.0459, 95% 0.0107 to 0.0623',
    );
    expect(distributionKindWords(distribution)).toContain('lognormal');
  });

  it('gives no interval to what has no spread', () => {
    const { distribution, unit } = LEVER_PARAMETERS.p_tie_resolved;
    expect(distributionWords(distribution, unit)).toBe('0.3 (probability, 0 to 1)');
    expect(distributionKindWords(distribution)).toContain('the same in every draw');
  });

  it('works out how a lever acts', () => {
    expect(linesOf('one-region-guarantee')[0]).toMatch(/^At entry: utility = money scale b × .+ × .+ × what is set/);
    expect(linesOf('golden-hello').join(' ')).toContain('exp(−γ × utility of the package)');
    expect(linesOf('bonded-return-of-service').at(-1)).toMatch(/^After 3 years/);
    expect(PATHWAY_LEVERS.filter((lever) => conversionLines(lever).length < 2)).toEqual([]);
  });
});
