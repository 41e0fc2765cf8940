import { describe, expect, it } from 'vitest';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { pathwayDraws } from '@/lib/domain/uncertainty/draw-plan';
import { sensitivityOf } from './run-sensitivity';

const levers = PATHWAY_LEVERS.filter(({ id }) => id === 'golden-hello');
const sampler = pathwayDraws(4);
const outcomeOf = (of: (draw: number) => number, draws = 256) => Array.from({ length: draws }, (_, draw) => of(draw));

describe('sensitivityOf', () => {
  it('puts first what the answer was made from, with its direction, and at most ten', () => {
    const found = sensitivityOf(
      { levers, sampler, noEffectProbability: 0.5 },
      outcomeOf((draw) => 3 * sampler.at('b', draw) - sampler.at('train_attrition', draw)),
    );
    expect(found.map(({ name }) => name).slice(0, 2)).toEqual(['Money scale', 'Leaving specialty training']);
    expect(found[0]?.coefficient).toBeGreaterThan(0.9);
    expect(found[1]?.coefficient).toBeLessThan(-0.9);
    expect(found.length).toBeLessThanOrEqual(10);
  });

  it('tells apart whether a lever does anything from how much', () => {
    const works = (draw: number) => (sampler.at('no-effect:golden-hello', draw) < 0.5 ? 0 : 1 + sampler.at('b', draw));
    const [first] = sensitivityOf({ levers, sampler, noEffectProbability: 0.5 }, outcomeOf(works));
    expect(first?.name).toContain('whether it does anything');
  });

  it('says nothing where nothing varies', () => {
    expect(
      sensitivityOf(
        { levers, sampler, noEffectProbability: 0.5 },
        outcomeOf(() => 7),
      ),
    ).toEqual([]);
    expect(
      sensitivityOf(
        { levers, sampler, noEffectProbability: 0.5 },
        outcomeOf((draw) => draw, 4),
      ),
    ).toEqual([]);
  });
});
