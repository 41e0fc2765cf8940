import { describe, expect, it } from 'vitest';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { pathwayDraws } from '@/lib/domain/uncertainty/draw-plan';
import { valueOfKnowing } from './value-of-knowing';

const sampler = pathwayDraws(3);
const drawn = { levers: PATHWAY_LEVERS.filter(({ id }) => id === 'coaching'), sampler, noEffectProbability: 0.5 };
const postsOf = (of: (draw: number) => number, draws = 256) => Array.from({ length: draws }, (_, draw) => of(draw));
/** Ten posts where the lever acts, and a few that go with leaving. */
const acting = postsOf(
  (draw) => (sampler.at('no-effect:coaching', draw) < 0.5 ? 0 : 10) + sampler.at('train_attrition', draw),
);

describe('valueOfKnowing', () => {
  it('puts first what would change the decision, in posts, with its range and unit', () => {
    const { numbers, everything, meanPosts } = valueOfKnowing(drawn, acting, 5.5);
    expect(meanPosts).toBeCloseTo(5.5, 0);
    expect(numbers[0]).toMatchObject({ name: 'Coaching and mentoring: whether it does anything', range: null });
    expect(numbers[0]?.posts).toBeCloseTo(2.5, 1);
    expect(numbers.every(({ posts }) => posts <= everything + 1e-9)).toBe(true);
  });

  it('is nothing where the decision is clear', () => {
    const clear = valueOfKnowing(drawn, acting, 0);
    expect(clear.everything).toBe(0);
    expect(clear.numbers.every(({ posts }) => posts === 0)).toBe(true);
  });

  it('gives a number its range in its own unit, and leaves out what is no clearer than chance', () => {
    const scaled = postsOf((draw) => 20 * sampler.at('gamma', draw), 1_000);
    const { numbers } = valueOfKnowing(drawn, scaled, 10);
    expect(numbers.map(({ name }) => name)).toEqual(['From entry to staying']);
    expect(numbers[0]?.range).toMatchObject({ unit: 'log hazard per unit of utility' });
    expect(numbers[0]?.range?.low).toBeCloseTo(0.0765, 3);
  });

  it('takes 256 draws', () => {
    expect(() => valueOfKnowing(drawn, acting.slice(0, 255), 1)).toThrow(RangeError);
  });

  it('takes no longer than a page may wait', () => {
    const long = postsOf((draw) => sampler.at('b', draw), 1_000);
    const start = performance.now();
    valueOfKnowing({ ...drawn, levers: PATHWAY_LEVERS }, long, 0.5);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
