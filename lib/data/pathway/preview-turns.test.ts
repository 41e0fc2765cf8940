import { expect, test } from 'vitest';
import { inTurn } from './preview-turns';

/** A preview that ends when it is told to, or is given up. */
function preview(userId: string, request?: AbortSignal) {
  let finish = (): void => {};
  let given: AbortSignal | undefined;
  const ended = inTurn(userId, request, (signal) => {
    given = signal;
    return new Promise<void>((resolve) => {
      finish = resolve;
    });
  });
  return { finish: () => finish(), ended, isGivenUp: () => given?.aborted };
}

test('of one person the newest two previews stay, whatever others do', () => {
  const [first, second, other] = [preview('a'), preview('a'), preview('b')];
  expect([first.isGivenUp(), second.isGivenUp()]).toEqual([false, false]);
  const third = preview('a');
  expect([first, second, third, other].map((one) => one.isGivenUp())).toEqual([true, false, false, false]);
});

test('a preview that has ended makes room', async () => {
  const [first, second] = [preview('c'), preview('c')];
  second.finish();
  await second.ended;
  preview('c');
  expect(first.isGivenUp()).toBe(false);
  preview('c');
  expect(first.isGivenUp()).toBe(true);
});

test('who leaves gives up their own', () => {
  const left = new AbortController();
  const [mine, next] = [preview('d', left.signal), preview('d')];
  left.abort();
  expect([mine.isGivenUp(), next.isGivenUp()]).toEqual([true, false]);
});
