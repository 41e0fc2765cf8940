import { describe, expect, it } from 'vitest';
import { bandOf } from '@/lib/domain/pathway/band';
import { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { assumptionLines, costPerWords, fromOutsideWords, onCostWords } from './pathway-words';

const [nothing, millions] = [bandOf([0, 0]), bandOf([1_000_000, 3_000_000])];
const run = (costKnown: 'whole' | 'part' | 'none', costGbp: typeof nothing, ceiling: 'on' | 'off' = 'on') => ({
  costKnown,
  scenario: PathwayScenario.parse({ country: 'demonstration', offers: [], switches: { ceiling } }),
  summary: { totals: { costGbp } },
});

describe('what was assumed', () => {
  const asked = PathwayScenario.parse({ country: 'demonstration', offers: [] });

  it('names employer’s costs where they are counted', () => {
    expect(assumptionLines(asked).join()).not.toContain('Employer');
    const [line] = assumptionLines({ ...asked, employerOnCost: 0.175 }).slice(-1);
    expect(line).toBe('Employer’s costs: 17.5% on payments to doctors (an assumption)');
    expect([undefined, 0.2].map(onCostWords)).toEqual(['not counted', '20% on payments to doctors']);
  });
});

describe('the cost of a gain', () => {
  it('is no cost where nothing is paid, and not a want of gain', () => {
    expect(costPerWords(null, run('whole', nothing))).toBe('no cost');
  });

  it('is not known where no cost was entered, whole or in part: £0 is what is left out', () => {
    expect(costPerWords(null, run('none', nothing))).toBe('not known: no cost entered');
    expect(costPerWords(null, run('part', nothing))).toBe('not given: a lever has no cost entered');
  });

  it('is not given where something is paid and few draws gain', () => {
    expect(costPerWords(null, run('whole', millions))).toBe('not given: fewer than half of the draws gain enough');
  });

  it('is not given of places that don’t exist', () => {
    expect(costPerWords(millions, run('whole', millions, 'off'))).toBe('not given: places are not limited in this run');
  });

  it('has its interval where draws gain', () => {
    expect(costPerWords(millions, run('whole', millions))).toBe('£2.0m (80% interval £1.2m to £2.8m)');
  });
});

describe('who comes from outside the posts', () => {
  it('is in words where fewer do than without the offer', () => {
    const tail = 'come from doctors without a post or from elsewhere';
    expect(fromOutsideWords({ median: 15 })).toBe(`15.0 ${tail}`);
    expect(fromOutsideWords({ median: -23.2 })).toBe(`23.2 fewer ${tail}`);
    expect(fromOutsideWords({ median: 0 })).toBe(`0.0 ${tail}`);
  });
});
