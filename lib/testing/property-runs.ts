// How many inputs each property is tried on. Without STEAD_PROPERTY_RUNS: fast-check's 100, or what the test itself asks.
import { appendFileSync } from 'node:fs';

const runs = Number(process.env.STEAD_PROPERTY_RUNS ?? 0);
const seed = process.env.STEAD_PROPERTY_SEED;
const log = process.env.STEAD_PROPERTY_LOG;

// Read only when asked for: most test files hold no property.
if (runs > 0) {
  const { default: fc } = await import('fast-check');
  fc.configureGlobal({
    numRuns: runs,
    ...(seed === undefined ? {} : { seed: Number(seed), endOnFailure: true }),
    // Called at the end of every property, whether it holds or not; it has to throw where it does not.
    reporter: (ended) => {
      if (log) appendFileSync(log, `${ended.numRuns}\n`);
      if (ended.failed) throw new Error(fc.defaultReportMessage(ended), { cause: ended.errorInstance });
    },
  });
}
