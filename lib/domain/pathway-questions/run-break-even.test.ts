import { describe, expect, it } from 'vitest';
import { exampleRun, offerOf } from '@/lib/testing/pathway-evaluator';
import { runBreakEven } from './run-break-even';

const HELLO = offerOf('golden-hello', 'XR-1', { intensity: 20_000 });
const COACHING = offerOf('coaching', 'XR-1');

describe('runBreakEven', () => {
  it('is a smaller factor for a larger offer, and the same shift of choice', () => {
    const factorOf = (intensity: number) =>
      runBreakEven(exampleRun([{ ...HELLO, intensity }], 1).run).levers[0]?.onePost?.factor ?? Number.NaN;
    expect(factorOf(20_000)).toBeLessThan(1);
    expect(factorOf(20_000) / factorOf(10_000)).toBeCloseTo(0.5, 3);
  });

  it('gives each lever alone beside all together, which need the least', () => {
    const guarantee = offerOf('one-region-guarantee', 'XR-1');
    const { levers } = runBreakEven(exampleRun([HELLO, guarantee], 1).run);
    expect(levers.map(({ leverId }) => leverId)).toEqual([null, 'golden-hello', 'one-region-guarantee']);
    const [all, ...alone] = levers.map(({ onePost }) => onePost?.factor ?? Number.POSITIVE_INFINITY);
    expect(Math.min(...alone)).toBeGreaterThanOrEqual(all ?? Number.NaN);
    const [whole] = levers;
    expect(whole?.oneAYear?.factor).toBeGreaterThan(whole?.onePost?.factor ?? Number.NaN);
  });

  it('has none for a lever that shifts no choice', () => {
    const [coaching] = runBreakEven(exampleRun([COACHING], 1).run).levers;
    expect(coaching).toMatchObject({ hasShift: false, deltaUtility: 0, onePost: null, oneAYear: null });
  });
});
