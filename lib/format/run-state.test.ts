import { expect, test } from 'vitest';
import { runStateWords } from './run-state';

const PROGRESS = { state: 'running', drawsDone: 0, interruptions: 0, failure: null } as const;

test('a run that is under way, done or was never asked for needs no words', () => {
  expect(runStateWords(null, 1_000)).toBeNull();
  expect(runStateWords({ ...PROGRESS, state: 'queued' }, 1_000)).toBeNull();
  expect(runStateWords({ ...PROGRESS, state: 'running' }, 1_000)).toBeNull();
  expect(runStateWords({ ...PROGRESS, state: 'done', interruptions: 2 }, 1_000)).toBeNull();
});

test('an interrupted run says from which draw it goes on', () => {
  const words = runStateWords({ ...PROGRESS, state: 'interrupted', drawsDone: 320, interruptions: 1 }, 1_000);
  expect(words?.title).toBe('This run was interrupted');
  expect(words?.text).toContain('from draw 321 of 1,000');
  expect(runStateWords({ ...PROGRESS, drawsDone: 640, interruptions: 1 }, 1_000)?.text).toContain('from draw 641');
});

test('one of which nothing was kept starts anew', () => {
  expect(runStateWords({ ...PROGRESS, state: 'interrupted', interruptions: 1 }, 1_000)?.text).toContain('starts anew');
});

test('a failed run says why', () => {
  const words = runStateWords({ ...PROGRESS, state: 'failed', failure: 'No posts.' }, 1_000);
  expect(words).toMatchObject({ tone: 'danger', text: 'It is tried again now. The reason: No posts.' });
});
