import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inTurn, PATIENCE_MS } from './in-turn';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page whose reading begins, and ends when it is told to; `begun` holds the names of those that have begun. */
function page(name: string, begun: string[]) {
  let end = () => {};
  let fail = (_: Error) => {};
  const told = new Promise<string>((resolve, reject) => {
    end = () => resolve(name);
    fail = reject;
  });
  const answer = inTurn(() => {
    begun.push(name);
    return told;
  });
  return { answer, end, fail };
}

test('pages are read one after another, in the order they were asked for', async () => {
  const begun: string[] = [];
  const first = page('first', begun);
  const second = page('second', begun);
  const third = page('third', begun);
  await vi.advanceTimersByTimeAsync(1);
  expect(begun).toEqual(['first']);
  first.end();
  await vi.advanceTimersByTimeAsync(1);
  expect(begun).toEqual(['first', 'second']);
  second.end();
  third.end();
  expect(await Promise.all([first.answer, second.answer, third.answer])).toEqual(['first', 'second', 'third']);
});

test('a page that fails says so to its own reader, and the next is read', async () => {
  const begun: string[] = [];
  const first = page('first', begun);
  const second = page('second', begun);
  first.fail(new Error('no such region'));
  await expect(first.answer).rejects.toThrow('no such region');
  second.end();
  expect(await second.answer).toBe('second');
});

test('a page that never ends holds the others up for a second, each its own', async () => {
  const begun: string[] = [];
  page('stuck', begun);
  const second = page('second', begun);
  await vi.advanceTimersByTimeAsync(PATIENCE_MS - 1);
  expect(begun).toEqual(['stuck']);
  await vi.advanceTimersByTimeAsync(1);
  expect(begun).toEqual(['stuck', 'second']);
  second.end();
  expect(await second.answer).toBe('second');
  const third = page('third', begun);
  third.end();
  expect(await third.answer).toBe('third');
});

test('who comes alone never waits', () => {
  const begun: string[] = [];
  page('alone', begun).end();
  expect(begun).toEqual(['alone']);
});
