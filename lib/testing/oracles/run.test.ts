import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadOracleSets } from './load';
import type { LoadedSet } from './oracle-set';
import { registry } from './registry';
import { adaptersWithoutSet, reportLines, runSet } from './run';

const loaded = loadOracleSets(path.resolve(import.meta.dirname, '../fixtures/oracles'));

const setOf = (name: string, expected: Record<string, unknown>, input: Record<string, unknown>): LoadedSet => ({
  set: { name, cases: [{ id: 'one', input, expected }] },
  readBeside: () => new Uint8Array(),
});

describe('runSet', () => {
  it('fails a wrong number, naming the case, the place and both values', async () => {
    const report = await runSet(
      setOf('retention/aggregate_ratio', { aggregate_pct: 51 }, { numerators: [1], denominators: [2] }),
    );
    expect(report).toMatchObject({ passed: 0, failed: 1 });
    expect(reportLines(report)).toEqual([
      'retention/aggregate_ratio: 0 passed, 1 failed',
      '  one aggregate_pct: expected 51, got 50',
    ]);
  });

  it('fails a method that refuses what it should answer', async () => {
    const report = await runSet(
      setOf('retention/aggregate_ratio', { aggregate_pct: 51 }, { numerators: [], denominators: [] }),
    );
    expect(reportLines(report)[1]).toBe('  one aggregate_pct: expected 51, got nothing');
  });

  it('says where a set has no adapter', async () => {
    const report = await runSet(setOf('phe/unknown', {}, {}));
    expect(report.hasAdapter).toBe(false);
    expect(reportLines(report)).toEqual(['phe/unknown: no adapter']);
  });

  // Each set bites: with every expected number off by a twentieth, or its text changed, no case passes.
  it.each(loaded.filter(({ set }) => Object.hasOwn(registry, set.name)).map((one) => ({ name: one.set.name, one })))(
    '$name: no case passes where the expected answer is changed',
    async ({ one }) => {
      const changed = (value: unknown): unknown => {
        if (typeof value === 'number') return value * 1.05 + 0.05;
        if (typeof value === 'string') return `${value}?`;
        if (typeof value === 'boolean') return !value;
        if (Array.isArray(value)) return value.map(changed);
        if (value === null) return 1;
        if (typeof value !== 'object') return value;
        return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, changed(item)]));
      };
      const hasSomething = (value: unknown): boolean => JSON.stringify(changed(value)) !== JSON.stringify(value);
      const cases = one.set.cases
        .filter(({ expected }) => hasSomething(expected))
        .map((oracleCase) => ({
          ...oracleCase,
          expected: Object.fromEntries(Object.entries(oracleCase.expected).map(([key, item]) => [key, changed(item)])),
        }));
      expect(cases.length).toBeGreaterThan(0.9 * one.set.cases.length);
      expect((await runSet({ ...one, set: { ...one.set, cases } })).passed).toBe(0);
    },
  );
});

describe('adaptersWithoutSet', () => {
  it('names every adapter that no set calls', () => {
    expect(adaptersWithoutSet(loaded)).toEqual([]);
    expect(adaptersWithoutSet(loaded.filter(({ set }) => set.name !== 'phe/rate'))).toEqual(['phe/rate']);
  });
});

describe('loadOracleSets', () => {
  it('takes a root or a topic folder', () => {
    const topic = loadOracleSets(path.resolve(import.meta.dirname, '../fixtures/oracles/reach'));
    expect(topic.map(({ set }) => set.name)).toEqual(['reach/haversine', 'reach/recruitment_reach']);
  });
});
