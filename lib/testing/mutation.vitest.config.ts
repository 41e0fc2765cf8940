// The tests that a change in lib/domain/statistics has to fail: its own and the published cases.
import base from './vitest.config';

export default {
  ...base,
  test: {
    ...base.test,
    include: ['lib/domain/statistics/*.test.ts', 'lib/testing/oracles/oracles.test.ts'],
    isolate: false,
    // The same inputs every time: a mutant that survives one run survives the next.
    env: { ...base.test?.env, STEAD_PROPERTY_RUNS: '60', STEAD_PROPERTY_SEED: '20261121' },
  },
};
