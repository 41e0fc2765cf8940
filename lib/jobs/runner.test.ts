import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { bundleWorker } from '@/lib/testing/worker-bundle';
import { runJob, setThreads, type Urgency } from './runner';

/** No thread knows it: each says so at once, in the order in which they were begun. */
const UNKNOWN = { name: 'unknown', payload: z.string(), result: z.string() };

beforeAll(() => bundleWorker(), 120_000);

test('what somebody looks at is begun before what is stored, what ends a wait before both', async () => {
  setThreads(1);
  const begun: string[] = [];
  const add = (name: string, urgency: Urgency) =>
    runJob(UNKNOWN, name, { urgency }).catch((error: Error) => {
      expect(error.message).toBe('Unknown task unknown');
      begun.push(name);
    });
  await Promise.all([
    add('at work', 'stored'),
    add('stored 1', 'stored'),
    add('watched 1', 'watched'),
    add('stored 2', 'stored'),
    add('summary', 'at_once'),
    add('watched 2', 'watched'),
  ]);
  expect(begun).toEqual(['at work', 'summary', 'watched 1', 'watched 2', 'stored 1', 'stored 2']);
});

test('what was given up while it waited is never begun', async () => {
  setThreads(1);
  const left = new AbortController();
  const first = runJob(UNKNOWN, 'at work').catch((error: Error) => error.message);
  const second = runJob(UNKNOWN, 'given up', { signal: left.signal }).catch((error: Error) => error.message);
  left.abort();
  expect(await second).toBe('Given up before it began.');
  expect(await first).toBe('Unknown task unknown');
});
