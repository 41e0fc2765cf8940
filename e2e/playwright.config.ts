import { existsSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from '@playwright/test';

const results = path.join(import.meta.dirname, 'results');

/** The browser that was asked for, else the system's, else Playwright's own. */
const executablePath = [process.env.STEAD_BROWSER, '/usr/bin/chromium'].find((file) => file && existsSync(file));

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: path.join(results, 'tests'),
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: process.env.CI ? 'list' : 'line',
  use: {
    baseURL: process.env.STEAD_URL ?? 'http://localhost:3000',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // Colours that are still changing would be measured halfway.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  projects: [
    { name: 'accounts', testMatch: 'setup/accounts.spec.ts' },
    { name: 'records', testMatch: 'setup/records.spec.ts', dependencies: ['accounts'] },
    { name: 'chromium', testIgnore: ['setup/**', 'disclosure/**'], dependencies: ['records'] },
    // On a server whose database holds planted small counts.
    { name: 'planted', testMatch: 'disclosure/**', dependencies: ['accounts'] },
  ],
});
