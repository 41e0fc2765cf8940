import { describe, expect, it } from 'vitest';
import type { RunPlan } from '@/lib/domain/pathway-scenario/plan-run';
import { pathwayExample } from '@/lib/testing/pathway-example';
import { packRun, unpackRun } from './packed-run';

/** What is packed has no part in how it is packed. */
const runOf = (input: RunPlan['input'], inputKey: string) =>
  ({ inputKey, input, plan: { of: inputKey } }) as unknown as RunPlan;

describe('a packed run', () => {
  const input = pathwayExample(2, 1);
  const run = runOf(input, 'one');

  it('comes out as it went in', () => {
    expect(unpackRun(packRun(run))).toEqual(run);
  });

  it('is packed once for all its ranges, and its input once for all its runs', () => {
    expect(packRun(run)).toBe(packRun(run));
    const other = packRun(runOf(input, 'other'));
    expect(other.input).toBe(packRun(run).input);
    expect(unpackRun(other).inputKey).toBe('other');
    expect(packRun(runOf(pathwayExample(2, 1), 'one')).input).not.toBe(other.input);
  });
});
