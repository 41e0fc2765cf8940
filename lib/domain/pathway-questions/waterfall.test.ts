import { describe, expect, it } from 'vitest';
import { exampleRun, offerOf } from '@/lib/testing/pathway-evaluator';
import { waterfall } from './waterfall';

const DRAWS = 12;
const HELLO = offerOf('golden-hello', 'XR-1', { intensity: 20_000 });
const GUARANTEE = offerOf('one-region-guarantee', 'XR-1');
const ELSEWHERE = offerOf('golden-hello', 'XR-2', { intensity: 10_000 });
const OFFERS = [HELLO, GUARANTEE, ELSEWHERE];

const run = exampleRun(OFFERS, DRAWS);

describe('waterfall', () => {
  it('adds up: the levers alone and their interaction are the whole run, to the rounding of sums', async () => {
    const { steps, interaction, whole, draws } = await waterfall(OFFERS, run.evaluate);
    expect(draws).toBe(DRAWS);
    expect(steps.map(({ leverId }) => leverId)).toEqual(['golden-hello', 'one-region-guarantee']);
    const sum = steps.reduce((total, { change }) => total + change.mean, interaction.mean);
    expect(Math.abs(sum - whole.mean)).toBeLessThan(1e-9);
    // At the same posts two levers are one package, which is less than their sum.
    expect(Math.abs(interaction.mean)).toBeGreaterThan(1e-6);
  });

  it('has the whole run’s own posts, and each lever’s those of a run of it alone', async () => {
    const { steps, whole } = await waterfall(OFFERS, run.evaluate);
    const [together, alone] = await Promise.all([run.evaluate(OFFERS), run.evaluate([GUARANTEE])]);
    const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
    expect(whole.mean).toBe(mean(together.extraPosts));
    expect(steps[1]?.change.mean).toBe(mean(alone.extraPosts));
  });

  it('has no interaction where a lever does nothing', async () => {
    const idle = offerOf('one-region-guarantee', 'XR-1', { coverage: 0 });
    const offers = [HELLO, idle];
    const { steps, interaction, whole } = await waterfall(offers, exampleRun(offers, DRAWS).evaluate);
    expect(steps[1]?.change).toMatchObject({ mean: 0, lower80: 0, upper80: 0 });
    expect(interaction).toMatchObject({ mean: 0, lower80: 0, upper80: 0 });
    expect(steps[0]?.change).toEqual(whole);
  });

  it('says how far it is', async () => {
    const seen: string[] = [];
    await waterfall(OFFERS, run.evaluate, (done, total) => seen.push(`${done}/${total}`));
    expect(seen).toEqual(['1/3', '2/3', '3/3']);
  });
});
