import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '../..');

export default defineConfig({
  root,
  resolve: {
    alias: {
      '@': root,
      'server-only': path.join(root, 'lib/testing/server-only.ts'),
    },
  },
  test: {
    environment: 'node',
    include: [
      'app/**/*.test.ts',
      'lib/**/*.test.ts',
      'db/**/*.test.ts',
      'components/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    env: { TZ: 'UTC' },
    setupFiles: ['lib/testing/property-runs.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
