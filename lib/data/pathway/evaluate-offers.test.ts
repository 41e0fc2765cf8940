import { expect, it } from 'vitest';
import { queue } from './evaluate-offers';

it('never has more at work than it may, also when somebody comes as one is done', async () => {
  const inTurn = queue(2);
  const begun: string[] = [];
  let most = 0;
  let now = 0;
  const ends = new Map<string, () => void>();
  const ask = (name: string) =>
    inTurn(async () => {
      begun.push(name);
      now += 1;
      most = Math.max(most, now);
      await new Promise<void>((end) => ends.set(name, end));
      now -= 1;
    });
  const all = [ask('a'), ask('b'), ask('c')];
  ends.get('a')?.();
  // In the turn after a has ended and before c has begun.
  for (let turn = 0; turn < 8; turn += 1) {
    all.push(ask(`late ${turn}`));
    await Promise.resolve();
  }
  expect(begun.slice(0, 3)).toEqual(['a', 'b', 'c']);
  expect(most).toBe(2);
  for (let left = 0; left < 40 && begun.length < all.length + 1; left += 1) {
    for (const end of ends.values()) end();
    await Promise.resolve();
  }
  await Promise.all(all);
  expect(begun).toHaveLength(all.length);
  expect(most).toBe(2);
});
