import { execFileSync } from 'node:child_process';

/** Bundles the job worker as `npm run up` does, so that a test runs the thread that users get. */
export const bundleWorker = (): void => {
  execFileSync(process.execPath, ['scripts/bundle.mjs']);
};
