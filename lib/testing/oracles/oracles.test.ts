import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadOracleSets } from './load';
import { registry } from './registry';
import { adaptersWithoutSet, runSet } from './run';

const loaded = loadOracleSets(path.resolve(import.meta.dirname, '../fixtures/oracles'));
const names = loaded.map(({ set }) => set.name);
const registered = loaded.filter(({ set }) => Object.hasOwn(registry, set.name));

describe('the published cases', () => {
  it.each(registered.map((one) => ({ name: one.set.name, one })))(
    '$name: every case is reproduced',
    async ({ one }) => {
      const report = await runSet(one);
      expect(report.failures).toEqual([]);
      expect(report).toMatchObject({ passed: one.set.cases.length, failed: 0 });
      expect(report.passed).toBeGreaterThan(0);
    },
  );

  it('have an adapter for every set', () => {
    const withoutAdapter = names.filter((name) => !Object.hasOwn(registry, name));
    expect(withoutAdapter).toEqual([]);
  });

  it('have a set for every adapter', () => {
    expect(adaptersWithoutSet(loaded)).toEqual([]);
  });

  it('are named once', () => {
    expect(new Set(names).size).toBe(names.length);
  });
});
